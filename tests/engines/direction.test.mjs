// From right to left, and narrow.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LIMIT, article, shown, stage } from "./stage.mjs";

const page = stage();
const arabic = article("arabic");

test("an Arabic article runs from right to left, with Arabic words on its controls and its code from left to right", LIMIT, async () => {
  await page.show(shown("arabic"), { lang: "ar" });
  await page.until(() => probe.one("pre"));
  const [headline, code, lang] = await page.run((text) => [getComputedStyle(probe.get("heading", text)).direction, getComputedStyle(probe.one("pre")).direction, probe.get("heading", text).closest("[lang]").lang], arabic.headline);
  assert.deepEqual([headline, code, lang], ["rtl", "ltr", "ar"]);
  // The text begins at the right edge of its column.
  const gap = await page.run((text) => {
    const heading = probe.get("heading", text);
    const range = document.createRange();
    range.selectNodeContents(heading);
    return Math.max(...[...range.getClientRects()].map(({ right }) => right)) - heading.getBoundingClientRect().right;
  }, arabic.headline);
  assert.ok(Math.abs(gap) < 2, `${gap} px`);
  const names = await page.run(() => probe.every("button").map(probe.name));
  assert.ok(names.length > 1);
  assert.deepEqual(names.filter((name) => !/\p{Script=Arabic}/u.test(name)), []);
  await page.quiet();
});

test("control: an English article runs from left to right", LIMIT, async () => {
  await page.show(shown("report"));
  assert.equal(await page.run((text) => getComputedStyle(probe.get("heading", text)).direction, article("report").headline), "ltr");
});

describe("at 320 pixels", () => {
  // In a frame: no driver makes the window of every engine that narrow.
  const framed = (address) => page.show(`<iframe src="${address}" style="width:320px;height:640px;border:0"></iframe>`, { count: 0 });
  const wide = () => page.run(() => { const { scrollWidth, clientWidth } = document.querySelector("iframe").contentDocument.documentElement; return [scrollWidth, clientWidth]; });
  const filled = () => page.until(() => { const inner = document.querySelector("iframe").contentWindow; return inner.probe?.events("load").length && Boolean(inner.probe.one(".sf-foot")); });
  const BARE = { head: "<style>body { margin: 0 }</style>" };
  const opened = () => page.run(() => document.querySelector("iframe").contentWindow.probe.all("details").forEach((it) => void (it.open = true)));

  for (const [name, lang] of [["report", "en"], ["every-block", "en"], ["arabic", "ar"]]) {
    test(`the page of ${name} has nothing to scroll to sideways, comments and all`, LIMIT, async () => {
      await framed(page.add(shown(name, 'comments="/articles/comments/report-1.json" comments-open'), { ...BARE, lang }));
      await filled();
      await page.run(() => document.querySelector("iframe").contentWindow.scrollTo(0, 1e6));
      await page.until(() => document.querySelector("iframe").contentWindow.probe.all('.sf-comments[data-state="ready"]').length);
      await opened();
      const [width, room] = await wide();
      assert.ok(room <= 320 && room > 300 && width <= room, `${width} px in ${room}`);
    });
  }

  test("control: something too wide is seen to be", LIMIT, async () => {
    await framed(page.add(`${shown("report")}<div style="width:400px">Wide</div>`, BARE));
    await filled();
    const [width, room] = await wide();
    assert.ok(width >= 400 && room <= 320, `${width} px in ${room}`);
  });
});
