// The program is cut in two: what a page loads for an article, and the rest, which comes when a reader wants it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { unchecked } from "./host.mjs";
import { LIMIT, alone, becomes, button, expanded, inline, menu, open, small, status } from "./share.mjs";

const REST = "/standfirst_rest.wasm";
/** Pages load pieces of their own besides: pictures, data. */
const program = (record) => record.requests.map((url) => new URL(url).pathname).filter((name) => name.startsWith("/embed/")).sort();
/** A program that is one, and does nothing. */
const EMPTY = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

test("a page with an article asks for the script and the first part alone; the rest comes with the pointer on a share button", LIMIT, async () => {
  const { page, record, asked, hear, quiet, close } = await open(inline(small));
  await hear("load");
  await page.getByText("The second one speaks").hover();
  assert.deepEqual(program(record), ["/embed/standfirst.js", "/embed/standfirst_bg.wasm"]);
  // The control: it would be seen.
  await button(page).hover();
  await becomes(() => asked(REST).length, 1);
  assert.equal(await menu(page).count(), 0);
  quiet();
  await close();
});

test("a press opens the menu when the rest is there, and it comes once for two readers", LIMIT, async () => {
  const { page, asked, quiet, close } = await open(inline(small) + alone());
  for (const tag of ["standfirst-article", "standfirst-share"]) {
    const press = page.locator(tag).getByRole("button", { name: "Share", exact: true }).first();
    await press.click();
    await becomes(() => press.getAttribute("aria-expanded"), "true");
    await page.locator(tag).getByRole("list", { name: "Share" }).waitFor();
    await page.keyboard.press("Escape");
    await becomes(() => expanded(page), []);
  }
  assert.equal(asked(REST).length, 1);
  quiet();
  await close();
});

test("while the rest is on its way the button says that it is busy, and a second press changes nothing", LIMIT, async () => {
  let let_go;
  const held = new Promise((done) => (let_go = done));
  const { page, quiet, close } = await open(inline(small), { before: (page) => page.route(`**${REST}`, async (route) => (await held, route.continue())) });
  await button(page).click();
  await becomes(() => button(page).getAttribute("aria-busy"), "true");
  await button(page).click();
  let_go();
  await menu(page).waitFor();
  assert.equal(await button(page).getAttribute("aria-busy"), null);
  assert.deepEqual(await expanded(page), ["Share"]);
  quiet();
  await close();
});

test("where the rest cannot be had a sentence says so, and the next press tries again", LIMIT, async () => {
  let gone = true;
  const { page, asked, heard, close } = await open(inline(small), { before: (page) => page.route(`**${REST}`, (route) => (gone ? route.fulfill({ status: 404 }) : route.continue())) });
  await button(page).click();
  await becomes(() => status(page).innerText(), "The site cannot answer at the moment.");
  assert.equal(await button(page).getAttribute("aria-busy"), null);
  assert.equal(await menu(page).count(), 0);
  gone = false;
  const before = asked(REST).length;
  await button(page).click();
  await menu(page).waitFor();
  assert.equal(await status(page).innerText(), "");
  assert.equal(asked(REST).length, before + 1);
  assert.deepEqual((await heard()).map(({ type }) => type), ["standfirst-load"]);
  await close();
});

test("what is called of the rest and is not there is a fault like any other: one event, and the article can be had again", LIMIT, async () => {
  const { page, heard, hear, close } = await open(inline(small), {
    before: async (page) => {
      await unchecked(page);
      await page.route(`**${REST}`, (route) => route.fulfill({ contentType: "application/wasm", body: EMPTY }));
    },
  });
  await button(page).click();
  await hear("error");
  const [error, ...more] = (await heard()).filter(({ type }) => type !== "standfirst-load");
  assert.deepEqual([error.detail.reason, more], ["internal", []]);
  await page.getByRole("button", { name: "Try again" }).click();
  await button(page).waitFor();
  await close();
});

test("an article with targets of its own, which only the rest can read, and with comments is drawn anew when that comes, and its comments with it", LIMIT, async () => {
  const own = { ...small, share: { targets: [{ name: "board", title: "Board", url: "https://board.example/?u={url}" }] }, comment: [{ id: "1", author: { name: "Ada" }, text: "Salt." }] };
  const { page, heard, quiet, close } = await open(inline(own, "comments-open"));
  await page.getByRole("article", { name: /^Ada/ }).waitFor();
  await button(page).click();
  await menu(page).getByRole("link", { name: "Board" }).waitFor();
  assert.deepEqual((await heard()).map(({ type }) => type), ["standfirst-load"]);
  quiet();
  await close();
});

const PICTURE = { type: "image", url: "/embed/icons/share.svg", width: 40, height: 30, alt: "Salt" };
const pictured = { ...small, body: [...small.body, PICTURE] };
const enlarge = (page) => page.getByRole("button", { name: "Enlarge: Salt" });
const box = (page) => page.locator("standfirst-article dialog");

test("a picture is enlarged when the rest is there: meanwhile its button is busy", LIMIT, async () => {
  let let_go;
  const held = new Promise((done) => (let_go = done));
  const { page, asked, quiet, close } = await open(inline(pictured), { before: (page) => page.route(`**${REST}`, async (route) => (await held, route.continue())) });
  await enlarge(page).click();
  await becomes(() => enlarge(page).getAttribute("aria-busy"), "true");
  assert.equal(await box(page).count(), 0);
  let_go();
  await box(page).getByRole("img", { name: "Salt" }).waitFor();
  assert.equal(asked(REST).length, 1);
  await page.keyboard.press("Escape");
  await becomes(() => enlarge(page).getAttribute("aria-busy"), null);
  quiet();
  await close();
});

test("the style of the rest comes with it, and is there before what it is for; without it the rest counts as not had", LIMIT, async () => {
  let gone = true;
  const { page, asked, close } = await open(inline(small), { before: (page) => page.route("**/standfirst_rest.css", (route) => (gone ? route.fulfill({ status: 404 }) : route.continue())) });
  const sheets = () => page.locator("standfirst-article").evaluate((host) => host.shadowRoot.adoptedStyleSheets.length);
  await button(page).click();
  await becomes(() => status(page).innerText(), "The site cannot answer at the moment.");
  assert.deepEqual([await menu(page).count(), await sheets()], [0, 1]);
  gone = false;
  await button(page).click();
  await menu(page).waitFor();
  assert.equal(await sheets(), 2);
  assert.equal(await page.locator("standfirst-article .sf-share-menu").evaluate((it) => getComputedStyle(it).position), "fixed");
  assert.equal(asked(REST).length, 1);
  await close();
});
