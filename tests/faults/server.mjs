// A server of faults, on the loopback only: what a network, a proxy or a publisher can do to a reader, one address each.
//   node tests/faults/server.mjs      listens on STANDFIRST_FAULTS_PORT or 47613, and says so
// `id=` in the query is a free token: requests are counted by it, and /log?id= tells what came of them.
import http from "node:http";
import net from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

export const DEFAULT_PORT = 47613;

const json = { "Content-Type": "application/json" };

const article = (headline = "It arrived") =>
  JSON.stringify({ headline, body: [{ type: "paragraph", text: "The text of the article, long enough to be cut in two." }] });

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** The answers, by the first part of the path. `call` has: res, query, parts (of the path), n (how often asked before), log. */
const answers = {
  // A good article. delay=ms, headline=…
  async article({ res, query }) {
    await wait(Number(query.get("delay") ?? 0));
    send(res, 200, json, article(query.get("headline") ?? undefined));
  },

  // /status/503?retry_after=2&body=json|html|empty. The body may be a good article: the status is what counts.
  status({ res, query, parts: [code] }) {
    fail(res, Number(code), query);
  },

  // The body is given: json=…, at any path under /echo/, so that relative addresses have something to be relative to.
  echo: ({ res, query }) => send(res, 200, json, query.get("json") ?? "null"),

  // /flaky/503/2: that status for the first two requests with this id, then the article. /flaky/reset/2 likewise, and
  // every other fault by its name, the rest of its path after the number: /flaky/stall/1/body.
  flaky(call) {
    const { res, query, parts: [kind, times, ...rest], n } = call;
    if (n >= Number(times)) return send(res, 200, json, article());
    if (kind === "reset" && rest.length === 0) return cut(res);
    if (kind !== "flaky" && Number.isNaN(Number(kind)) && Object.hasOwn(answers, kind)) return answers[kind]({ ...call, parts: rest });
    fail(res, Number(kind), query);
  },

  // /reset/before: gone before the headers. /reset/mid: gone after half the body.
  reset({ res, parts: [when] }) {
    if (when === "before") return cut(res);
    half(res, () => setTimeout(cut, 50, res)); // a moment, or the reset overtakes the half that was sent
  },

  // /stall/headers: silence. /stall/body: half, then silence. Both until the client leaves.
  stall({ res, parts: [where] }) {
    if (where === "body") half(res);
  },

  // A good article in drips: chunk=bytes every=ms.
  async slow({ res, query }) {
    const chunk = Math.max(1, Number(query.get("chunk") ?? 1));
    const body = Buffer.from(article());
    res.writeHead(200, { ...json, "Content-Length": body.length });
    for (let at = 0; at < body.length && !res.destroyed; at += chunk) {
      res.write(body.subarray(at, at + chunk));
      await wait(Number(query.get("every") ?? 100));
    }
    res.end();
  },

  // /type/html: a login page with status 200. /type/text: the article, but as text/plain.
  type({ res, parts: [kind] }) {
    if (kind === "text") return send(res, 200, { "Content-Type": "text/plain" }, article());
    send(res, 200, { "Content-Type": "text/html" }, "<!doctype html><title>Sign in</title><p>Please sign in to go on.");
  },

  empty: ({ res }) => send(res, 200, json, ""),
  204: ({ res }) => send(res, 204, {}),

  // Complete HTTP, but the JSON ends in the middle.
  truncated: ({ res }) => send(res, 200, json, article().slice(0, 40)),

  // A byte that is no UTF-8, inside the headline. A byte order mark before a good article.
  utf8: ({ res }) => send(res, 200, json, Buffer.from(article("It \xff arrived"), "latin1")),
  bom: ({ res }) => send(res, 200, json, `\uFEFF${article()}`),

  // /large?bytes=N: a valid article of exactly N bytes. declared=0 leaves Content-Length out. Stops when the client leaves.
  // held=N: after so many bytes the rest comes in drips, and is not through before the client leaves: some engines read on,
  // whether the page does or not, and would have all of it before they could be stopped.
  async large({ res, query, log }) {
    const total = Number(query.get("bytes") ?? 5_000_000);
    const head = '{"headline":"Large","body":[{"type":"paragraph","text":"';
    const tail = '"}]}';
    res.writeHead(200, query.get("declared") === "0" ? json : { ...json, "Content-Length": total });
    const block = Buffer.alloc(16 * 1024, "a");
    const count = (piece) => ((log.bytes += piece.length), piece);
    const held = Number(query.get("held") ?? total);
    async function* pieces() {
      yield count(head);
      for (let left = total - head.length - tail.length; left > 0; ) {
        const drips = total - left >= held;
        if (drips) await wait(20);
        const piece = block.subarray(0, Math.min(left, drips ? 256 : block.length));
        yield count(piece);
        left -= piece.length;
      }
      yield count(tail);
    }
    // One piece at a time, at the client's pace, so that `bytes` is what was sent and not what was prepared.
    await pipeline(Readable.from(pieces(), { highWaterMark: 1 }), res);
  },

  // /gzip/corrupt: says gzip, begins like it, and is not.
  gzip({ res }) {
    const body = gzipSync(article());
    body.fill(0xff, 20, body.length - 8);
    send(res, 200, { ...json, "Content-Encoding": "gzip" }, body);
  },

  redirect: ({ res, query }) => send(res, 302, { Location: query.get("to") ?? "/article" }),

  // A good article that the browser must not show to another origin.
  nocors({ res }) {
    res.removeHeader("Access-Control-Allow-Origin");
    send(res, 200, json, article());
  },

  // JSON, but no object.
  array: ({ res }) => send(res, 200, json, "[1,2,3]"),
  number: ({ res }) => send(res, 200, json, "42"),
};

function send(res, status, headers, body) {
  res.writeHead(status, { ...headers, ...(body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) }) });
  res.end(body);
}

function fail(res, status, query) {
  const after = query.get("retry_after");
  const headers = after === null ? {} : { "Retry-After": after };
  switch (query.get("body") ?? "json") {
    case "empty":
      return send(res, status, headers, status === 204 || status === 304 ? undefined : "");
    case "html":
      return send(res, status, { ...headers, "Content-Type": "text/html" }, `<!doctype html><h1>${status}</h1>`);
    default:
      return send(res, status, { ...headers, ...json }, status === 204 || status === 304 ? undefined : article());
  }
}

/** Headers for a whole article, and half of it. */
function half(res, then) {
  const body = article();
  res.writeHead(200, { ...json, "Content-Length": Buffer.byteLength(body) });
  res.write(body.slice(0, body.length / 2), then);
}

/** Ends the connection by a reset (RST), as a crashed server or a middle box does. */
function cut(res) {
  res.cutByServer = true;
  res.socket?.resetAndDestroy();
}

/** What is known of the requests with one id: when they came and were answered in full (ms), and who gave up. */
const blank = () => ({ count: 0, times: [], answered: [], aborted: 0, open: 0, bytes: 0 });

const once = (emitter, event) => new Promise((done) => emitter.once(event, done));

/** A port that nobody listens on: taken from the system, and given back. */
async function freePort() {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  return port;
}

/** Starts the server. Port 0 takes a free one. */
export async function start(port = DEFAULT_PORT) {
  const began = performance.now();
  const refused_port = await freePort();
  let open = 0;
  let logs = new Map();
  let asked = new Map(); // requests by id and path, for /flaky

  const logOf = (id) => {
    if (!logs.has(id)) logs.set(id, blank());
    return logs.get(id);
  };
  const now = () => Math.round(performance.now() - began);

  // What a test asks the server about itself; not counted.
  const desk = {
    info: () => ({ port: server.address().port, refused_port }),
    log: (query) => logs.get(query.get("id") ?? "") ?? blank(),
    open: () => ({ open }),
    "reset-log": () => {
      logs = new Map();
      asked = new Map();
      return {};
    },
  };

  const server = http.createServer(async (req, res) => {
    const url = new URL(req.url, "http://127.0.0.1");
    const [name, ...parts] = url.pathname.slice(1).split("/");
    res.setHeader("Access-Control-Allow-Origin", "*");
    res.setHeader("Access-Control-Expose-Headers", "Retry-After");
    res.setHeader("Cache-Control", "no-store");
    // One request a connection: a browser repeats a request by itself when a connection it used before is reset, and
    // would be counted twice.
    res.setHeader("Connection", "close");

    if (req.method === "OPTIONS") return send(res, 204, { "Access-Control-Allow-Headers": "*" });
    if (Object.hasOwn(desk, name)) return send(res, 200, json, JSON.stringify(desk[name](url.searchParams)));
    if (!Object.hasOwn(answers, name)) return send(res, 404, { "Content-Type": "text/plain" }, `No fault is called ${url.pathname}\n`);

    const log = logOf(url.searchParams.get("id") ?? "");
    const key = `${url.searchParams.get("id")} ${url.pathname}`;
    const n = asked.get(key) ?? 0;
    asked.set(key, n + 1);
    log.count += 1;
    log.times.push(now());
    log.open += 1;
    open += 1;
    res.on("close", () => {
      log.open -= 1;
      open -= 1;
      if (!res.writableFinished && !res.cutByServer) log.aborted += 1;
      if (res.writableFinished) log.answered.push(now());
    });
    res.on("error", () => {}); // the client went: "close" has counted it

    try {
      await answers[name]({ res, query: url.searchParams, parts, n, log });
    } catch (error) {
      // A status no server can send, for one. Said to whoever asked, and the server lives on.
      if (!res.headersSent) send(res, 400, { "Content-Type": "text/plain" }, `${error.message}\n`);
    }
  });

  server.listen(port, "127.0.0.1");
  await new Promise((done, failed) => server.once("listening", done).once("error", failed));
  return {
    port: server.address().port,
    refused_port,
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const port = Number(process.env.STANDFIRST_FAULTS_PORT ?? DEFAULT_PORT);
  try {
    const { origin, refused_port } = await start(port);
    console.log(`faults at ${origin}, nobody at port ${refused_port}`);
  } catch (error) {
    const why = error.code === "EADDRINUSE" ? "it is taken; end what listens there, or set STANDFIRST_FAULTS_PORT" : error.message;
    console.error(`The fault server cannot listen on port ${port}: ${why}.`);
    process.exit(1);
  }
  // Never outlives the script that started it, however that one ended.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.exit(), 1000).unref();
}
