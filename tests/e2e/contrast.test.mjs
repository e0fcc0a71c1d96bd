// Whether what is written can be read, by the pixels: the paper is the most frequent colour of the place of a text, the ink
// that which is farthest from it. The reading tests work contrast out from the styles; this sees what is painted.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { article, host, SCRIPT } from "./host.mjs";
import { THREAD, serving } from "./threads.mjs";
import { laboratory } from "./pixels.mjs";

const LIMIT = { timeout: 120_000 };
const { body, ...REPORT } = article("report");
const EVERY = article("every-block").body;
const DATA = { ...REPORT, commentsUrl: undefined, body: [...body.slice(0, 6), ...EVERY.filter(({ type, provider, spans }) => ["numbers", "table", "code", "callout", "details", "link-card", "live-post"].includes(type) || provider === "YouTube" || spans).slice(0, 20)] };

/** Each kind of text, and where it stands. */
const TEXTS = {
  "the headline": ".sf-headline",
  "the kicker": ".sf-kicker .sf-section",
  "the label": ".sf-label",
  "the standfirst": ".sf-standfirst",
  "the byline": ".sf-authors",
  "a date": ".sf-times span",
  "a paragraph": ".sf-body > p",
  "a link in a text": ".sf-body p a",
  "a caption": ".sf-caption",
  "a credit": ".sf-credit",
  "a button": ".sf-share",
  "the button of an embed": ".sf-embed .sf-button",
  "the note of an embed": ".sf-embed-note",
  "a number's words": ".sf-numbers dt",
  "the head of a table": ".sf-table th",
  "a cell": ".sf-table td",
  "code": ".sf-code code",
  "a summary": ".sf-details > summary",
  "a tag": ".sf-tags a",
  "the date of something related": ".sf-related time",
  "the rights": ".sf-rights",
  "the number of comments": ".sf-comments-count",
  "what can be done with comments": ".sf-comments-bar .sf-quiet",
  "the name of a reader": ".sf-comment-name",
  "the date of a comment": ".sf-comment-date",
  "the text of a comment": ".sf-comment-text p",
  "initials": ".sf-avatar",
};
/** What changes its colour under the pointer. */
const POINTED = { "a link in a text": ".sf-body p a", "a button": ".sf-share", "a link to something related": ".sf-related a", "the button of the comments": ".sf-disclosure > button", "what can be done with comments": ".sf-comments-bar .sf-quiet" };
/** As a publisher would set it. */
const BLUE = "--standfirst-accent: light-dark(#0b57d0, #8ab4f8)";
const CASES = { "light": ["light", ""], "dark": ["dark", ""], "light, with a publisher's accent": ["light", BLUE], "dark, with a publisher's accent": ["dark", BLUE] };

let browser, show, close, lab;
before(async () => {
  ({ browser, show, close } = await host());
  lab = await laboratory(browser);
});
after(() => close?.());

/** The first text of each kind: where its first line is, in pixels of the picture, and whether it is large. */
const places = (page, texts) =>
  page.evaluate((texts) => {
    const roots = (place = document) => [place, ...[...place.querySelectorAll("*")].flatMap((el) => (el.shadowRoot ? roots(el.shadowRoot) : []))];
    return Object.entries(texts).map(([name, selector]) => {
      const el = roots().map((root) => root.querySelector(selector)).find(Boolean);
      if (!el) return { name };
      const words = document.createTreeWalker(el, NodeFilter.SHOW_TEXT, { acceptNode: (node) => (node.data.trim() ? 1 : 2) }).nextNode();
      if (!words) return { name };
      const range = document.createRange();
      range.selectNodeContents(words);
      const line = [...range.getClientRects()].find(({ width }) => width > 2);
      const style = getComputedStyle(words.parentElement);
      const size = parseFloat(style.fontSize);
      const box = [line.left + scrollX, line.top + scrollY, line.width, line.height].map((it) => Math.round(it * devicePixelRatio));
      return { name, box, large: size >= 24 || (size >= 18.66 && style.fontWeight >= 700), text: words.data.trim().slice(0, 24) };
    });
  }, texts);

/** What cannot be read in the page as it is painted now. */
async function faults(page, texts = TEXTS) {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await lab.keep("page", await page.screenshot());
  const found = [];
  const papers = new Set();
  for (const { name, box, large, text } of await places(page, texts)) {
    if (!box) {
      found.push(`${name}: there is none`);
      continue;
    }
    const { ratio, paper } = await lab.ink("page", ...box);
    papers.add(paper.join());
    if (ratio < (large ? 3 : 4.5)) found.push(`${name}: ${ratio.toFixed(2)}:1 “${text}”`);
  }
  return { found, papers };
}

for (const [name, [colorScheme, style]] of Object.entries(CASES)) {
  test(`${name}: every kind of text stands out from what is painted behind it by 4.5:1, a large one by 3:1`, LIMIT, async () => {
    const { page, close } = await show(`${SCRIPT}<standfirst-article style="${style}" src="/articles/mixed.json" comments="/thread.json" comments-open></standfirst-article>`, {
      viewport: { width: 700, height: 900 },
      deviceScaleFactor: 2, // thin strokes of small letters are painted in their ink
      colorScheme,
      reducedMotion: "reduce",
      before: async (page) => (page.setDefaultTimeout(10_000), await serving({ "/articles/mixed.json": DATA, "/thread.json": THREAD })(page)),
    });
    await page.locator(".sf-comments").scrollIntoViewIfNeeded();
    await page.locator('.sf-comments[data-state="ready"]').waitFor();
    // All of the page is in the window: nothing is scrolled, and what is drawn when it is near is drawn.
    await page.setViewportSize({ width: 700, height: await page.evaluate(() => document.documentElement.scrollHeight) });
    const { found, papers } = await faults(page);
    for (const [what, selector] of Object.entries(POINTED)) {
      const place = page.locator(selector).first();
      const colour = () => place.evaluate((el) => getComputedStyle(el).color);
      const before = await colour();
      await place.hover();
      assert.notEqual(await colour(), before, `${what} has another colour under the pointer`);
      const [{ box, text }] = await places(page, { [what]: selector });
      const [x, y, width, height] = box.map((part) => part / 2);
      await lab.keep("piece", await page.screenshot({ clip: { x, y, width, height } }));
      const { ratio } = await lab.ink("piece", 0, 0, ...box.slice(2));
      if (ratio < 4.5) found.push(`${what}, under the pointer: ${ratio.toFixed(2)}:1 “${text}”`);
    }
    assert.deepEqual(found, []);
    assert.ok([...papers].includes(colorScheme === "light" ? "255,254,251" : "18,20,23"), [...papers].join(" "));
    await close();
  });
}

test("control: a pale text, a pale large one and one without ink are found, and what is just dark enough is not", LIMIT, async () => {
  const { page, close } = await show('<p class="a" style="color: #888">Pale words</p><p class="b" style="color: #aaa; font-size: 30px">Pale words</p><p class="c" style="color: #fff">No words</p><p class="d" style="color: #6f6f6f">Dark enough</p><p class="e" style="color: #8a8a8a; font-size: 30px">Dark enough</p>', { viewport: { width: 700, height: 400 }, deviceScaleFactor: 2 });
  const { found } = await faults(page, { a: ".a", b: ".b", c: ".c", d: ".d", e: ".e", f: ".f" });
  assert.deepEqual(found.map((fault) => fault.split(":")[0]), ["a", "b", "c", "f"]);
  await close();
});
