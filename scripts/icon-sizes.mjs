// Weighs two programs, one that names three icons and one that names them all, and adds them to target/sizes.json: only
// what a program names is linked. The Makefile calls it with the flags of the release.
import { spawnSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { shrink } from "./shrink.mjs";
import { compress } from "./sizes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const report = path.join(root, "target/sizes.json");
const folder = path.join(root, "target/icon-sizes");
const wasm = "wasm32-unknown-unknown";

run("cargo", ["build", "--release", "--locked", "--quiet", "--target", wasm, "--features", "csr", "--example", "three_icons", "--example", "all_icons"]);
const sizes = JSON.parse(await readFile(report, "utf8"));
await rm(folder, { recursive: true, force: true });
const carried = {};
for (const name of ["three_icons", "all_icons"]) {
  run("wasm-bindgen", ["--target", "web", "--no-typescript", "--out-dir", folder, path.join(root, `target/${wasm}/release/examples/${name}.wasm`)]);
  const program = path.join(folder, `${name}_bg.wasm`);
  await shrink(path.join(folder, `${name}.js`), program);
  const bytes = await readFile(program);
  carried[name] = bytes.toString("latin1");
  const { brotli, gzip } = compress(program, bytes);
  sizes[name] = { raw: bytes.length, gzip: gzip.length, brotli: brotli.length };
  console.log(`${name}: ${bytes.length} raw, ${gzip.length} gzip, ${brotli.length} brotli`);
}
await writeFile(report, `${JSON.stringify(sizes, null, 2)}\n`);

// By what each says of itself, as far as the program holds text in one piece.
const entries = (await readFile(path.join(root, "target/icons/icons.txt"), "latin1")).split("\n\n")[0].split("\n").map((line) => line.split("\t"));
const named = new Set(["calendar", "clock", "tag"]);
const holds = (program, [, , description]) => carried[program].includes(description);
const faults = [
  ...entries.filter((entry) => holds("three_icons", entry) !== named.has(entry[0])).map(([name]) => `three_icons: ${name}`),
  ...entries.filter((entry) => !holds("all_icons", entry)).map(([name]) => `all_icons: ${name}`),
];
if (faults.length > 0) {
  console.error(`A program does not carry just the icons that it names:\n${faults.join("\n")}`);
  process.exit(1);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(1);
}
