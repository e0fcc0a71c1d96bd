// Serves these pages, with the package and the sample articles, on the loopback only.
//   node examples/embed/serve.mjs [PORT]        8090 without one
// It needs what `make dist` builds.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = {
  "/standfirst/": path.join(root, "dist/embed"),
  "/articles/": path.join(root, "dist/app/articles"),
  "/": path.join(root, "examples/embed"),
};
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
  ".txt": "text/plain; charset=utf-8",
  ".vtt": "text/vtt; charset=utf-8",
};

/** `folders` are more of them, by prefix; `pages` are pages by path; `headers` go with every answer. */
export async function serve({ port = 0, folders = {}, pages = {}, headers = {} } = {}) {
  const all = { ...folders, ...FOLDERS };
  const server = createServer(async (req, res) => {
    const name = new URL(req.url, "http://127.0.0.1").pathname;
    const common = { "Cache-Control": "no-store", ...headers };
    if (Object.hasOwn(pages, name)) return res.writeHead(200, { ...common, "Content-Type": TYPES[".html"], ...pages[name].headers }).end(pages[name].html);
    const prefix = Object.keys(all).find((it) => name.startsWith(it));
    const rest = name.slice(prefix.length) || "plain.html";
    // A path of plain names stays in its folder.
    const bytes = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(rest) && (await readFile(path.join(all[prefix], rest)).catch(() => null));
    if (!bytes) return res.writeHead(404, common).end("Not found\n");
    res.writeHead(200, { ...common, "Content-Type": TYPES[path.extname(rest)] ?? "application/octet-stream" }).end(bytes);
  });
  await new Promise((done, fail) => server.once("error", fail).listen(port, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(FOLDERS["/standfirst/"])) {
    console.error("dist/embed is not built. Mend it with: make dist");
    process.exit(1);
  }
  const { origin } = await serve({ port: Number(process.argv[2] ?? 8090) });
  for (const name of ["plain", "two-readers", "strict-csp", "hostile"]) console.log(`${origin}/${name}.html`);
}
