// The app as it is hosted.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMIT, article, stage } from "./stage.mjs";

const page = stage();
const [report, arabic] = [article("report").headline, article("arabic").headline];

test("the app opens on its sample article and takes the headline into the page's title", LIMIT, async () => {
  await page.app();
  await page.get("heading", report);
  await page.until((text) => document.title.includes(text), report);
  await page.quiet();
});

test("its menu leads to another article, Back leads to the first again", LIMIT, async () => {
  await page.app();
  await page.get("heading", report);
  await page.click("button", "Samples");
  await page.click("link", "العربية");
  await page.get("heading", arabic);
  await page.becomes(() => [document.documentElement.dir, document.documentElement.lang], ["rtl", "ar"]);
  await page.back();
  await page.get("heading", report);
  await page.becomes(() => document.documentElement.dir || "ltr", "ltr");
  await page.quiet();
});

test("Back closes the lightbox and stays on the article", LIMIT, async () => {
  await page.app("?src=articles/report.json");
  await page.click("button", "/^Enlarge");
  await page.until(() => probe.all("dialog[open]").length);
  await page.back();
  await page.becomes(() => [probe.all("dialog[open]").length, location.search], [0, "?src=articles/report.json"]);
  await page.get("heading", report);
  await page.quiet();
});

test("an article that cannot be had is a sentence, and a way to try again", LIMIT, async () => {
  await page.app("?src=articles/nowhere.json");
  await page.until(() => probe.one('[data-state="failed"]'));
  assert.equal(await page.run(() => probe.one("[data-reason]").dataset.reason), "status");
  assert.ok((await page.run(() => probe.text(document.querySelector("main, .sf-reader, body")))).length > 20);
});

test("an article of another origin is refused, and not asked for", LIMIT, async () => {
  await page.app("?src=https://elsewhere.example/a.json");
  await page.until(() => probe.one('[data-state="failed"]'));
  assert.equal(await page.run(() => probe.one("[data-reason]").dataset.reason), "origin");
  await page.quiet();
});

test("the gallery of icons opens, and its search finds some", LIMIT, async () => {
  await page.go("/app/#icons");
  const cards = () => probe.all("main svg").filter(probe.seen).length;
  await page.until(() => probe.all("main svg").filter(probe.seen).length > 20);
  const before = await page.run(cards);
  await page.run(() => { const search = probe.one("input[type=search], input"); search.focus(); });
  await page.press(..."calendar");
  await page.until((before) => { const now = probe.all("main svg").filter(probe.seen).length; return now > 0 && now < before; }, before);
  await page.quiet();
});
