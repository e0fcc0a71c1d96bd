// Runs the end-to-end tests one after the other: they share two processor cores with a browser.
//   node tests/e2e/run.mjs            all
//   node tests/e2e/run.mjs app        those whose file name contains "app"
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv[2] ?? "";
const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs") && name.includes(wanted));
if (files.length === 0) {
  console.error(`No file tests/e2e/*.test.mjs has a name with "${wanted}" in it.`);
  process.exit(1);
}
const flags = ["--test", "--test-concurrency=1", "--test-reporter=spec"];
const { status } = spawnSync(process.execPath, [...flags, ...files.sort().map((name) => folder + name)], { stdio: "inherit" });
process.exit(status ?? 1);
