// Pages with our elements in them, made for these tests, and a record of what they ask for and of what goes wrong in them.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { npmFile } from "../../scripts/npm.mjs";
import { app, root } from "../e2e/lib.mjs";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".avif": "image/avif", ".txt": "text/plain", ".vtt": "text/vtt", ".mp4": "video/mp4", ".webm": "video/webm", ".mp3": "audio/mpeg", ".ogg": "audio/ogg", ".wav": "audio/wav" };
/** Where the parts of the addresses lie. */
const FOLDERS = { "/embed/": path.join(root, "dist/embed"), "/articles/": path.join(app, "articles"), "/art/": path.join(app, "articles/art"), "/app/": app };
// The script without the program that belongs beside it.
const BEREFT = "/bereft/standfirst.js";
const AXE = npmFile("axe-core", "axe.min.js");

const FIRST = '<script src="/probe.js"></script>';
const PROBE = new URL("probe.js", import.meta.url);

/** A server of the pages on the loopback, and a proxy for everything that is not there. */
export async function site() {
  const pages = new Map();
  const asked = [];
  const foreign = [];
  const server = createServer(async (req, res) => {
    const { pathname: name } = new URL(req.url, "http://127.0.0.1");
    asked.push(name);
    const answer = (type, bytes, more = {}) => res.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store", ...more }).end(bytes);
    if (pages.has(name)) {
      const page = pages.get(name);
      return typeof page === "string" ? answer(TYPES[".html"], page) : answer(TYPES[".json"], JSON.stringify(page));
    }
    if (name === "/blank") return answer(TYPES[".html"], "<!doctype html><title>Blank</title>");
    if (name === BEREFT) return answer(TYPES[".js"], await readFile(path.join(FOLDERS["/embed/"], "standfirst.js")));
    if (name === "/probe.js") return answer(TYPES[".js"], await readFile(PROBE));
    if (name === "/axe.js") return answer(TYPES[".js"], await readFile(AXE));
    const at = Object.keys(FOLDERS).find((prefix) => name.startsWith(prefix));
    if (!at || name.includes("..")) return res.writeHead(404).end();
    const file = path.join(FOLDERS[at], name.slice(at.length) || "index.html");
    const brotli = existsSync(`${file}.br`) && /\bbr\b/.test(req.headers["accept-encoding"] ?? "") && !file.endsWith(".html");
    const bytes = await readFile(brotli ? `${file}.br` : file).catch(() => null);
    if (!bytes) return res.writeHead(404).end();
    // The probe has to stand before everything else.
    if (file.endsWith(".html")) return answer(TYPES[".html"], String(bytes).replace("<head>", `<head>${FIRST}`));
    answer(TYPES[path.extname(file)] ?? "application/octet-stream", bytes, brotli ? { "Content-Encoding": "br" } : {});
  });
  // A proxy that lets nobody through. Where a page would have gone is what it is asked for.
  const refuse = (url) => foreign.push(url.replace(/^https?:\/\//, "").replace(/[:/].*/, ""));
  const proxy = createServer((req, res) => (refuse(req.url), res.writeHead(502).end()));
  proxy.on("connect", (req, socket) => (refuse(req.url), socket.on("error", () => {}).end("HTTP/1.1 502 Refused\r\n\r\n")));
  // WebKitGTK speaks TLS to a proxy for https: whom it wants is not to be read then, but that it wants somebody is.
  proxy.on("clientError", (_, socket) => (refuse("somebody"), socket.destroy()));
  for (const each of [server, proxy]) await new Promise((done) => each.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** Paths that were asked of us, and hosts that were asked for elsewhere. */
    asked,
    foreign,
    proxy: `127.0.0.1:${proxy.address().port}`,
    /** Adds a page with this in its body, or an answer in JSON, and gives its address. */
    add(body, { head = "", lang = "en", script = "/embed/standfirst.js" } = {}) {
      const name = `/${pages.size + 1}.${typeof body === "string" ? "html" : "json"}`;
      const html = `<!doctype html><html lang="${lang}"><head>${FIRST}<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Host</title><link rel="icon" href="data:,">${head}<script type="module" src="${script}"></script></head><body>${body}</body></html>`;
      pages.set(name, typeof body === "string" ? html : body);
      return name;
    },
    close: () => Promise.all([server, proxy].map((each) => new Promise((done) => (each.close(done), each.closeAllConnections())))),
  };
}
