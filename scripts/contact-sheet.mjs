// Draws docs/icons.png: every icon of the catalogue at 16, 24 and 48 pixels, to be looked at. `make contact-sheet`.
//   node scripts/contact-sheet.mjs FILE SCALE    into another file, or larger
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../tests/e2e/lib.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const [file = path.join(root, "docs/icons.png"), scale = "1.5"] = process.argv.slice(2);
const sprite = readFileSync(path.join(root, "target/icons/icons.svg"), "utf8");
const names = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, name]) => name);
const use = (name, size) => `<svg width="${size}" height="${size}"><use href="#${name}"/></svg>`;
const cell = (name) => `<li><p>${use(name, 16)}${use(name, 24)}${use(name, 48)}</p>${name}</li>`;
const page = `<!doctype html><meta charset="utf-8"><style>
  body { margin: 24px; background: #fffefb; color: #16181c; font: 12px/1.4 system-ui, "Noto Sans", sans-serif }
  ul { display: grid; grid-template-columns: repeat(6, 1fr); gap: 18px 12px; margin: 0; padding: 0; list-style: none }
  p { display: flex; align-items: center; gap: 12px; margin: 0 0 4px }
</style><div hidden>${sprite}</div><ul>${names.map(cell).join("")}</ul>`;

const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1080, height: 800 }, deviceScaleFactor: Number(scale) });
const tab = await context.newPage();
await tab.setContent(page);
await tab.screenshot({ path: file, fullPage: true });
await browser.close();
console.log(`${names.length} icons in ${path.relative(root, file)}`);
