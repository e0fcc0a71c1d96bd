// A whole page by the keys alone: what the focus meets, in which order, whether it is seen, and that it never gets lost.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { app, open as openApp, serve } from "./lib.mjs";
import { article, host, SCRIPT } from "./host.mjs";
import { THREAD, serving } from "./threads.mjs";
import { laboratory } from "./pixels.mjs";

const LIMIT = { timeout: 180_000 };
const EVERY = article("every-block");
/** One of each part that takes the focus, and comments under it. */
const BLOCKS = [
  (block) => block.spans?.some(({ href }) => href),
  (block) => block.type === "quote" && block.url,
  (block) => block.type === "image" && block.href,
  (block) => block.type === "image" && !block.href,
  (block) => block.layout === "carousel",
  (block) => block.type === "video",
  (block) => block.type === "audio",
  (block) => block.provider === "YouTube",
  (block) => block.type === "link-card",
  (block) => block.type === "table",
  (block) => block.type === "code",
  (block) => block.type === "details",
  (block) => block.type === "live-post",
];
const WHOLE = { ...EVERY, url: "https://news.example/whole", commentsUrl: undefined, comment: undefined, body: BLOCKS.map((is) => EVERY.body.find(is)) };
const ANSWERS = serving({ "/articles/whole.json": WHOLE, "/thread.json": THREAD });
const PAGE = `${SCRIPT}<style>body { margin: 0 }</style><p><a href="#before" id="before">Before</a></p><standfirst-article src="/articles/whole.json" comments="/thread.json" comments-open></standfirst-article><p><a href="#after" id="after">After</a></p>`;
/** Does wrong all that a walk looks for. */
const WRONG = `<style>body { margin: 0; font: 16px/2 sans-serif } .dull:focus { outline: none } #pale:focus { outline: 2px solid #ddd } #lid { position: fixed; inset: 80px auto auto 0; inline-size: 300px; block-size: 40px; background: #eee } p { margin: 0; block-size: 40px }</style>
<p><a href="#before" id="before">Before</a></p><p><button class="dull">Dull</button> <button id="pale">Pale</button></p><p><button id="under">Under the lid</button></p><p><button tabindex="1">Early</button></p><p style="position: absolute; inset-block-start: 40px; inset-inline-start: 400px"><button>Higher</button></p><p><a href="#after" id="after">After</a></p><div id="lid"></div>`;

let browser, show, close, site, lab;
before(async () => {
  ({ browser, show, close } = await host());
  [site, lab] = await Promise.all([serve(app), laboratory(browser)]);
});
after(() => Promise.all([close?.(), site?.close()]));

/** What each page has to find its way in itself. */
const guide = (page) =>
  page.addInitScript(() => {
    const below = (el) => [...(el.shadowRoot?.children ?? (el.localName === "slot" && el.assignedElements().length ? el.assignedElements() : el.children))];
    /** Every element in the order in which it is read. */
    const all = (el = document.body) => [el, ...below(el).flatMap(all)];
    const here = () => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at;
    };
    const known = [];
    const name = (el) => `${el.localName}${el.className ? `.${el.className}` : ""} “${(el.ariaLabel ?? el.querySelector?.("img")?.alt ?? el.textContent).trim().slice(0, 40)}”`;
    /** What a press in the middle of an element would meet is the element, or in it, or, of a link around a picture, around it. */
    const covered = (el) => {
      const box = [...el.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height)[0];
      if (!box) return "it takes no room";
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      if (right <= left || bottom <= top) return "it is out of the window";
      let met = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      for (let inner; (inner = met?.shadowRoot?.elementFromPoint((left + right) / 2, (top + bottom) / 2)) && inner !== met; ) met = inner;
      // A scroller is met by what stands in it, and that may be a control of its own.
      for (let at = met; at; at = at.parentNode ?? at.host) if (at === el) return null;
      return el.contains(met) ? null : `under ${met ? name(met) : "nothing"}`;
    };
    globalThis.guide = {
      all,
      here,
      /** Has what has the focus in the middle of the window, with its ring, and says where it is. */
      middle() {
        const el = here();
        if (!el.closest("[popover]")) el.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
        const { left, top, width, height } = el.getBoundingClientRect();
        return [left, top, width, height];
      },
      /** Where the focus is. */
      stop() {
        const el = here();
        if (!el || el === document.body || el === document.documentElement) return null;
        if (!known.includes(el)) known.push(el);
        const boxes = [...el.getClientRects()];
        const big = boxes.sort((a, b) => b.width * b.height - a.width * a.height)[0] ?? new DOMRect();
        const fixed = (at) => at && (getComputedStyle(at).position === "fixed" || fixed(at.parentElement));
        return {
          id: el.id,
          key: known.indexOf(el),
          name: name(el),
          order: all().indexOf(el),
          covered: covered(el),
          page: [big.left + scrollX, big.top + scrollY, big.width, big.height],
          edge: 2 * (big.width + big.height),
          floats: Boolean(fixed(el)),
        };
      },
    };
  });

/** Presses a key again and again, up to a stop, which an id or a function says: what the focus met on the way, each once. */
async function walk(page, key, to, each) {
  const stops = [];
  for (let at = 0; at < 200; at++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(() => guide.stop());
    if (!stop) throw new Error(`${key} after ${stops.at(-1)?.name ?? "the start"} leads to nothing`);
    if (stop.key === stops.at(-1)?.key) continue; // the browser's own controls, of a film, are stops within one
    if (stops.some(({ key }) => key === stop.key)) throw new Error(`${key} leads from ${stops.at(-1).name} back to ${stop.name}`);
    stops.push(stop);
    await each?.(stop);
    if (typeof to === "function" ? to(stop) : stop.id === to) return stops;
  }
  throw new Error(`200 presses of ${key} did not lead there; the last: ${stops.slice(-3).map(({ name }) => name).join(", ")}`);
}

/** Stops that are met before what is read before them, and, in one column, before what stands above or beside them. */
function disorder(stops, { column = false, rtl = false } = {}) {
  const faults = [];
  for (let at = 1; at < stops.length; at++) {
    const [one, two] = [stops[at - 1], stops[at]];
    if (two.order < one.order) faults.push(`${two.name} is read before ${one.name}`);
    if (!column || one.floats || two.floats) continue;
    const [[left, top, width, height], [other, upper, wide, tall]] = [one.page, two.page];
    const beside = upper < top + height - 1 && top < upper + tall - 1;
    if (!beside && upper < top) faults.push(`${two.name} stands above ${one.name}`);
    if (beside && (rtl ? other + wide > left + width + 1 : other + 1 < left)) faults.push(`${two.name} stands before ${one.name} in its line`);
  }
  return faults;
}

const covered = (stops) => stops.filter(({ covered }) => covered).map(({ name, covered }) => `${name}: ${covered}`);

/** Looks at each stop of a walk with the focus and without, and says which a reader would not find. */
async function rings(page, to) {
  const size = page.viewportSize();
  const faults = [];
  const stops = await walk(page, "Tab", to, async ({ id, name, edge }) => {
    if (id === to) return;
    const around = await page.evaluate(() => guide.middle());
    const [x, y] = [0, 1].map((at) => Math.max(0, Math.floor(around[at]) - 8));
    const clip = { x, y, width: Math.min(Math.ceil(around[2]) + 16, size.width - x), height: Math.min(Math.ceil(around[3]) + 16, size.height - y) };
    const focused = await page.screenshot({ clip });
    // What has lost the focus is still where the next press begins.
    await page.evaluate(() => guide.here().blur());
    const { all, clear } = await lab.changed(await page.screenshot({ clip }), focused);
    // Two pixels all around, but for corners and what is cut off at an edge of the page.
    if (clear < 1.4 * edge) faults.push(`${name}: of ${all} pixels that change ${clear} do so by 3:1, of an edge of ${Math.round(edge)}`);
  });
  return { stops, faults };
}

const focus = (page, id) => page.evaluate((id) => document.getElementById(id).focus({ preventScroll: true }), id);
async function whole(options) {
  const visited = await show(PAGE, { reducedMotion: "reduce", ...options, before: async (page) => (await guide(page), await ANSWERS(page)) });
  visited.page.setDefaultTimeout(10_000);
  await visited.page.locator(".sf-headline").waitFor();
  await visited.page.locator(".sf-comments").scrollIntoViewIfNeeded();
  await visited.page.locator('.sf-comments[data-state="ready"]').waitFor();
  return visited;
}

const clear = (found) => assert.deepEqual(found, []);
const names = (stops) => stops.map(({ name }) => name);
const here = (page) => page.evaluate(() => guide.stop()?.name ?? null);

test("control: a page that does everything wrong fails every check of this file", LIMIT, async () => {
  const { page, close } = await show(WRONG, { viewport: { width: 800, height: 400 }, before: guide });
  await focus(page, "before");
  const { stops, faults } = await rings(page, "after");
  assert.deepEqual(faults.map((fault) => fault.split(":")[0]), ["button.dull “Dull”", "button “Pale”", "button “Under the lid”"]);
  assert.deepEqual(covered(stops), ["button “Under the lid”: under div “”"]);
  assert.deepEqual(disorder(stops, { column: true }), ["button “Higher” stands above button “Under the lid”"]);
  await page.evaluate(() => (document.querySelector(".dull").tabIndex = 2));
  await page.evaluate(() => document.querySelector("[tabindex='1']").focus());
  const early = await page.evaluate(() => guide.stop());
  assert.deepEqual(disorder([early, ...(await walk(page, "Tab", "before"))]), ["button.dull “Dull” is read before button “Early”", "a “Before” is read before button.dull “Dull”"]);
  await page.evaluate(() => document.querySelector(".dull").addEventListener("keydown", (event) => event.preventDefault()));
  await page.evaluate(() => document.querySelector("[tabindex='1']").focus());
  await assert.rejects(walk(page, "Tab", "after"), /did not lead there/);
  await close();
});

describe("through an article with comments in a page", LIMIT, () => {
  for (const [width, colorScheme] of [[1280, "light"], [320, "dark"]]) {
    test(`${width} px, ${colorScheme}: Tab meets everything in the order of reading, each with a ring of 3:1 and in sight, and Shift+Tab goes the same way back`, async () => {
      const { page, close } = await whole({ viewport: { width, height: 900 }, colorScheme });
      await focus(page, "before");
      const { stops, faults } = await rings(page, "after");
      clear(faults);
      clear(covered(stops));
      clear(disorder(stops, { column: width === 320 }));
      assert.ok(stops.length > 45, `${stops.length} stops`);
      const back = await walk(page, "Shift+Tab", "before");
      assert.deepEqual(names(back.slice(0, -1)), names(stops.slice(0, -1).reverse()));
      clear(covered(back));
      await close();
    });
  }

  test("from right to left too, what Tab meets stands under or before what it met before", async () => {
    const { page, close } = await show(`<div lang="ar" dir="rtl">${PAGE.replace("whole.json", "arabic.json")}</div>`, { viewport: { width: 320, height: 640 }, reducedMotion: "reduce", before: async (page) => (await guide(page), await ANSWERS(page)) });
    await page.locator('[dir="rtl"] .sf-headline').waitFor();
    await page.locator(".sf-comments").scrollIntoViewIfNeeded();
    await page.locator('.sf-comments[data-state="ready"]').waitFor();
    await focus(page, "before");
    const stops = await walk(page, "Tab", "after");
    clear(covered(stops));
    clear(disorder(stops, { column: true, rtl: true }));
    assert.ok(stops.length > 25, names(stops).join());
    await close();
  });

  test("Enter and Space press every button, and none of them loses the focus", async () => {
    const { page, close } = await whole({ viewport: { width: 1280, height: 720 } });
    await focus(page, "before");
    const stops = await walk(page, "Tab", "after");
    await focus(page, "before");
    const lost = [];
    const pressed = new Set();
    let at = "";
    for (let count = 0; count < 100 && !at?.startsWith("a “After”"); count++) {
      await page.keyboard.press("Tab");
      at = await here(page);
      const kind = at?.match(/^(summary|button\S*|span\S*) /)?.[1];
      if (!kind) continue;
      for (const key of [pressed.has(kind) ? [] : ["Enter"], ["Space"]].flat()) {
        const turned = await page.evaluate(() => guide.here().ariaExpanded);
        await page.keyboard.press(key);
        if (kind === "span.sf-fold") await page.waitForFunction((before) => guide.here().ariaExpanded !== before, turned, { timeout: 5000 }).catch(() => lost.push(`${key} does nothing to ${at}`));
        // What is opened may take the focus; what is closed gives it back.
        await page.waitForFunction(() => guide.stop()).catch(() => lost.push(`${key} on ${at}`));
        if (await page.evaluate(() => Boolean(guide.all().find((el) => el.matches("dialog[open], :popover-open"))))) {
          await page.keyboard.press("Escape");
          await page.waitForFunction((name) => guide.stop()?.name === name, at).catch(() => lost.push(`Escape from ${at}`));
        }
      }
      pressed.add(kind);
    }
    clear(lost);
    assert.ok(pressed.size >= 7 && pressed.has("span.sf-fold") && stops.length > 45, [...pressed].join());
    await close();
  });

  test("arrows move what is wider than its place, and choose in the list of orders", async () => {
    const { page, close } = await whole({ viewport: { width: 320, height: 640 } });
    for (const selector of [".sf-strip", ".sf-table", ".sf-code pre"]) {
      const place = page.locator(selector).first();
      await place.focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() => guide.here().scrollLeft > 0);
    }
    await page.getByRole("combobox").focus();
    const order = () => page.locator(".sf-comment-name").allTextContents();
    const before = await order();
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction((first) => guide.all().find((el) => el.matches(".sf-comment-name")).textContent !== first, before[0]);
    assert.match(await here(page), /^select/);
    await close();
  });
});

describe("an open share menu", LIMIT, () => {
  for (const [key, colorScheme, width] of [["Enter", "light", 800], ["Space", "dark", 320]]) {
    test(`${width} px, ${colorScheme}: ${key} opens it, what is in it follows its button, each with a ring and in sight; Escape gives the focus back`, async () => {
      const { page, close } = await whole({ viewport: { width, height: 640 }, colorScheme });
      await page.getByRole("button", { name: "Share", exact: true }).first().focus();
      const button = await page.evaluate(() => guide.stop());
      const order = () => page.getByRole("list", { name: "Share" }).getByRole("listitem").evaluateAll((all) => all.map((el) => el.querySelector("a, button").getBoundingClientRect()).map(({ x, y }) => [Math.round(y), Math.round(x)].join()));
      await page.keyboard.press(key);
      await page.getByRole("list", { name: "Share" }).waitFor();
      const { stops, faults } = await rings(page, (stop) => stop.name.startsWith("button.sf-zoom"));
      const inside = stops.filter(({ name }) => name.includes("sf-share-target"));
      clear(faults);
      clear(covered(inside));
      assert.ok(inside.length >= 6 && stops.at(0) === inside[0] && stops.length === inside.length + 1, names(stops).join());
      const places = await order();
      assert.deepEqual([...places].sort((a, b) => a.split(",")[0] - b.split(",")[0] || a.split(",")[1] - b.split(",")[1]), places);
      // What has the focus under the open menu is brought to light from where it is.
      for (const times of [inside.length + 1, 1]) {
        await page.keyboard.press("Escape");
        await page.getByRole("list", { name: "Share" }).waitFor({ state: "hidden" });
        await page.getByRole("button", { name: "Share", exact: true }).first().focus();
        await page.keyboard.press(key);
        await page.getByRole("list", { name: "Share" }).waitFor();
        for (let at = 0; at < times; at++) await page.keyboard.press("Tab");
        await page.keyboard.press("Escape");
        await page.waitForFunction(() => guide.stop()?.covered === null);
      }
      await page.waitForFunction((name) => guide.stop()?.name === name, button.name);
      await close();
    });
  }
});

describe("in the app", LIMIT, () => {
  const inApp = async (where, viewport) => {
    const visited = await openApp(browser, site.origin, where, { viewport, reducedMotion: "reduce", before: guide });
    await visited.page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<a href="#after" id="after">After</a>'));
    return visited;
  };

  test("its head and the article are met in the order of reading, each with a ring and in sight", async () => {
    const { page, close } = await inApp("/?src=articles/report.json", { width: 1280, height: 900 });
    const { stops, faults } = await rings(page, "after");
    clear(faults);
    clear(covered(stops));
    clear(disorder(stops));
    assert.ok(stops.length > 20, names(stops).join());
    await close();
  });

  test("what its menu holds follows it, each with a ring; nothing that comes after it is under it", async () => {
    const { page, close } = await inApp("/?src=articles/report.json", { width: 320, height: 640 });
    const menu = page.locator(".demo-header summary");
    await menu.focus();
    await page.keyboard.press("Enter");
    await page.locator(".demo-header nav").waitFor();
    const { stops, faults } = await rings(page, (stop) => stop.name.startsWith("button.sf-button sf-share"));
    clear(faults);
    clear(covered(stops));
    clear(disorder(stops));
    assert.ok(stops.length > 20, names(stops).join());
    assert.ok(await page.locator(".demo-header nav").isHidden());
    await close();
  });

  test("where an article cannot be had, the way back has a ring, and stays where it is when it is pressed", async () => {
    const { page, close } = await inApp("/?src=articles/broken/missing.json", { width: 1280, height: 900 });
    const { stops, faults } = await rings(page, "after");
    clear(faults);
    clear(covered(stops));
    assert.deepEqual(names(stops).slice(3), ["button.sf-button “Try again”", "summary “Technical details”", "a “After”"]);
    await close();
  });
});
