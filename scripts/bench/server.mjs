// One server for all pages of the benchmark: HTTP/1.1 with connections kept open, brotli where it helps, as a good static
// host would. What is sent is held in memory, compressed beforehand, so that no page waits for a disk.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".jpg": "image/jpeg",
};

/**
 * `folders` are served by the prefix of their address. A page lives under `/NAME/`: it is its `html`, and `/NAME/FILE` is
 * one of its own `files` or, without such a one, the file of that name in the folder `shared`.
 * `single` are files by their whole address.
 */
export async function serve({ folders, shared, single = {} }) {
  const held = new Map(Object.entries(single).map(([name, bytes]) => [name, { bytes, brotli: false }]));
  const pages = new Map();

  const small = (bytes) => ({ bytes: brotliCompressSync(bytes), brotli: true });
  async function read(file) {
    const brotli = await readFile(`${file}.br`).catch(() => null);
    if (brotli) return { bytes: brotli, brotli: true };
    const bytes = await readFile(file).catch(() => null);
    return bytes && { bytes, brotli: false };
  }
  async function find(name) {
    const prefix = Object.keys(folders).find((prefix) => name.startsWith(prefix));
    if (prefix) return read(path.join(folders[prefix], path.normalize(name.slice(prefix.length))));
    const [, page, file] = name.split("/");
    if (!pages.has(page)) return null;
    const { html, files = {} } = pages.get(page);
    if (!file) return small(html);
    return Object.hasOwn(files, file) ? small(files[file]) : read(path.join(shared, file));
  }

  const server = createServer(async (req, res) => {
    const name = new URL(req.url, "http://127.0.0.1").pathname;
    if (!held.has(name)) held.set(name, find(name));
    const found = await held.get(name);
    if (!found) return res.writeHead(404).end();
    const type = TYPES[name.endsWith("/") ? ".html" : path.extname(name)] ?? "application/octet-stream";
    res.writeHead(200, {
      "Content-Type": type,
      "Content-Length": found.bytes.length,
      // Each visit is a first one; the line is there because a host would send it.
      "Cache-Control": type === TYPES[".html"] ? "no-cache" : "public, max-age=3600",
      ...(found.brotli ? { "Content-Encoding": "br" } : {}),
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
