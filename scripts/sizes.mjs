// What a folder of the distribution weighs: raw, gzip and brotli for each file, and what a page of it loads.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const COMPRESSES = new Set([".html", ".js", ".css", ".wasm", ".json", ".svg", ".vtt", ".txt"]);
const TOO_SMALL = 200; // below, the headers weigh more than what is saved

/** All files under a folder, as paths relative to it, sorted, without their compressed copies. */
export async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** The compressed forms of a file, or null where they would not help. */
export function compress(name, bytes) {
  if (bytes.length <= TOO_SMALL || !COMPRESSES.has(path.extname(name))) return null;
  // Two of the format's switches fit some files better; which, only trying tells.
  const brotli = [0, 2]
    .flatMap((postfix) => [0, 16].map((block) => brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
        [constants.BROTLI_PARAM_LGBLOCK]: block,
      },
    })))
    .reduce((least, next) => (next.length < least.length ? next : least));
  return { brotli, gzip: gzipSync(bytes, { level: 9 }) };
}

/** The files that the app loads for the sample article, without images: as the page names them, and the article. */
export async function loadedBy(folder) {
  const page = await readFile(path.join(folder, "index.html"), "utf8");
  const all = await filesIn(folder);
  // The gallery of icons is named by the page too, and loaded under #icons only.
  const named = all.filter((name) => /\.(js|css|wasm)$/.test(name) && page.includes(name) && !name.startsWith("gallery"));
  // Snippets are imported by the glue, which names them; the page does not.
  const snippets = all.filter((name) => name.startsWith(`snippets${path.sep}`) && name.endsWith(".js"));
  const article = "articles/report.json";
  if (!all.includes(article)) throw new Error(`${folder}/${article} is missing; it is the sample that the sum is about`);
  for (const kind of [".js", ".css", ".wasm"]) {
    if (!named.some((name) => name.endsWith(kind))) throw new Error(`${folder}/index.html names no ${kind} file of its own folder`);
  }
  return ["index.html", ...named, ...snippets, article];
}

const kinds = ["raw", "gzip", "brotli"];
const count = (bytes) => bytes.toLocaleString("en").padStart(10);
const row = (name, sizes) => `${name.padEnd(46)} ${kinds.map((kind) => count(sizes[kind])).join(" ")}`;

/** A table for people: what the page loads, file by file, the rest in one line, and the sums. */
export function table({ files, app }) {
  const rest = Object.keys(files).filter((name) => !app.files.includes(name));
  return [
    `${"bytes".padEnd(46)} ${kinds.map((kind) => kind.padStart(10)).join(" ")}`,
    ...app.files.map((name) => row(name, files[name])),
    row(`${rest.length} more files (other articles, images)`, sum(rest.map((name) => files[name]))),
    row("the app with its sample article, no images", app),
  ].join("\n");
}

export function sum(list) {
  return Object.fromEntries(kinds.map((kind) => [kind, list.reduce((total, sizes) => total + sizes[kind], 0)]));
}
