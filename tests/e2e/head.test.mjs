// The head of an article before the program is there: the script draws it, and the program draws the same in its place.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { article, door, host, SCRIPT } from "./host.mjs";

const LIMIT = { timeout: 120_000 };
const PROGRAM = "**/standfirst_bg.wasm";
const SAMPLES = ["report", "arabic", "japanese", "live", "long-read"];

let site;
before(async () => void (site = await host()));
after(() => site.close());

const element = (attributes, inside = "") => `${SCRIPT}<standfirst-article ${attributes}>${inside}</standfirst-article>`;
const inline = (json, attributes = "") => element(attributes, `<script type="application/json">${JSON.stringify(json)}</script>`);
const plain = { headline: "Salt and water", body: ["A paragraph."] };

/** Opens a page whose program waits before a door. */
async function waiting(body, options = {}) {
  const held = door();
  const shown = await site.show(body, { ...options, before: (page) => page.route(PROGRAM, async (route) => (await held.opened, route.continue())) });
  return { ...shown, arrive: held.open };
}

/** What stands first: markup without what is in an icon, and where it is. */
const head = (page) =>
  page.locator("standfirst-article").evaluate((host) => {
    const shown = [...host.shadowRoot.querySelectorAll(".sf-head")].find((it) => it.checkVisibility());
    const lines = [...(shown?.querySelectorAll(".sf-kicker, .sf-headline, .sf-standfirst") ?? [])];
    const article = shown?.closest(".sf-article");
    return {
      article: article && ["lang", "dir", "part", "class"].map((name) => article.getAttribute(name)),
      theme: shown?.closest(".sf").dataset.theme,
      markup: lines.map((line) => line.outerHTML.replace(/<svg[^>]*>.*?<\/svg>/gs, "<svg>").replace(/<!---->/g, "")),
      places: lines.map((line) => ["x", "y", "width", "height"].map((name) => line.getBoundingClientRect()[name])),
    };
  });

/** The same, to half a pixel: fonts that are found meanwhile may be set a little otherwise. */
function same(now, early) {
  const { places, ...rest } = now;
  const { places: before, ...rested } = early;
  assert.deepEqual(rest, rested);
  for (const [line, sides] of places.entries()) for (const [at, side] of sides.entries()) assert.ok(Math.abs(side - before[line][at]) <= 0.5, JSON.stringify([before, places]));
}

describe("before the program is there", LIMIT, () => {
  for (const name of SAMPLES) {
    for (const width of [320, 768, 1440]) {
      test(`the head of ${name} stands where the program draws the same, at ${width} px`, LIMIT, async () => {
        const { page, arrive, hear, quiet, close } = await waiting(element(`src="/articles/${name}.json"`), { viewport: { width, height: 800 } });
        await page.locator(".sf-headline", { hasText: article(name).headline }).waitFor();
        const early = await head(page);
        assert.ok(early.markup.length > 1, JSON.stringify(early));
        arrive();
        await hear("load");
        await page.locator(".sf-body").waitFor();
        same(await head(page), early);
        assert.equal(await page.locator(".sf-head").count(), 1);
        quiet();
        await close();
      });
    }
  }

  test("attributes and inline JSON count for it", LIMIT, async () => {
    const { page, arrive, hear, close } = await waiting(inline({ ...plain, description: "A standfirst", dir: "rtl", articleSection: ["", "Sea"] }, 'theme="dark" heading-level="3"'));
    await page.getByRole("heading", { level: 3, name: "Salt and water" }).waitFor();
    const early = await head(page);
    assert.deepEqual([early.theme, early.article[1], early.markup.length], ["dark", "rtl", 3]);
    arrive();
    await hear("load");
    await page.locator(".sf-body").waitFor();
    same(await head(page), early);
    await close();
  });

  test("the picture that leads is asked for once, by what the script knows", LIMIT, async () => {
    const { page, asked, arrive, hear, close } = await waiting(element('src="/articles/report.json"'));
    await page.locator(".sf-headline").waitFor();
    await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("boats")));
    arrive();
    await hear("load");
    await page.locator(".sf-lead img").waitFor();
    assert.equal(asked(".jpg").filter((url) => url.includes("boats")).length, 1);
    await close();
  });

  // Each of these the program alone can read, or weigh.
  const LEFT = {
    "a headline to be decoded": [inline({ ...plain, headline: "Salt &amp; water" })],
    "a headline that is no text": [inline({ ...plain, headline: 5 })],
    "another format": [inline({ title: { rendered: "Salt" }, content: { rendered: "<p>A</p>" }, id: 1, link: "/", type: "post" })],
    "no JSON": [element("", '<script type="application/json">{"headline": "Salt</script>')],
    "a label of an unknown kind": [inline({ ...plain, label: { text: "New", kind: "news" } })],
    "a label with a date of another kind": [inline({ ...plain, label: { text: "New", kind: "live", expires: "tomorrow" } })],
    "an item of a list": [inline(plain, 'item="2"')],
    "members by a map": [inline(plain, `map='{"headline": "headline"}'`)],
    "a format that is named": [inline(plain, 'format="ghost"')],
    "an element with something in it": [element("", `<p id="fallback">Elsewhere</p><script type="application/json">${JSON.stringify(plain)}</script>`)],
  };
  for (const [what, [body]] of Object.entries(LEFT)) {
    test(`${what} waits for the program`, LIMIT, async () => {
      const { page, close } = await waiting(`${body}<standfirst-article id="control"><script type="application/json">${JSON.stringify(plain)}</script></standfirst-article>`);
      // The control is drawn after the one before it would be.
      await page.locator("#control .sf-headline").waitFor();
      assert.equal(await page.locator("standfirst-article:not(#control) .sf-headline").count(), 0);
      await close();
    });
  }

  test("a label that has expired is not drawn, one that holds is", LIMIT, async () => {
    for (const [expires, count] of [["2001-01-01T00:00:00Z", 0], ["2101-01-01T00:00:00+02:00", 1]]) {
      const { page, close } = await waiting(inline({ ...plain, label: { text: "Just in", kind: "breaking", expires } }));
      await page.locator(".sf-headline").waitFor();
      assert.equal(await page.locator(".sf-label").count(), count);
      await close();
    }
  });

  test("it goes with the element, with another address, and where the program cannot be had", LIMIT, async () => {
    const held = door();
    const gone = await site.show(inline(plain), { before: (page) => page.route(PROGRAM, async (route) => (await held.opened, route.fulfill({ status: 404 }))) });
    await gone.page.locator(".sf-headline").waitFor();
    held.open();
    await gone.hear("error");
    assert.equal(await gone.page.locator(".sf-headline").count(), 0);
    await gone.close();
    const { page, arrive, hear, close } = await waiting(element('src="/articles/report.json"'));
    await page.locator(".sf-headline").waitFor();
    await page.evaluate(() => document.querySelector("standfirst-article").setAttribute("src", "/articles/arabic.json"));
    assert.equal(await page.locator(".sf-headline").count(), 0);
    await page.evaluate(() => document.querySelector("standfirst-article").remove());
    arrive();
    await page.evaluate((src) => document.body.insertAdjacentHTML("beforeend", `<standfirst-article src="${src}"></standfirst-article>`), "/articles/arabic.json");
    await hear("load");
    await page.locator(".sf-headline", { hasText: article("arabic").headline }).waitFor();
    assert.equal(await page.locator(".sf-headline").count(), 1);
    await close();
  });

  test("where the article cannot be had nothing is drawn first", LIMIT, async () => {
    const { page, arrive, hear, close } = await waiting(element('src="/articles/none.json"'));
    arrive();
    await hear("error");
    assert.equal(await page.locator(".sf-headline").count(), 0);
    await close();
  });
});
