// Small windows, large text, wide spacing, less motion and forced colours, in an element of somebody else's page and in what
// opens in it. The reading tests hold the app to the same at its widths.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { host, SCRIPT } from "./host.mjs";
import { THREAD, serving } from "./threads.mjs";
import { lost, overlapping, through } from "./roots.mjs";

const LIMIT = { timeout: 180_000 };
/** WCAG 1.4.12. What a reader's own style says is important. */
const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";
const LARGE = { "text as it is": "", "text twice as large": "html { font-size: 200% }" };
/** A window of 1280 by 1024 pixels at 400%. */
const WINDOWS = [{ width: 320, height: 640 }, { width: 320, height: 256 }];

let show, close;
before(async () => ({ show, close } = await host()));
after(() => close?.());

const article = (name, more = "") => `<standfirst-article src="/articles/${name}.json" ${more}></standfirst-article>`;
const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();
const menu = (page) => page.getByRole("list", { name: "Share" });
/** Each state: what stands in the page, and what brings it about. */
const STATES = {
  "every block": { body: article("every-block"), act: (page) => page.locator(".sf-article:has(.sf-body) .sf-headline").waitFor() },
  "an Arabic article": { body: article("arabic"), act: (page) => page.locator(".sf-article:has(.sf-body) .sf-headline").waitFor() },
  "an open share menu": { body: article("report", 'share="facebook mastodon whatsapp email link"'), act: async (page) => (await press(page, "Share"), await menu(page).waitFor()) },
  "open comments": { body: article("short", 'comments="/thread.json" comments-open'), act: (page) => page.locator('.sf-comments[data-state="ready"]').waitFor() },
  "an article that cannot be had": { body: article("none"), act: (page) => page.locator('[data-state="failed"]').waitFor({ state: "attached" }) },
};
const SHORT = { headline: "Salt and light", inLanguage: "en", body: [{ type: "paragraph", text: "A paragraph." }] };
const LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const TALK = [...THREAD, { ...THREAD.at(-1), id: "long", author: { name: `${LONG} ${LONG}` }, text: `${LONG}, https://news.example/${LONG.repeat(3)}` }];
async function open(body, options) {
  const visited = await show(`<meta name="viewport" content="width=device-width"><style>body { margin: 0 }</style>${SCRIPT}${body}`, {
    viewport: { width: 320, height: 640 },
    reducedMotion: "reduce",
    ...options,
    before: async (page) => (page.setDefaultTimeout(10_000), await through(page), await serving({ "/articles/short.json": SHORT, "/thread.json": TALK })(page)),
  });
  return visited;
}
const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

describe("reflow", LIMIT, () => {
  for (const [name, { body, act }] of Object.entries(STATES)) {
    test(`${name}: in 320 pixels, at 400%, with text twice as large and with wide spacing, nothing is lost at a side, cut off or on one another`, async () => {
      const { page, close } = await open(body);
      await act(page);
      const faults = [];
      const look = async (what) => {
        for (const size of WINDOWS) {
          await page.setViewportSize(size);
          await frames(page);
          const found = [...(await lost(page)), ...(await overlapping(page))];
          faults.push(...found.map((fault) => `${what}, ${size.width}x${size.height}: ${fault}`));
        }
      };
      for (const [what, style] of Object.entries(LARGE)) {
        await page.evaluate((style) => (document.head.appendChild(document.createElement("style")).textContent = style), style);
        await look(what);
      }
      await page.evaluate(() => [...document.head.querySelectorAll("style")].at(-1).remove());
      await page.evaluate((style) => through.style(style), SPACING);
      await look("wide spacing");
      assert.deepEqual(faults, []);
      await close();
    });
  }

  test("control: without what holds it together an article leaves the window, and is cut off", async () => {
    const { page, close } = await open(STATES["every block"].body);
    await STATES["every block"].act(page);
    await page.evaluate(() => through.style(".sf-table, .sf-code pre { overflow: visible } .sf-headline { white-space: nowrap; overflow: hidden } .sf-standfirst { margin-block-start: -2em }"));
    const found = (await lost(page)).join("; ");
    assert.match(found, /the page is \d+ px wide/);
    assert.match(found, /h1\.sf-headline .* is cut off/);
    assert.match((await overlapping(page)).join("; "), /p\.sf-standfirst .* lies on h1\.sf-headline/);
    await close();
  });

  test("control: what is too wide, cut off or on something else is found, also in a shadow root", async () => {
    const { page, close } = await open('<div id="host"></div>');
    await page.evaluate(() => {
      const root = document.querySelector("#host").attachShadow({ mode: "open" });
      root.innerHTML = '<p style="white-space: nowrap">A line that is much wider than a window of 320 pixels can ever hold</p><p style="block-size: 1em; overflow: hidden">Two lines of words that only one line has the room to show</p><p style="margin-block-end: -1.2em">Under</p><div>Over</div>';
    });
    assert.match((await lost(page)).join("; "), /the page is \d+ px wide in 320; p “A line.* reaches from 0 to \d+ px; p “Two lines.* is cut off/);
    // Which of them begins above the other, the font decides.
    assert.match((await overlapping(page)).join("; "), /Under” lies on div “Over|Over” lies on p “Under/);
    await close();
  });
});

describe("less motion", LIMIT, () => {
  /** Everything that begins to move for longer than 100 ms, in whatever root, from now on. A wait before it is no motion. */
  const watch = (page) =>
    page.evaluate(() => {
      globalThis.moved = [];
      const lasts = ({ effect }) => effect.getComputedTiming().activeDuration > 100;
      const name = ({ animationName, transitionProperty, effect }) => `${animationName ?? transitionProperty} of ${through.named(effect.target)}`;
      const note = ({ target }) => {
        moved.push(...target.getAnimations({ subtree: true }).filter(lasts).map(name));
      };
      const listen = (root) => ["animationstart", "transitionrun"].forEach((type) => root.addEventListener(type, note, true));
      through.roots().forEach(listen);
      globalThis.running = () => through.roots().flatMap((root) => root.getAnimations()).filter((one) => one.playState === "running" && lasts(one)).map(name);
    });
  const presses = async (reducedMotion) => {
    const { page, close } = await open(article("every-block", 'comments="/thread.json" comments-open'), { viewport: { width: 1280, height: 800 }, reducedMotion, permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator(".sf-article:has(.sf-body) .sf-headline").waitFor();
    await page.locator(".sf-comments").scrollIntoViewIfNeeded();
    await page.locator('.sf-comments[data-state="ready"]').waitFor();
    await watch(page);
    const found = new Set();
    const look = async () => (await frames(page), (await page.evaluate(() => [...running(), ...moved])).forEach((fault) => found.add(fault)));
    await press(page, "Fold all");
    await look();
    await press(page, "Unfold all");
    await page.locator(".sf-comment-rest").last().hover();
    await look();
    await page.locator(".sf-details > summary").first().click();
    await page.locator(".sf-zoom").first().hover();
    await look();
    await press(page, "Share");
    await menu(page).waitFor();
    await look();
    await menu(page).getByRole("button", { name: "Copy link" }).click();
    await page.locator(".sf-copied").first().waitFor();
    await look();
    await page.keyboard.press("Escape");
    await page.locator(".sf-zoom").first().click();
    await page.locator("dialog[open]").waitFor();
    await look();
    await page.keyboard.press("ArrowRight");
    await look();
    await close();
    return [...found];
  };

  test("where less motion is asked for, no press of an article in a page starts one that lasts longer than 100 ms", async () => {
    assert.deepEqual(await presses("reduce"), []);
  });

  test("control: else some do", async () => {
    assert.notDeepEqual(await presses("no-preference"), []);
  });
});

describe("forced colours", LIMIT, () => {
  /** Controls that nothing but their fill would show, and those that the focus does not outline. */
  const plain = (page, within) =>
    page.evaluate((within) => {
      const drawn = (style, side) => style[`${side}Style`] !== "none" && parseFloat(style[`${side}Width`]) > 0;
      const edged = (el) => {
        const style = getComputedStyle(el);
        return drawn(style, "borderTop") || drawn(style, "outline") || /underline/.test(style.textDecorationLine);
      };
      const faults = [];
      for (const el of through.all(":is(a[href], button, select, input, summary, [tabindex='0'])")) {
        if (!el.checkVisibility({ visibilityProperty: true }) || (within && !el.closest(within))) continue;
        // A picture has its own edges; the mark of a summary, and the box of a scroller, are drawn by the browser, that of a heading by us.
        const marked = el.localName === "summary" || drawn(getComputedStyle(el, "::after"), "borderBottom") || el.matches(".sf-zoom, [tabindex]") || (el.localName === "a" && el.querySelector("img"));
        if (!marked && !edged(el) && ![...el.children].some(edged)) faults.push(`${through.named(el)} has no edge`);
        el.focus({ focusVisible: true, preventScroll: true });
        if (el.matches(":focus-visible") && !drawn(getComputedStyle(el), "outline")) faults.push(`${through.named(el)} has no outline with the focus`);
      }
      return [...new Set(faults)];
    }, within);

  test("every control of an article, its share menu, its comments and its lightbox has an edge or an underline, and an outline with the focus", async () => {
    const { page, close } = await open(article("every-block", 'comments="/thread.json" comments-open'), { viewport: { width: 1280, height: 800 }, forcedColors: "active" });
    await page.locator(".sf-article:has(.sf-body) .sf-headline").waitFor();
    await page.locator(".sf-comments").scrollIntoViewIfNeeded();
    await page.locator('.sf-comments[data-state="ready"]').waitFor();
    const faults = await plain(page);
    await press(page, "Share");
    await menu(page).waitFor();
    faults.push(...(await plain(page, ".sf-share-menu")));
    await page.keyboard.press("Escape");
    await page.locator(".sf-zoom").first().press("Enter");
    await page.locator("dialog[open]").waitFor();
    faults.push(...(await plain(page, "dialog[open]")));
    assert.deepEqual(faults, []);
    await close();
  });

  test("control: what has neither is found", async () => {
    const { page, close } = await open('<style>button, a { border: 0; text-decoration: none; outline: 0 !important }</style><button>Fill</button><a href="#x">Colour</a>', { forcedColors: "active" });
    assert.deepEqual(await plain(page), ["button “Fill” has no edge", "button “Fill” has no outline with the focus", "a “Colour” has no edge", "a “Colour” has no outline with the focus"]);
    await close();
  });
});
