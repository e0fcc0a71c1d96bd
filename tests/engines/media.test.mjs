// Pictures, and what third parties give.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMIT, inline, shown, stage } from "./stage.mjs";

const page = stage();
const EMBEDS = { headline: "Embeds", body: [{ type: "paragraph", text: "A film." }, { type: "embed", url: "https://www.youtube.com/watch?v=abcDEF_123-", title: "A film" }] };
const settled = () => page.run(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 150))));

test("an embed asks nobody for anything before it is pressed", LIMIT, async () => {
  await page.show(inline(EMBEDS));
  await page.get("button", "Show it here: A film");
  await page.focus("button", "Show it here: A film");
  await settled();
  assert.equal(await page.run(() => probe.all("iframe").length), 0);
  await page.quiet();
});

test("control: a press frames it, sandboxed, and then it is asked for", LIMIT, async () => {
  await page.show(inline(EMBEDS));
  await page.click("button", "Show it here: A film");
  await page.until(() => probe.one("iframe"));
  assert.deepEqual(await page.run(() => { const it = probe.one("iframe"); return [new URL(it.src).host, it.title, it.hasAttribute("sandbox"), /top-navigation/.test(it.sandbox.value)]; }), ["www.youtube-nocookie.com", "A film", true, false]);
  for (const late = Date.now() + 10_000; page.others.length === 0 && Date.now() < late; ) await settled();
  assert.ok(page.others.length > 0);
});

const open = () => probe.all("dialog[open]").length;
const position = () => probe.all(".sf-position").map(probe.text).join().match(/\d+/g)?.map(Number);

test("the lightbox opens by a key, its arrows turn the pictures, Escape closes it and gives the focus back", LIMIT, async () => {
  await page.show(shown("report"));
  await page.focus("button", "/^Enlarge");
  const name = await page.focused();
  await page.press("Enter");
  await page.becomes(position, [1, 4]);
  assert.equal(await page.run(open), 1);
  await page.until(() => probe.all("dialog[open] img").some((it) => it.complete && it.naturalWidth > 0 && probe.seen(it)));
  await page.press("ArrowRight");
  await page.becomes(position, [2, 4]);
  await page.press("ArrowLeft", "ArrowLeft");
  await page.becomes(position, [4, 4]);
  await page.press("Escape");
  await page.becomes(open, 0);
  await page.becomes(() => probe.focused(), name);
  await page.quiet();
});

test("Tab stays in the open lightbox, and what is behind it cannot be pressed", LIMIT, async () => {
  await page.show(shown("report"));
  await page.click("button", "/^Enlarge");
  await page.becomes(position, [1, 4]);
  const names = [];
  for (let at = 0; at < 8; at++) {
    await page.press("Tab");
    // The browser's own controls are in the round, where the page sees its body, or the element that holds the dialog.
    names.push(await page.run(() => (probe.focus().closest("dialog") ? "in it" : probe.focus() === document.body ? "the browser's" : probe.focus().outerHTML.slice(0, 80))));
  }
  assert.deepEqual(names.filter((name) => !["in it", "the browser's"].includes(name)), []);
  assert.ok(names.includes("in it"));
  assert.equal(await page.run(() => { const dialog = probe.one("dialog[open]"); const root = dialog.getRootNode(); return dialog.contains(root.elementFromPoint(innerWidth / 2, innerHeight / 2)); }), true);
  await page.quiet();
});

test("it closes by its button too, and in an Arabic article the left arrow goes on", LIMIT, async () => {
  await page.show(shown("report"));
  await page.click("button", "/^Enlarge");
  await page.becomes(open, 1);
  await page.click("button", "Close");
  await page.becomes(open, 0);
  await page.show(shown("arabic"));
  await page.click("button", await page.until(() => probe.name(probe.one(".sf-zoom"))));
  await page.until(() => probe.all("dialog[open]").length);
  const shownNow = () => probe.all("dialog[open] .sf-position").map((it) => it.textContent).join();
  const first = await page.run(shownNow);
  await page.press("ArrowLeft");
  const second = await page.until((first) => { const now = probe.all("dialog[open] .sf-position").map((it) => it.textContent).join(); return now !== first && now; }, first);
  await page.press("ArrowRight");
  await page.becomes(shownNow, first);
  assert.notEqual(second, first);
  await page.quiet();
});
