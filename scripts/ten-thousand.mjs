// Writes the sample of ten thousand comments, 3 MB, which is made rather than kept. Trunk calls it before each build.
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { thread } from "./bench/thread.mjs";

const file = fileURLToPath(new URL("../target/comments/ten-thousand.json", import.meta.url));
if (!existsSync(file)) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(thread(10_000)));
}
