// Finishes dist/app after `trunk build --release`: shrinks program and script, puts a .br and a .gz beside each file that
// compresses, and writes and prints what it weighs.
//   node scripts/dist.mjs            all of that
//   node scripts/dist.mjs --table    only prints the table of the last time
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { shrink } from "./shrink.mjs";
import { compress, filesIn, loadedBy, sum, table } from "./sizes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, "dist/app");
const report = path.join(root, "target/sizes.json");

if (process.argv.includes("--table")) {
  console.log(table(JSON.parse(await readFile(report, "utf8"))));
} else {
  const names = await filesIn(folder);

  // The names keep Trunk's hashes, which are of the text before; equal text and equal tools give equal files.
  const glues = names.filter((name) => name.endsWith(".js") && names.includes(name.replace(/\.js$/, "_bg.wasm")));
  if (glues.length === 0) throw new Error("dist/app has no script with its wasm: trunk build comes first");
  for (const glue of glues) {
    const script = path.join(folder, glue);
    if (!existsSync(`${script}.br`)) await shrink(script, script.replace(/\.js$/, "_bg.wasm"));
  }

  // The comments and indents of the page are for us.
  const page = path.join(folder, "index.html");
  const html = await readFile(page, "utf8");
  await writeFile(page, html.replace(/<!--[\s\S]*?-->/g, "").replace(/^\s+/gm, "").replace(/^\/\/.*\n/gm, ""));

  // The samples are written for people; what is served needs no white space. The broken ones stay as they are.
  for (const name of names.filter((name) => /^articles.[^/\\]*\.json$/.test(name))) {
    const file = path.join(folder, name);
    await writeFile(file, JSON.stringify(JSON.parse(await readFile(file, "utf8"))));
  }

  const files = {};
  for (const name of names) {
    const file = path.join(folder, name);
    const bytes = await readFile(file);
    const small = compress(name, bytes);
    if (small) {
      await writeFile(`${file}.br`, small.brotli);
      await writeFile(`${file}.gz`, small.gzip);
    }
    files[name] = { raw: bytes.length, gzip: small?.gzip.length ?? bytes.length, brotli: small?.brotli.length ?? bytes.length };
  }

  const loaded = await loadedBy(folder);
  const sizes = { app: { files: loaded, ...sum(loaded.map((name) => files[name])) }, files };
  await mkdir(path.dirname(report), { recursive: true });
  await writeFile(report, `${JSON.stringify(sizes, null, 2)}\n`);
  console.log(table(sizes));
}
