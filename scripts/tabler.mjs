// Reads the shapes of src/icons/data.rs from Tabler Icons anew: for each icon whose source is Tabler("name") or
// TablerFilled("name") it joins the paths of that file and writes them back, as line or as fill as it stands there.
// Not part of any build.
//   npm install --prefix /tmp/tabler @tabler/icons@3.51.0
//   node scripts/tabler.mjs /tmp/tabler/node_modules/@tabler/icons            writes what has changed
//   node scripts/tabler.mjs /tmp/tabler/node_modules/@tabler/icons --check    only says what would change
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const [folder, ...options] = process.argv.slice(2);
if (!folder || !existsSync(path.join(folder, "icons"))) {
  console.error("usage: node scripts/tabler.mjs FOLDER-OF-@tabler/icons [--check]");
  process.exit(2);
}
const file = fileURLToPath(new URL("../src/icons/data.rs", import.meta.url));

/** All paths of one icon as one. The empty square that each file begins with is not a shape. */
function shape(kind, name) {
  const svg = readFileSync(path.join(folder, "icons", kind, `${name}.svg`), "utf8");
  if (/<(circle|rect|line|poly|ellipse)/.test(svg)) throw new Error(`${kind}/${name} has more than paths`);
  return [...svg.matchAll(/ d="([^"]*)"/g)]
    .map(([, d]) => d)
    .filter((d) => d !== "M0 0h24v24H0z")
    .join("")
    .replaceAll(" -", "-");
}

const before = readFileSync(file, "utf8");
let count = 0;
const after = before.replace(/ = \{[^{}]*\} drawn \{[^{}]*\}/g, (icon) => {
  const source = icon.match(/source: Tabler(Filled)?\("([^"]+)"\)/);
  if (!source) return icon;
  count += 1;
  const [, filled, name] = source;
  const d = shape(filled ? "filled" : "outline", name);
  return icon.replace(/(line|fill): "[^"]*"/, (_, key) => `${key}: "${d}"`);
});

if (options.includes("--check")) {
  console.log(after === before ? `${count} shapes are as in the package` : "src/icons/data.rs differs from the package");
  process.exit(after === before ? 0 : 1);
}
writeFileSync(file, after);
console.log(`${count} shapes read`);
