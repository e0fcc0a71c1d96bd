// Other formats: they are told apart by the parts of the program for them, and HTML goes through the browser's own parser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMIT, shown, stage } from "./stage.mjs";

const page = stage();

test("a document of WordPress opens without being told what it is", LIMIT, async () => {
  await page.show(shown("formats/wordpress"));
  await page.get("heading", "The last reading at Sallow Point – after 115 years");
  assert.deepEqual((await page.events("load")).map(({ format }) => format), ["wordpress"]);
  await page.until(() => probe.all("table td").some(probe.seen) && probe.all(".sf-article p").filter(probe.seen).length > 3);
  assert.ok(page.asked.some((name) => name.endsWith("standfirst_formats.wasm")));
  await page.quiet();
});

test("control: told that it is of another kind, it does not open, and an article of our own asks for no part for formats", LIMIT, async () => {
  await page.show(shown("formats/wordpress", 'format="canonical"'), { count: 0 });
  await page.until(() => probe.events("error").length);
  await page.show(shown("report"));
  assert.deepEqual(page.asked.filter((name) => name.endsWith("standfirst_formats.wasm")), []);
});

test("an item of a feed opens by its number", LIMIT, async () => {
  await page.show(shown("formats/feed", 'item="3"'));
  const [{ format, headline }] = await page.events("load");
  assert.equal(format, "json-feed");
  await page.get("heading", headline);
  await page.quiet();
});

/** A post of WordPress with this as its text. */
const post = (html) => ({ id: 1, date: "2026-01-02T03:04:05", date_gmt: "2026-01-02T03:04:05", slug: "a", status: "publish", type: "post", link: "https://news.example/a", title: { rendered: "A post" }, content: { rendered: html, protected: false }, excerpt: { rendered: "" }, author: 1 });
const HOSTILE = `<p>One.</p><img src=x onerror="hit('img')"><svg onload="hit('svg')"><script>hit('svg script')</script></svg><script>hit('script')</script><iframe srcdoc="<script>parent.hit('frame')</script>"></iframe><a href="javascript:hit('link')">A link</a><math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=hit('mglyph')&gt;"></table></mtext></math><noscript><p title="</noscript><img src=x onerror=hit('noscript')>"></noscript><template><img src=x onerror="hit('template')"></template><details open ontoggle="hit('toggle')"><summary>More</summary><p>Folded.</p></details><p>Two.</p>`;

test("HTML that would run something runs nothing, and its words are there", LIMIT, async () => {
  await page.show(shown("x").replace("/articles/x.json", page.add(post(HOSTILE))), { head: "<script>globalThis.hits = []; globalThis.hit = (what) => hits.push(what);</script>" });
  await page.until(() => probe.all(".sf-article p").some((p) => p.textContent === "Two."));
  await page.run(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
  assert.deepEqual(await page.run(() => [hits, probe.all("script, iframe, [onerror], [onload], [ontoggle], a[href^='javascript']").filter((it) => it.closest(".sf-article")).length]), [[], 0]);
});

test("control: the same HTML, put into the page as it is, runs", LIMIT, async () => {
  await page.show(`<div id="raw"></div>`, { count: 0, head: "<script>globalThis.hits = []; globalThis.hit = (what) => hits.push(what);</script>" });
  await page.run((html) => void (document.querySelector("#raw").innerHTML = html), HOSTILE);
  await page.until(() => hits.includes("img"));
});
