// The program is cut in parts: each comes when it is needed, and what needs it waits for it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { host, SCRIPT } from "./host.mjs";

const LIMIT = { timeout: 60_000 };
const [BLOCKS, STYLE, WORDS] = ["/standfirst_blocks.wasm", "/standfirst_blocks.css", "/standfirst_words.wasm"];

let site;
before(async () => void (site = await host()));
after(() => site.close());

const paragraph = { type: "paragraph", text: "A paragraph." };
const inline = (article, attributes = "") => `${SCRIPT}<standfirst-article ${attributes}><script type="application/json">${JSON.stringify({ headline: "Salt", ...article })}</script></standfirst-article>`;

test("usual blocks are drawn without the part for the others", LIMIT, async () => {
  const text = "A line.";
  const usual = [paragraph, { type: "heading", text }, { type: "list", items: [text] }, { type: "quote", text }, { type: "pullquote", text }, { type: "divider" }, { type: "image", url: "/art/boats-960.jpg" }, { type: "numbers", items: [{ value: "2", label: text }] }, { type: "correction", text }, { type: "disclaimer", text }];
  const { page, asked, hear, quiet, close } = await site.show(inline({ body: usual }));
  await hear("load");
  await page.getByText("A paragraph.").waitFor();
  await page.locator(".sf-disclaimer").waitFor();
  assert.equal(asked(BLOCKS).length, 0);
  quiet();
  await close();
});

const RARE = {
  "a table": [{ body: [{ type: "table", header: ["A"], rows: [["1"]] }] }, "table"],
  "a block in a block": [{ body: [{ type: "quote", body: [{ type: "details", summary: "More", body: "Text" }] }] }, "details"],
  "a block by another spelling": [{ body: [paragraph, { type: " table ", header: ["A"], rows: [["1"]] }] }, "table"],
  "a film that leads": [{ body: [paragraph], video: { sources: ["/a.mp4"], poster: "/art/boats-960.jpg" } }, "video"],
  "an author who can be reached": [{ body: [paragraph], author: { name: "Ada", email: "ada@news.example" } }, ".sf-contacts"],
  "pictures in pairs": [{ body: [{ type: "image", url: "/art/boats-960.jpg", role: "Halfwidth" }, { type: "image", url: "/art/portrait-ana-240.jpg", role: "halfwidth" }] }, ".sf-pair"],
};
for (const [what, [article, selector]] of Object.entries(RARE)) {
  test(`${what} brings the part for it, with its style`, LIMIT, async () => {
    const { page, asked, hear, close } = await site.show(inline(article));
    await hear("load");
    await page.locator(selector).first().waitFor({ state: "attached" });
    assert.deepEqual([asked(BLOCKS).length, asked(STYLE).length], [1, 1]);
    await close();
  });
}

test("blocks of kinds that nobody knows, and kinds that are no words, stop nothing", LIMIT, async () => {
  const strange = [5, true, null, [], {}, "nothing-known", "", { a: 1 }].map((type) => ({ type, text: "Strange" }));
  const { page, hear, heard, close } = await site.show(inline({ body: [...strange, paragraph] }));
  await hear("load");
  await page.getByText("A paragraph.").waitFor();
  assert.deepEqual((await heard()).map(({ type }) => type), ["standfirst-load"]);
  await close();
});

test("where the part for its blocks cannot be had the article is not, and can be asked for again", LIMIT, async () => {
  let gone = true;
  const { page, hear, heard, close } = await site.show(inline({ body: [{ type: "table", header: ["A"], rows: [["1"]] }] }), { before: (page) => page.route(`**${BLOCKS}`, (route) => (gone ? route.fulfill({ status: 404 }) : route.continue())) });
  await hear("error");
  assert.equal((await heard()).at(-1).detail.reason, "network");
  gone = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("table").waitFor();
  await close();
});

for (const [lang, words, times] of [["de-AT", "Von Ada", 1], ["ar", "بقلم", 1], ["en-GB", "By Ada", 0], ["fi", "By Ada", 0]]) {
  test(`in a page of the language ${lang} the words are ${times ? "its own, by a part of the program" : "English, without a part for them"}`, LIMIT, async () => {
    const { page, asked, hear, quiet, close } = await site.show(`<div lang="${lang}">${inline({ body: [paragraph], author: "Ada" })}</div>`);
    await hear("load");
    assert.match(await page.locator(".sf-authors").textContent(), new RegExp(words));
    assert.equal(asked(WORDS).length, times);
    quiet();
    await close();
  });
}

test("where the words of a language cannot be had the article speaks English", LIMIT, async () => {
  const { page, hear, close } = await site.show(`<div lang="de">${inline({ body: [paragraph], author: "Ada" })}</div>`, { before: (page) => page.route(`**${WORDS}`, (route) => route.fulfill({ status: 404 })) });
  await hear("load");
  assert.match(await page.locator(".sf-authors").textContent(), /By Ada/);
  await close();
});
