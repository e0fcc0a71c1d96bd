// One server for all pages of the benchmark: HTTP/1.1 with connections kept open, brotli where it helps (gzip for a browser
// without it), as a good static host would. What is sent is held in memory, compressed once, so that no page waits for a
// disk; the visits that wait for the compression are not counted.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".jpg": "image/jpeg",
};

/** What a browser may ask for, the best first. `small` is for files, `quick` for answers that a host makes for each request. */
const ENCODINGS = {
  br: { ending: ".br", small: (bytes) => brotliCompressSync(bytes), quick: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) },
  gzip: { ending: ".gz", small: (bytes) => gzipSync(bytes, { level: 9 }), quick: (bytes) => gzipSync(bytes) },
};

/**
 * `folders` are served by the prefix of their address. A page lives under `/NAME/`: it is its `html`, and `/NAME/FILE` is
 * one of its own `files` or, without such a one, the file of that name in the folder `shared`, if there is one.
 * `single` are files by their whole address. `made` are functions by the prefix of the addresses they make the bytes for.
 */
export async function serve({ folders = {}, shared, single = {}, made = {} }) {
  const held = new Map();
  const pages = new Map();
  const under = (table, name) => Object.keys(table).find((prefix) => name.startsWith(prefix));

  async function read(file, encoding) {
    const bytes = encoding ? await readFile(file + ENCODINGS[encoding].ending).catch(() => null) : null;
    if (bytes) return { bytes, encoding };
    return { bytes: await readFile(file).catch(() => null) };
  }
  async function find(name, encoding) {
    if (Object.hasOwn(single, name)) return { bytes: single[name] };
    const small = (bytes, how) => (encoding && bytes != null ? { bytes: ENCODINGS[encoding][how](bytes), encoding } : { bytes });
    const maker = under(made, name);
    if (maker) return small(made[maker](name.slice(maker.length)), "quick");
    const folder = under(folders, name);
    if (folder) return read(path.join(folders[folder], path.normalize(name.slice(folder.length))), encoding);
    const [, page, file] = name.split("/");
    if (!pages.has(page)) return {};
    const { html, files = {} } = pages.get(page);
    if (!file) return small(html, "small");
    if (Object.hasOwn(files, file)) return small(files[file], "small");
    return shared ? read(path.join(shared, file), encoding) : {};
  }

  const server = createServer(async (req, res) => {
    const name = new URL(req.url, "http://127.0.0.1").pathname;
    const encoding = Object.keys(ENCODINGS).find((encoding) => (req.headers["accept-encoding"] ?? "").split(/[\s,;]+/).includes(encoding));
    const key = `${encoding} ${name}`;
    if (!held.has(key)) held.set(key, find(name, encoding));
    const found = await held.get(key);
    if (found.bytes == null) return res.writeHead(404).end();
    const type = TYPES[name.endsWith("/") ? ".html" : path.extname(name)] ?? "application/octet-stream";
    res.writeHead(200, {
      "Content-Type": type,
      "Content-Length": Buffer.byteLength(found.bytes),
      // Each visit is a first one; the line is there because a host would send it.
      "Cache-Control": type === TYPES[".html"] ? "no-cache" : "public, max-age=3600",
      ...(found.encoding ? { "Content-Encoding": found.encoding } : {}),
    }).end(found.bytes);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    address: (name) => `${origin}/${name}/`,
    add: (page) => pages.set(page.name, page),
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}
