// Writes the files of the icon catalogue into target/icons: icons.txt, icons.svg, icons/NAME.svg. Trunk calls it before
// each build. The writer is compiled alone, from the catalogue's own files, and only when one of them has changed.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, "target/icons");
const writer = path.join(folder, "write");
const sources = ["scripts/icons.rs", ...readdirSync(path.join(root, "src/icons")).map((name) => `src/icons/${name}`)];

const time = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newest = Math.max(...sources.map((name) => time(path.join(root, name))));
if (time(path.join(folder, "icons.txt")) < newest || time(writer) < newest) {
  mkdirSync(folder, { recursive: true });
  run("rustc", ["--edition", "2024", "-o", writer, "scripts/icons.rs"]);
  run(writer, [folder]);
}

function run(command, args) {
  // Flags that the wasm build is given are not for this.
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(1);
}
