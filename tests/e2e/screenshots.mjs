// Pictures of the app, to be looked at: each sample in three widths and both schemes, the whole page and its first screen.
//   node tests/e2e/screenshots.mjs                    all of them
//   node tests/e2e/screenshots.mjs report 320 dark    those that fit: names, widths and schemes, in any order
// They need dist/app (`make dist`) and go to target/screenshots/NAME-WIDTH-SCHEME.png and …-fold.png.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { app, launch, open, root, serve, settle } from "./lib.mjs";

const HEIGHTS = { 320: 640, 768: 1024, 1440: 900 };
const WIDTHS = Object.keys(HEIGHTS).map(Number);
const SCHEMES = ["light", "dark"];
const NAMES = ["report", "every-block", "arabic", "japanese", "live"];

const asked = process.argv.slice(2);
const widthsAsked = asked.filter((word) => /^\d+$/.test(word)).map(Number);
const schemesAsked = asked.filter((word) => SCHEMES.includes(word));
const namesAsked = asked.filter((word) => !/^\d+$/.test(word) && !SCHEMES.includes(word));
const orAll = (some, all) => (some.length > 0 ? some : all);

const out = path.join(root, "target/screenshots");
mkdirSync(out, { recursive: true });

// A picture full of empty boxes says nothing about the page.
for (const [lang, fonts] of [["ja", "fonts-noto-cjk"], ["ar", "fonts-noto-core"]]) {
  const found = spawnSync("fc-list", [`:lang=${lang}`], { encoding: "utf8" });
  if (found.stdout === "") console.warn(`No font for "${lang}" is installed; its pictures will show boxes. Mend it with: apt-get install ${fonts}`);
}

const site = await serve();
const browser = await launch();
let failures = 0;
for (const name of orAll(namesAsked, NAMES)) {
  if (!existsSync(path.join(app, `articles/${name}.json`))) {
    console.error(`${name}: there is no articles/${name}.json`);
    failures += 1;
    continue;
  }
  for (const width of orAll(widthsAsked, WIDTHS)) {
    for (const colorScheme of orAll(schemesAsked, SCHEMES)) {
      const viewport = { width, height: HEIGHTS[width] ?? 900 };
      const { page, state, close } = await open(browser, site.origin, `/?src=articles/${name}.json`, { viewport, colorScheme, reducedMotion: "reduce" });
      // A lazy picture that was never scrolled to would be a blank.
      await page.evaluate(() => Promise.all([...document.images].map((image) => {
        image.loading = "eager";
        return image.complete || new Promise((done) => ["load", "error"].forEach((event) => image.addEventListener(event, done)));
      })));
      await settle(page);
      const file = path.join(out, `${name}-${width}-${colorScheme}`);
      await page.screenshot({ path: `${file}-fold.png` });
      await page.screenshot({ path: `${file}.png`, fullPage: true });
      // Sideways scrolling is the fault most easily missed in a picture.
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      console.log(`${path.relative(root, file)}.png   ${state}${over > 0 ? `   ${over}px WIDER THAN THE SCREEN` : ""}`);
      if (state !== "ready") failures += 1;
      await close();
    }
  }
}
await browser.close();
await site.close();
process.exit(failures > 0 ? 1 : 0);
