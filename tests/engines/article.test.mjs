// An article in a page of somebody else: the two lines, what stands there without the program, and what is not asked for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMIT, article, inline, shown, stage } from "./stage.mjs";

const page = stage();
const report = article("report");

test("two lines in a page show the article: headline, paragraphs, lead picture with its words, one load, nothing wrong", LIMIT, async () => {
  await page.show(shown("report"));
  assert.deepEqual(await page.said("heading", report.headline), ["heading", report.headline]);
  const paragraphs = report.body.filter(({ type }) => type === "paragraph").length;
  await page.until((count) => probe.all(".sf-article p").filter(probe.seen).length >= count, paragraphs);
  await page.until((alt) => probe.all("img").find((it) => it.alt === alt && it.complete && it.naturalWidth > 0 && probe.seen(it)), report.image.alternateName ?? report.image.alt ?? report.image.description);
  assert.deepEqual((await page.events("load")).map(({ headline, format, problems }) => [headline, format, problems]), [[report.headline, "canonical", []]]);
  await page.quiet();
});

test("control: an error on the console, one that nobody caught, a picture that is not there and a request elsewhere are all noticed", LIMIT, async () => {
  await page.show(`<img src="/nowhere.png"><img src="http://third-party.example/pixel.gif"><img src="https://fourth-party.example/pixel.gif"><script>console.error("seen"); Promise.reject("left"); nowhere();</script>`, { count: 0 });
  await page.until(() => probe.record.errors.length >= 6);
  const errors = (await page.run(() => probe.record.errors)).join("\n");
  for (const part of [/error: seen/, /rejected: left/, /uncaught: .*nowhere/, /not loaded: .*nowhere\.png/, /not loaded: .*third-party/, /not loaded: .*fourth-party/]) assert.match(errors, part);
  assert.ok(page.others.length >= 2 && page.others.includes("third-party.example"), page.others.join());
  await assert.rejects(page.quiet());
});

/** What each part of the article is. */
const PARTS = { takeaways: ".sf-takeaways li", quotation: "blockquote", "pulled quotation": ".sf-pullquote", heading: "h2", "ordered list": "ol > li", "unordered list": "ul > li", picture: "figure img", pair: ".sf-pair img", gallery: ".sf-gallery img", film: "video", sound: "audio", "embedded film": ".sf-embed button", "embedded post": ".sf-embed blockquote", "link card": ".sf-card a", numbers: ".sf-numbers dd, .sf-numbers li, .sf-numbers td", table: "table td", "head of the table": "table th", code: "pre code", "folded part": "details summary", questions: ".sf-qanda .sf-question", timeline: ".sf-timeline li", definition: "dfn, dt", rating: ".sf-rating", correction: ".sf-correction, .sf-note", disclaimer: ".sf-disclaimer", "live post": ".sf-post", keywords: ".sf-tags li, .sf-tags a", related: ".sf-related a" };

test("the article with every block shows all its parts", LIMIT, async () => {
  await page.show(shown("every-block"));
  const missing = (parts) => Object.entries(parts).flatMap(([name, selector]) => (probe.all(selector).some(probe.seen) ? [] : [name]));
  await page.becomes(missing, [], PARTS);
  await page.quiet();
  // Control: the report has neither code nor sound.
  await page.show(shown("report"));
  await page.until(() => probe.one(".sf-related a, .sf-foot"));
  const without = await page.run(missing, PARTS);
  assert.ok(without.includes("code") && without.includes("sound"), without.join());
});

const FALLBACK = '<standfirst-article src="/articles/report.json"><p id="fallback">Read it <a href="/elsewhere">elsewhere</a>.</p></standfirst-article>';
/** The fallback can be read, and hit. */
const readable = () => {
  const p = document.querySelector("#fallback");
  const { x, y, height } = p.getBoundingClientRect();
  return probe.seen(p) && p.contains(document.elementFromPoint(x + 5, y + height / 2));
};

for (const [what, script] of Object.entries({ "the script": "/nowhere/standfirst.js", "the program": "/bereft/standfirst.js" })) {
  test(`what stands in the element stays readable where ${what} is not there`, LIMIT, async () => {
    await page.show(FALLBACK, { script, count: 0 });
    await page.until((what) => (what === "the script" ? probe.record.errors.some((it) => it.startsWith("not loaded")) : probe.events("error").length > 0), what);
    assert.equal(await page.run(readable), true);
    assert.equal(await page.run(() => probe.all("h1").filter(probe.seen).length), 0);
  });
}

test("control: where both are there, the article takes its place", LIMIT, async () => {
  await page.show(FALLBACK);
  assert.equal(await page.run(readable), false);
  await page.quiet();
});

test("where the article cannot be had, what stands in the element stays, and the page hears why", LIMIT, async () => {
  await page.show(FALLBACK.replace("report", "nowhere"), { count: 0 });
  await page.until(() => probe.events("error").length);
  assert.deepEqual((await page.events("error")).map(({ reason, status }) => [reason, status]), [["status", 404]]);
  assert.equal(await page.run(readable), true);
});

test("JSON in the element is shown without a request for an article", LIMIT, async () => {
  await page.show(inline({ headline: "A note", body: ["It was here all the time."] }));
  await page.get("heading", "A note");
  assert.deepEqual(page.asked.filter((name) => name.endsWith(".json")), []);
  await page.quiet();
});

test("an icon has the name of its label, is as large as the text, and loads no program", LIMIT, async () => {
  await page.show('<p style="font-size:40px"><standfirst-icon name="calendar" label="Date"></standfirst-icon></p>', { count: 0 });
  await page.until(() => probe.one("svg[data-icon]"));
  assert.deepEqual(await page.run(() => { const { width, height } = probe.one("svg[data-icon]").getBoundingClientRect(); return [width, height]; }), [40, 40]);
  assert.equal((await page.said("image", "Date"))[1], "Date");
  assert.deepEqual(page.asked.filter((name) => name.endsWith(".wasm")), []);
  await page.quiet();
});
