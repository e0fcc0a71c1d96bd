// The app as it is hosted: dist/app behind a plain static server, in a real browser.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { start as startFaults } from "../faults/server.mjs";
import { app, launch, open, root, serve, settle, visit } from "./lib.mjs";

const CONTROL = `<!doctype html><title>Control</title><img src="https://third-party.example/pixel.gif">
<script>console.error("seen"); fetch("https://third-party.example/count").catch(() => {}); nowhere();</script>`;

let browser, site, faults;
before(async () => {
  browser = await launch();
  site = await serve(app, { "/control.html": CONTROL });
  faults = await startFaults(0);
});
after(async () => {
  await browser?.close();
  await site?.close();
  await faults?.close();
});

/** The sample articles: every JSON file of the folder that has a headline, so not the comments beside them. */
const folder = path.join(root, "public/articles");
const samples = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, data: JSON.parse(readFileSync(path.join(folder, name), "utf8")) }))
  .filter(({ data }) => typeof data.headline === "string");

test("control: a request to a third party, an error in the console and an uncaught one are all caught", async () => {
  const { record, close } = await visit(browser, `${site.origin}/control.html`);
  assert.deepEqual(record.foreign.sort(), ["https://third-party.example/count", "https://third-party.example/pixel.gif"]);
  assert.ok(record.console.includes("seen"));
  assert.equal(record.uncaught.length, 1);
  await close();
});

test("the app opens on the sample article and takes its headline into the page's title", async () => {
  const { page, state, close } = await open(browser, site.origin);
  const { headline } = JSON.parse(readFileSync(path.join(folder, "report.json"), "utf8"));
  assert.equal(state, "ready");
  await page.waitForFunction((text) => document.title.includes(text), headline, { timeout: 5000 });
  assert.ok(await page.getByRole("heading", { level: 1, name: headline }).isVisible());
  await close();
});

test("an article of another origin is refused with a sentence that names the rule, and is not asked for", async () => {
  const src = `${faults.origin}/article?id=foreign`;
  const { page, state, reason, close } = await open(browser, site.origin, `/?src=${encodeURIComponent(src)}`);
  assert.deepEqual([state, reason], ["failed", "origin"]);
  assert.match(await page.locator("body").innerText(), /own site and of sites it lists/);
  const { count } = await (await fetch(`${faults.origin}/log?id=foreign`)).json();
  assert.equal(count, 0);
  await close();
});

test("there are sample articles to look at", () => {
  assert.ok(samples.some(({ name }) => name === "report.json"));
});

for (const { name } of samples) {
  test(`the sample ${name} is shown without a request to another host and without an error`, async () => {
    const { page, state, record, close } = await open(browser, site.origin, `/?src=articles/${name}`);
    assert.equal(state, "ready");
    await settle(page);
    assert.deepEqual(record.foreign, []);
    assert.deepEqual(record.console, []);
    assert.deepEqual(record.uncaught, []);
    await close();
  });
}

test("what the size budget counts is what the page loads, but for images and the browser's own", async () => {
  const counted = JSON.parse(readFileSync(path.join(root, "target/sizes.json"), "utf8")).app.files;
  const { record, close } = await open(browser, site.origin);
  const loaded = record.requests.map((url) => new URL(url).pathname.slice(1) || "index.html");
  const weighed = [...new Set(loaded)].filter((name) => /\.(html|js|css|wasm|json)$/.test(name) && !/comments/.test(name));
  assert.deepEqual(weighed.sort(), [...counted].sort());
  await close();
});

test("the app works under a path of its host", async () => {
  const prefixed = await serve(path.dirname(app));
  const { state, record, close } = await open(browser, prefixed.origin, "/app/");
  assert.equal(state, "ready");
  assert.deepEqual([record.console, record.uncaught], [[], []]);
  await close();
  await prefixed.close();
});
