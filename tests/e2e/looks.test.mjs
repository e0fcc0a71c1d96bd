// How the page looks, next to how it looked when somebody found it right. Both are shrunk to squares of 16 pixels, each with
// its neighbourhood: a picture that is gone, a column that has moved and the wrong colours are seen; another font, and
// another smoothing of its edges, are not.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { app, serve, visit } from "./lib.mjs";
import { host, SCRIPT } from "./host.mjs";
import { THREAD, serving } from "./threads.mjs";
import { keep, kept, renews } from "./goldens.mjs";
import { laboratory } from "./pixels.mjs";
import { through } from "./roots.mjs";

const LIMIT = { timeout: 120_000 };
const CELL = 16;
/** Squares to each side, the difference that counts (text on paper is some 25 darker than paper), and squares above and under. */
const HOW = { reach: 2, by: 14, slack: 5 };
/** The share of a page that may differ. */
const MOST = 0.1;

let browser, show, close, site, lab;
before(async () => {
  ({ browser, show, close } = await host());
  [site, lab] = await Promise.all([serve(app), laboratory(browser)]);
});
after(() => Promise.all([close?.(), site?.close()]));

const HEIGHT = 900;
const REPORT = '<standfirst-article src="/articles/report.json" comments="/thread.json" comments-open></standfirst-article>';
async function open(body, width, options = {}) {
  const visited = await show(`<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><style>body { margin: 0 }</style>${SCRIPT}${body}`, {
    viewport: { width, height: HEIGHT },
    reducedMotion: "reduce",
    ...options,
    before: async (page) => {
      page.setDefaultTimeout(10_000);
      await through(page);
      await page.clock.setFixedTime("2026-11-01T12:00:00Z");
      await serving({ "/thread.json": THREAD })(page);
    },
  });
  await visited.page.locator(".sf-headline").waitFor();
  return visited;
}
/** All that is to be seen is there. */
const painted = (page) =>
  page.waitForFunction(async () => {
    await document.fonts.ready;
    const seen = through.all("img").filter((el) => el.getBoundingClientRect().top < innerHeight);
    return seen.every((el) => el.complete && el.naturalWidth > 0);
  });
async function look(page) {
  await painted(page);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  return Buffer.from(await lab.shrink(await page.screenshot({ animations: "disabled", caret: "hide" }), CELL), "base64");
}
const golden = (name) => {
  const found = kept(`${name}.png`);
  if (!found) throw new Error(`tests/e2e/goldens/${name}.png is missing. Make it with STANDFIRST_RENEW=1, and look at it.`);
  return found;
};
const apart = (one, two) => lab.apart(one, two, HOW);
async function same(name, page, t) {
  const now = await look(page);
  if (renews) return keep(`${name}.png`, now);
  const share = await apart(golden(name), now);
  t.diagnostic(`${name}: ${(share * 100).toFixed(1)}% of it differs`);
  assert.ok(share <= MOST, `${(share * 100).toFixed(1)}% of it is not as in tests/e2e/goldens/${name}.png, of which each pixel is a square of ${CELL}. If it is right, renew that with STANDFIRST_RENEW=1.`);
}

for (const width of [320, 768, 1280]) {
  test(`at ${width} px an article looks as it did, in light and dark`, LIMIT, async (t) => {
    const { page, close } = await open(REPORT, width);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await same(`article-${width}-${colorScheme}`, page, t);
    }
    await close();
  });
}

test("comments and an open share menu look as they did", LIMIT, async (t) => {
  const { page, close } = await open(REPORT, 768);
  await page.getByRole("button", { name: "Share", exact: true }).first().click();
  await page.getByRole("list", { name: "Share" }).waitFor();
  await same("share-768-light", page, t);
  await page.keyboard.press("Escape");
  await page.locator(".sf-comments").scrollIntoViewIfNeeded();
  await page.locator('.sf-comments[data-state="ready"]').waitFor();
  await page.locator(".sf-comments").evaluate((el) => el.scrollIntoView({ block: "start", behavior: "instant" }));
  await same("comments-768-light", page, t);
  await close();
});

test("the gallery of icons looks as it did", LIMIT, async (t) => {
  const { page, close } = await visit(browser, `${site.origin}/#icons`, { viewport: { width: 1280, height: HEIGHT }, reducedMotion: "reduce", before: through });
  await page.locator(".demo-icon").first().waitFor();
  await same("icons-1280-light", page, t);
  await close();
});

/** What is to be seen, and what is not. */
const WRONG = {
  "without the picture": ".sf-lead img { visibility: hidden }",
  "without the margin column, or the room beside the text": ".sf-article { --sf-margin: 0rem !important; padding-inline: 0 !important; max-inline-size: none !important; --sf-measure: 100% !important }",
  "on other paper": ".sf { --sf-paper: #e4e4ea !important }",
  "with text of half the size": ".sf-article { --sf-size: 0.6rem !important }",
};
const ALIKE = {
  "as it is": "",
  "with another serif": '.sf { --sf-serif: "DejaVu Serif" !important }',
  "with another sans": '.sf { --sf-sans: "DejaVu Sans" !important }',
  "a fraction of a pixel away": ".sf { text-rendering: geometricPrecision; translate: 0.4px 0.4px }",
};

test("control: other colours, columns and sizes, and a picture that is gone, are seen; other fonts and another smoothing are not", LIMIT, async (t) => {
  if (renews) return;
  const found = [];
  const faults = [];
  // In 320 pixels the picture is below, and there is no room beside the text.
  for (const width of [768, 1280]) {
    const { page, close } = await open(REPORT, width);
    await page.evaluate(() => {
      globalThis.probe = new CSSStyleSheet();
      for (const root of through.roots()) root.adoptedStyleSheets = [...root.adoptedStyleSheets, probe];
    });
    const right = golden(`article-${width}-light`);
    const shares = { dark: await apart(right, golden(`article-${width}-dark`)) };
    for (const [name, style] of Object.entries({ ...WRONG, ...ALIKE })) {
      await page.evaluate((style) => probe.replaceSync(style), style);
      shares[name] = await apart(right, await look(page));
    }
    for (const [name, share] of Object.entries(shares)) {
      found.push(`${width} px, ${name}: ${(share * 100).toFixed(1)}%`);
      if (Object.hasOwn(ALIKE, name) ? share > MOST : share <= MOST) faults.push(found.at(-1));
    }
    await close();
  }
  t.diagnostic(found.join("; "));
  assert.deepEqual(faults, []);
});
