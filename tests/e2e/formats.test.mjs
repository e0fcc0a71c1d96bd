// JSON of other kinds in the element: the part of the program with the formats comes when it is needed, and what it reads is shown.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { host, SCRIPT } from "./host.mjs";
import { becomes } from "./share.mjs";

const LIMIT = { timeout: 60_000 };
const FORMATS = "/standfirst_formats.wasm";

let site;
before(async () => void (site = await host()));
after(() => site.close());

const POST = {
  id: 42,
  date_gmt: "2026-03-04T05:06:07",
  modified_gmt: "2026-03-04T05:06:07",
  slug: "salt",
  link: "https://news.example/salt/",
  title: { rendered: "Salt &amp; <em>water</em>" },
  excerpt: { rendered: "<p>What the sea leaves behind.</p>" },
  content: { rendered: '<p>One <strong>strong</strong> word and <a href="/next">a link</a>.</p><script>alert(1)</script><h2>A part</h2><ul><li>First</li><li>Second</li></ul>' },
  comment_status: "open",
};
const second = { ...POST, id: 43, slug: "sand", link: "https://news.example/sand/", title: { rendered: "Sand" } };
const COMMENTS = [
  { id: 1, parent: 0, author_name: "Ada", date_gmt: "2026-03-05T05:06:07", content: { rendered: "<p>Well <em>said</em>.</p>" }, link: "https://news.example/salt/#comment-1" },
  { id: 2, parent: 1, author_name: "Bea", date_gmt: "2026-03-05T06:06:07", content: { rendered: "<p>Indeed.</p>" }, link: "https://news.example/salt/#comment-2" },
];
const canonical = { headline: "Plain", body: [{ type: "paragraph", text: "A paragraph." }] };

/** A page whose server answers some addresses with JSON, or as a function of the route says. */
const show = (body, answers = {}, options = {}) =>
  site.show(SCRIPT + body, {
    ...options,
    before: async (page) => {
      for (const [name, answer] of Object.entries(answers)) {
        await page.route((url) => url.pathname === name, (route) => (typeof answer === "function" ? answer(route) : route.fulfill({ json: answer })));
      }
      await options.before?.(page);
    },
  });
const element = (attributes) => `<standfirst-article ${attributes}></standfirst-article>`;
const headline = (page) => page.locator(".sf-headline").innerText();
const loaded = async (heard) => (await heard()).find(({ type }) => type === "standfirst-load")?.detail;

test("a canonical article is read without the part for other formats", LIMIT, async () => {
  const { page, asked, hear, quiet, close } = await show(element('src="/plain.json"'), { "/plain.json": canonical });
  await hear("load");
  assert.equal(await headline(page), "Plain");
  assert.equal(asked(FORMATS).length, 0);
  quiet();
  await close();
});

test("a post of WordPress is found out by its JSON alone, and is as rich as an article of ours", LIMIT, async () => {
  const { page, asked, hear, heard, quiet, close } = await show(element('src="/post.json"'), { "/post.json": POST });
  await hear("load");
  const { format, headline: said, problems } = await loaded(heard);
  assert.deepEqual([format, said, problems], ["wordpress", "Salt & water", []]);
  assert.equal(await headline(page), "Salt & water");
  assert.equal(await page.locator("strong", { hasText: "strong" }).count(), 1);
  assert.equal(await page.getByRole("link", { name: "a link" }).getAttribute("href"), "https://news.example/next");
  assert.equal(await page.getByRole("heading", { name: "A part" }).count(), 1);
  assert.deepEqual(await page.locator(".sf-list li").allInnerTexts(), ["First", "Second"]);
  assert.equal(await page.getByText("alert(1)").count(), 0);
  assert.equal(asked(FORMATS).length, 1);
  quiet();
  await close();
});

test("where the address says it, the part is on its way before the answer is there", LIMIT, async () => {
  let answer;
  const held = new Promise((done) => (answer = done));
  const { page, asked, hear, quiet, close } = await show(element('src="/wp-json/wp/v2/posts/42?_embed"'), { "/wp-json/wp/v2/posts/42": async (route) => (await held, route.fulfill({ json: POST })) });
  await becomes(() => asked(FORMATS).length, 1);
  answer();
  await hear("load");
  assert.equal(asked(FORMATS).length, 1);
  quiet();
  await close();
});

test("it comes once for two articles, and what is given as data needs it too", LIMIT, async () => {
  const inline = `<standfirst-article><script type="application/json">${JSON.stringify(second).replaceAll("<", "\\u003c")}</script></standfirst-article>`;
  const { page, asked, hear, quiet, close } = await show(element('src="/post.json"') + inline, { "/post.json": POST });
  await hear("load", 2);
  assert.deepEqual((await page.locator(".sf-headline").allInnerTexts()).sort(), ["Salt & water", "Sand"]);
  assert.equal(asked(FORMATS).length, 1);
  quiet();
  await close();
});

test("HTML in a canonical article is set as what it is", LIMIT, async () => {
  const article = { headline: "Mixed", body: [{ type: "paragraph", html: "With <em>stress</em>." }, { type: "html", html: "<blockquote><p>Said.</p><cite>Ada</cite></blockquote>" }] };
  const { page, asked, hear, quiet, close } = await show(element('src="/mixed.json"'), { "/mixed.json": article });
  await hear("load");
  assert.equal(await page.locator("em", { hasText: "stress" }).count(), 1);
  assert.equal(await page.locator("blockquote", { hasText: "Said." }).count(), 1);
  assert.equal(asked(FORMATS).length, 1);
  quiet();
  await close();
});

test("where the part cannot be had the reader is told, and another try reads the article", LIMIT, async () => {
  let gone = true;
  const { page, hear, heard, close } = await show(element('src="/post.json"'), { "/post.json": POST, [`/embed${FORMATS}`]: (route) => (gone ? route.fulfill({ status: 404 }) : route.continue()) });
  await hear("error");
  assert.equal((await heard()).at(-1).detail.reason, "network");
  gone = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await hear("load");
  assert.equal(await headline(page), "Salt & water");
  await close();
});

test("of a list the first is shown and the others are offered; an item is chosen by attribute or by the address", LIMIT, async () => {
  const answers = { "/posts.json": [POST, second] };
  for (const [attributes, shown, offered] of [
    ['src="/posts.json"', "Salt & water", "Sand"],
    ['src="/posts.json" item="sand"', "Sand", "Salt & water"],
    ['src="/posts.json#item=43"', "Sand", "Salt & water"],
    ['src="/posts.json" item="2"', "Sand", "Salt & water"],
  ]) {
    const { page, hear, quiet, close } = await show(element(attributes), answers);
    await hear("load");
    assert.equal(await headline(page), shown, attributes);
    await page.getByRole("link", { name: offered }).waitFor();
    quiet();
    await close();
  }
});

test("an item that is not in the list is said to be missing", LIMIT, async () => {
  const { hear, heard, close } = await show(element('src="/posts.json" item="gravel"'), { "/posts.json": [POST, second] });
  await hear("error");
  const { reason, message } = (await heard()).at(-1).detail;
  assert.equal(reason, "schema");
  assert.match(message, /gravel/);
  await close();
});

test("a publisher names the members of JSON that nobody knows", LIMIT, async () => {
  const odd = { data: { title: "Odd", rows: { text: "<p>A <b>bold</b> body.</p>" } } };
  const { page, hear, heard, quiet, close } = await show(element(`src="/odd.json" map='{"headline": "data.title", "articleBody": "data.rows.text"}'`), { "/odd.json": odd });
  await hear("load");
  assert.equal((await loaded(heard)).format, "map");
  assert.equal(await headline(page), "Odd");
  assert.equal(await page.locator("strong", { hasText: "bold" }).count(), 1);
  quiet();
  await close();
});

test("what is no format known here fails and says what was found", LIMIT, async () => {
  const { hear, heard, close } = await show(element('src="/odd.json"'), { "/odd.json": { weather: "fair", wind: 3 } });
  await hear("error");
  const { reason, message } = (await heard()).at(-1).detail;
  assert.equal(reason, "schema");
  assert.match(message, /weather/);
  await close();
});

test("an interface's own error becomes the message, whatever its status", LIMIT, async () => {
  const wrong = { code: "rest_post_invalid_id", message: "Invalid post ID.", data: { status: 404 } };
  for (const status of [200, 404]) {
    const { hear, heard, close } = await show(element('src="/gone.json"'), { "/gone.json": (route) => route.fulfill({ status, json: wrong }) });
    await hear("error");
    const { reason, message } = (await heard()).at(-1).detail;
    assert.equal(reason, status === 200 ? "schema" : "status");
    assert.match(message, /Invalid post ID/);
    await close();
  }
});

test("problems are in the event, and stand under the article where the page asks for them", LIMIT, async () => {
  const faulty = { ...canonical, datePublished: "yesterday" };
  const { page, hear, heard, quiet, close } = await show(element('src="/faulty.json"'), { "/faulty.json": faulty });
  await hear("load");
  const { problems } = await loaded(heard);
  assert.deepEqual(problems.map(({ path }) => path), ["$.datePublished"]);
  const list = page.getByRole("region", { name: "What could not be read" });
  assert.equal(await list.count(), 0);
  await page.locator("standfirst-article").evaluate((it) => it.setAttribute("debug", ""));
  await list.waitFor();
  assert.match(await list.innerText(), /canonical[\s\S]*\$\.datePublished/);
  await page.locator("standfirst-article").evaluate((it) => it.removeAttribute("debug"));
  await list.waitFor({ state: "detached" });
  quiet();
  await close();
});

test("comments of WordPress are read as threads, with their HTML", LIMIT, async () => {
  const { page, quiet, close } = await show('<standfirst-comments src="/comments.json" open></standfirst-comments>', { "/comments.json": COMMENTS });
  await page.locator("#comment-2").waitFor();
  assert.equal(await page.locator("#comment-1 em", { hasText: "said" }).count(), 1);
  assert.equal(await page.locator("#comment-1").evaluate((it) => it.contains(it.getRootNode().querySelector("#comment-2")) || it.closest("li").contains(it.getRootNode().querySelector("#comment-2"))), true);
  quiet();
  await close();
});
