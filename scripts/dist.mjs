// Finishes dist/app after `trunk build --release`: minifies the script, puts a .br and a .gz beside each file that
// compresses, and writes and prints what it weighs.
//   node scripts/dist.mjs            all of that
//   node scripts/dist.mjs --table    only prints the table of the last time
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { tool } from "./npm.mjs";
import { compress, filesIn, loadedBy, sum, table } from "./sizes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, "dist/app");
const report = path.join(root, "target/sizes.json");

if (process.argv.includes("--table")) {
  console.log(table(JSON.parse(await readFile(report, "utf8"))));
} else {
  const { transform } = tool("esbuild");
  const names = await filesIn(folder);

  // wasm-bindgen's glue and the snippets it imports. Nothing else: what comes from public/ is not ours to rewrite.
  // The name keeps Trunk's hash, which is of the text before; equal text and an equal esbuild give an equal file.
  const isGlue = (name) => names.includes(name.replace(/\.js$/, "_bg.wasm")) || name.startsWith("snippets/");
  const glue = names.filter((name) => name.endsWith(".js") && isGlue(name));
  for (const name of glue) {
    const file = path.join(folder, name);
    // "esm" keeps the exports' names and import.meta, by which the glue finds its wasm.
    const { code } = await transform(await readFile(file, "utf8"), { format: "esm", target: "esnext", minify: true, legalComments: "none" });
    await writeFile(file, code);
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
