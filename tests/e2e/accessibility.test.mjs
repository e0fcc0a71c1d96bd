// axe-core over every state of the reader: no violation, and nothing left open but what is explained here.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { npmFile } from "../../scripts/npm.mjs";
import { app, launch, open, serve, settle, visit } from "./lib.mjs";

const LIMIT = { timeout: 180_000 };
/** In forced colours the styles do not say what is painted. */
const FORCED = { "color-contrast": "the browser paints its own colours" };
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [320, 768, 1280];

/**
 * What axe cannot decide: its rule, the reason it gives, and where alone that is no fault. Contrast is looked at there in
 * two other ways, worked out from the styles by the reading tests and from pixels by those of contrast.
 */
const EXPLAINED = {
  // A comment's line on its side is a pseudo-element of it; it lies beside the text.
  "color-contrast pseudoContent": ".sf-comment",
  // What scrolls sideways is cut at the edge of its box.
  "color-contrast elmPartiallyObscured": ".sf-strip, .sf-table, pre, .demo-served",
  // Captions in a carousel, where the next picture begins.
  "color-contrast bgOverlap": ".sf-caption",
  // The count of pictures in the lightbox lies on a plate of its own over the picture.
  "color-contrast imgNode": ".sf-position",
  // Films of the samples are without speech, or carry their tracks.
  "video-caption": "video",
};

let browser, server, source;
before(async () => {
  source = await readFile(npmFile("axe-core", "axe.min.js"), "utf8");
  [browser, server] = await Promise.all([launch(), serve(app)]);
});
after(() => Promise.all([browser?.close(), server?.close()]));

/** Runs axe in the page as it is: what it found, a line each. */
async function faults(page, but = {}) {
  await page.evaluate(source);
  return page.evaluate(
    async ([tags, but, explained]) => {
      const { violations, incomplete } = await axe.run(document, { runOnly: tags, rules: { "target-size": { enabled: true } }, resultTypes: ["violations", "incomplete"], elementRef: true });
      const reason = (id, { any, all, none }) => [id, [...any, ...all, ...none][0]?.data?.messageKey].filter(Boolean).join(" ");
      const line = (id, { target, failureSummary }) => `${id}: ${target.flat().join(" ")} ${failureSummary?.split("\n").slice(1, 3).join(" ")}`;
      const bad = violations.filter(({ id }) => !but.includes(id)).flatMap(({ id, nodes }) => nodes.map((node) => line(id, node)));
      const open = incomplete.filter(({ id }) => !but.includes(id)).flatMap(({ id, nodes }) => nodes.map((node) => [reason(id, node), node]));
      const own = open.filter(([why, { element }]) => !(Object.hasOwn(explained, why) && element.closest(explained[why])));
      return [...bad, ...own.map(([why, node]) => line(`undecided, ${why}`, node))];
    },
    [TAGS, Object.keys(but), EXPLAINED],
  );
}

/** Without an article the page has no headline: the first heading of a page is the article's, or the host's. */
const NAMELESS = { "page-has-heading-one": "there is no article" };
const held = () => new Promise(() => {});
const gone = (route) => route.fulfill({ status: 404, contentType: "application/json", body: "{}" });
const comments = (more = "") => `/?src=articles/report.json${more}`;
const section = (page) => page.locator(".sf-comments");
/** What the browser leaves undrawn out of sight has its place in a box of a guessed size, so one thread lies on another there. */
const UNCUT = ".sf :is(.sf-thread, .sf-comment) { content-visibility: visible }";
const opened = async (page, words) => {
  const button = page.getByRole("button", { name: words.comments });
  await button.scrollIntoViewIfNeeded();
  if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
  await page.locator('.sf-comments[data-state="ready"]').waitFor();
  await page.addStyleTag({ content: UNCUT });
};
const menu = (page, words) => page.getByRole("button", { name: words.share, exact: true }).first().click();
const inMenu = async (page, words, item) => (await menu(page, words), page.getByRole("button", { name: item, exact: true }).click());

/** What the acts below press, in the two languages that the states are shown in. */
const ENGLISH = { share: "Share", copy: "Copy link", code: "QR code", mastodon: "Mastodon", enlarge: /^Enlarge/, comments: /^Comments/, fold: "Fold all", keys: "Keyboard shortcuts" };
const ARABIC = { share: "مشاركة", copy: "نسخ الرابط", code: "رمز QR", mastodon: "Mastodon", enlarge: /^تكبير/, comments: /^التعليقات/, fold: "اطوِ الكل", keys: "اختصارات لوحة المفاتيح" };

/** Targets that are asked for only where the page or the article names them. */
const MORE = { share: { targets: ["mastodon", "email", "copy", "qr"] } };

/** Each state: where it is, what brings it about, and what must be there for it to be that state. */
const STATES = {
  "while it loads": { but: NAMELESS, where: "/?src=articles/slow.json", before: (page) => page.route("**/articles/slow.json", held), has: '[data-state="loading"]', unready: true },
  "a report": { where: "/", has: ".sf-headline" },
  "every block": { where: "/?src=articles/every-block.json", has: ".sf-table" },
  "a live page": { where: "/?src=articles/live.json", has: ".sf-post" },
  "a long read": { where: "/?src=articles/long-read.json", has: ".sf-headline" },
  "Arabic": { where: "/?src=articles/arabic.json", has: '[dir="rtl"] .sf-headline' },
  "Japanese": { where: "/?src=articles/japanese.json", has: ".sf-headline" },
  "a post of WordPress": { where: "/?src=articles/formats/wordpress.json", has: ".sf-table" },
  "a post of a JSON Feed": { where: "/?src=articles/formats/feed.json", has: ".sf-headline" },
  "what could not be read": { where: "/?src=articles/broken/wrong-types.json&debug=1", has: ".sf-problems" },
  "a failure": { but: NAMELESS, where: "/?src=articles/broken/missing.json", has: '[data-state="failed"]' },
  "offline": { but: NAMELESS, where: "/?src=articles/away.json", before: async (page) => (await page.addInitScript(() => Object.defineProperty(navigator, "onLine", { get: () => false })), page.route("**/articles/away.json", (route) => route.abort())), has: '[data-reason="offline"]' },
  "the lightbox": { where: "/", act: async (page, words) => page.getByRole("button", { name: words.enlarge }).first().click(), has: "dialog[open] img" },
  "the share menu": { where: "/", act: menu, has: ".sf-share-menu:popover-open" },
  "the link copied": { where: "/", permissions: ["clipboard-read", "clipboard-write"], act: (page, words) => inMenu(page, words, words.copy), has: '.sf-share-menu [data-copied], [role="status"]:not(:empty)' },
  "the code of the link": { where: "/", data: MORE, act: (page, words) => inMenu(page, words, words.code), has: ".sf-share-menu:popover-open svg[role=img]" },
  "a server of Mastodon asked for": { where: "/", data: MORE, act: (page, words) => inMenu(page, words, words.mastodon), has: ".sf-share-menu:popover-open:has(input)" },
  "comments closed": { where: comments(), act: async (page) => section(page).scrollIntoViewIfNeeded(), has: ".sf-comments" },
  "comments open": { where: comments(), act: opened, has: ".sf-comment" },
  "comments folded": { where: comments(), act: async (page, words) => (await opened(page, words), page.getByRole("button", { name: words.fold, exact: true }).click()), has: ".sf-comment[data-line]" },
  "comments empty": { where: comments("&comments=articles/none.json"), before: (page) => page.route("**/articles/none.json", (route) => route.fulfill({ json: [] })), act: async (page) => (await section(page).scrollIntoViewIfNeeded(), page.locator('.sf-comments[data-state="empty"]').waitFor()), has: ".sf-comments" },
  "comments that failed": { where: comments("&comments=articles/none.json"), before: (page) => page.route("**/articles/none.json", gone), act: async (page) => (await section(page).scrollIntoViewIfNeeded(), page.locator('.sf-comments[data-state="failed"]').waitFor()), has: ".sf-comments" },
  "the keys of the comments": { where: comments(), act: async (page, words) => (await opened(page, words), page.getByRole("button", { name: words.keys, exact: true }).click()), has: ".sf-comments [role=group] kbd" },
  "a link to a comment": { where: `${comments()}#comment-7`, act: async (page) => page.locator('.sf-comments[data-state="ready"]').waitFor(), has: ".sf-comment" },
  "the icons": { where: "/#icons", act: (page, words) => words === ARABIC && page.getByLabel("Direction").selectOption({ label: "Right to left" }), has: "main svg", unready: true, english: true },
};

/** From right to left, the page is in Arabic: all that the reader draws of its own. The gallery is in English, but its icons turn. */
async function turned(page) {
  await page.route((url) => url.pathname === "/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<html lang="en"', '<html lang="ar" dir="rtl"') });
  });
}
/** An article of ours, an item of a feed, a post: each says its language in a member of its own. */
const OWN = { inLanguage: "ar", language: "ar", lang: "ar", dir: "rtl" };

/** Every article that comes has these members too. */
const having = (page, data) =>
  page.route("**/articles/**/*.json", async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: response.ok() && /^\s*\{/.test(text) ? JSON.stringify({ ...JSON.parse(text), ...data }) : text });
  });

async function reach({ where, act, has, before, unready, but, data, english, ...options }, context, rtl) {
  const opener = unready ? (b, origin, at, o) => visit(b, origin + at, o) : open;
  const first = async (page) => {
    if (rtl) await turned(page);
    if (rtl || data) await having(page, { ...data, ...(rtl && OWN) });
    await before?.(page);
  };
  const visited = await opener(browser, server.origin, where, { ...context, ...options, before: first });
  const { page } = visited;
  page.setDefaultTimeout(10_000);
  // What moves is half faded while axe looks.
  await act?.(page, rtl ? ARABIC : ENGLISH);
  await page.locator(has).first().waitFor({ state: "attached" });
  if (rtl && !english) assert.equal(await page.locator(has).first().evaluate((el) => getComputedStyle(el).direction), "rtl");
  return visited;
}

/** What is painted, and what axe cannot see of it. */
const PAINTED = {
  light: [{ colorScheme: "light" }, {}],
  dark: [{ colorScheme: "dark" }, {}],
  "in forced colours": [{ forcedColors: "active", colorScheme: "light" }, FORCED],
};

for (const [name, state] of Object.entries(STATES)) {
  for (const way of ["left to right", "right to left"]) {
    test(`${name}, from ${way}: axe finds nothing at 320, 768 and 1280 px, light, dark and in forced colours`, LIMIT, async () => {
      const { page, close } = await reach(state, { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" }, way === "right to left");
      const found = [];
      for (const [paint, [media, but]] of Object.entries(PAINTED)) {
        await page.emulateMedia({ ...media, reducedMotion: "reduce" });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          found.push(...(await faults(page, { ...state.but, ...but })).map((line) => `${width} ${paint} ${line}`));
        }
      }
      assert.deepEqual([...new Set(found)], []);
      await close();
    });
  }
}

/** Twelve faults, each put into the article that is shown, and the rule that sees it. */
const SEEDED = {
  "image-alt": (place) => (place.appendChild(new Image(40, 40)).src = "articles/art/boats-480.jpg"),
  "button-name": (place) => place.append(document.createElement("button")),
  "link-name": (place) => Object.assign(place.appendChild(document.createElement("a")), { href: "#" }),
  "color-contrast": (place) => (place.querySelector("p").style.color = "#ccc"),
  "aria-hidden-focus": (place) => Object.assign(place.appendChild(document.createElement("div")), { ariaHidden: "true" }).appendChild(Object.assign(document.createElement("button"), { textContent: "x" })),
  "aria-roles": (place) => place.querySelector("p").setAttribute("role", "paragraphs"),
  "aria-valid-attr": (place) => place.querySelector("p").setAttribute("aria-lable", "x"),
  "list": (place) => place.appendChild(document.createElement("ul")).appendChild(Object.assign(document.createElement("p"), { textContent: "x" })),
  "label": (place) => place.append(document.createElement("input")),
  "valid-lang": (place) => place.querySelector("p").setAttribute("lang", "xx-nothing"),
  "tabindex": (place) => place.querySelector("a").setAttribute("tabindex", "5"),
  "target-size": (place) => {
    for (let at = 0; at < 2; at++) Object.assign(place.appendChild(document.createElement("button")), { textContent: "x" }).style.cssText = "inline-size: 10px; block-size: 10px; padding: 0; border: 0; font-size: 8px; color: black; background: white";
  },
};

test("what axe cannot decide is a fault where it is not explained", LIMIT, async () => {
  const { page, close } = await reach(STATES["a report"], { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  await page.evaluate(() => (document.querySelector(".sf-body p").style.background = "linear-gradient(white, yellow)"));
  const found = await faults(page);
  assert.ok(found.length > 0 && found.every((line) => line.startsWith("undecided, color-contrast bgGradient: ")), found.join("; "));
  await close();
});

test("each of twelve seeded faults is caught", LIMIT, async () => {
  const { page, close } = await reach(STATES["a report"], { viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  await settle(page);
  assert.deepEqual(await faults(page), []);
  for (const [rule, seed] of Object.entries(SEEDED)) {
    await page.evaluate(`{ const place = document.querySelector(".sf-article"); globalThis.before = place.cloneNode(true); (${seed})(place); }`);
    const found = await faults(page);
    assert.ok(found.some((line) => line.startsWith(`${rule}: `)), `${rule} was not seen: ${found.join("; ")}`);
    await page.evaluate(() => document.querySelector(".sf-article").replaceWith(globalThis.before));
  }
  await close();
});
