// A walk through a page by Tab, and back by Shift and Tab.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMIT, inline, shown, stage } from "./stage.mjs";

const page = stage();
const TO = '<p><button id="start">Start</button></p>';
const FROM = '<p><button id="end">End</button></p>';

/** Where the focus is: a number for each element in the order of the page, and whether that is to be seen. */
const place = () => {
  const at = probe.focus();
  const style = getComputedStyle(at);
  const { top, bottom, width, height } = at.getBoundingClientRect();
  const ring = at.matches(":focus-visible") && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return { order: probe.all("*").indexOf(at), name: `${at.localName} ${probe.name(at).slice(0, 40)}`, id: at.id, lost: at === document.body, ring, seen: width > 0 && height > 0 && bottom > 0 && top < innerHeight };
};

/** Presses a key until the focus is on an element, and gives the places on the way. */
async function walk(key, id, most = 150) {
  const places = [];
  for (let at = 0; at < most; at++) {
    await page.press(key);
    const found = await page.run(place);
    if (found.id === id) return places;
    places.push(found);
    if (found.lost) break;
  }
  assert.fail(`${key} did not lead to #${id}: ${places.slice(-3).map(({ name, lost }) => (lost ? "lost" : name)).join(", ")}`);
}
/** The controls of films and sounds are the browser's own: it stops in each as often as it likes, and marks where it is itself. */
const own = ({ name }) => /^(video|audio) /.test(name);
const stops = (places) => places.filter((it, at) => !(own(it) && it.order === places[at - 1]?.order));
const faults = (places, turn = 1) => stops(places).flatMap((it, at, all) => [it.ring || own(it) ? [] : `${it.name} has no ring`, it.seen ? [] : `${it.name} is not in view`, at && turn * (it.order - all[at - 1].order) <= 0 ? `${it.name} stands before ${all[at - 1].name}` : []].flat());
const named = (places) => stops(places).map(({ name }) => name);
/** Six comments, in threads of two. */
const THREADS = Array.from({ length: 6 }, (_, at) => ({ id: `c${at}`, ...(at % 2 ? { parentItem: `c${at - 1}` } : {}), author: { name: `Name ${at}` }, dateCreated: "2026-11-20T10:00:00Z", text: `Text ${at}.` }));

for (const [what, name, more] of [["a report with its comments open", "report", 'comments="THREADS" comments-open'], ["an Arabic article", "arabic", 'comments="none"'], ["every block, with its comments closed", "every-block", 'comments="THREADS"']]) {
  test(`Tab leads through ${what} in the order of the page, each stop is seen, and there is a way out; Shift and Tab lead back`, { timeout: 120_000 }, async () => {
    await page.show(TO + shown(name, more.replace("THREADS", page.add(THREADS))) + FROM);
    await page.until(() => probe.one(".sf-foot"));
    if (/THREADS/.test(more)) {
      await page.run(() => probe.one(".sf-comments").scrollIntoView());
      await page.until(() => probe.all('.sf-comments[data-state="ready"]').length);
    }
    await page.run(() => (document.querySelector("#start").focus(), scrollTo(0, 0)));
    const there = await walk("Tab", "end");
    assert.ok(there.length >= 6, `${there.length} stops`);
    assert.deepEqual(faults(there), []);
    const back = await walk("Shift+Tab", "start");
    assert.deepEqual(faults(back, -1), []);
    assert.deepEqual(named(back).reverse(), named(there));
    await page.quiet();
  });
}

test("control: an order that is not the page's, a focus that is not seen and a stop out of view are noticed", LIMIT, async () => {
  await page.show(`${TO}<p><a href="#a" tabindex="0" id="a" style="outline:0">A</a> <a href="#b" id="b" style="position:fixed;top:-90px">B</a></p><p style="display:flex"><button style="order:2">C</button></p>${FROM}`, { count: 0 });
  await page.run(() => document.querySelector("#start").focus());
  const there = await walk("Tab", "end");
  const found = faults(there).join("; ");
  assert.match(found, /A has no ring/);
  assert.match(found, /B is not in view/);
  assert.match(faults([...there].reverse()).join("; "), /stands before/);
});

test("control: a trap is noticed", LIMIT, async () => {
  await page.show(`${TO}<p><button id="trap">Trap</button></p>${FROM}<script>document.querySelector("#trap").addEventListener("keydown", (event) => event.key === "Tab" && event.preventDefault())</script>`, { count: 0 });
  await page.run(() => document.querySelector("#start").focus());
  await assert.rejects(walk("Tab", "end", 10), /did not lead to #end/);
});

test("a note that opens by keyboard keeps the focus where it was, and what it holds comes next", LIMIT, async () => {
  await page.show(TO + inline({ headline: "Notes", body: [{ type: "details", summary: "More of it", body: [{ type: "paragraph", text: [{ text: "A " }, { text: "link", url: "https://news.example/b" }] }] }] }) + FROM);
  await page.get("button", "More of it");
  await page.focus("button", "More of it");
  await page.press("Enter");
  await page.until(() => probe.all("details[open]").length);
  assert.match(await page.focused(), /More of it/);
  await page.quiet();
});
