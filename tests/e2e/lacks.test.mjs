// Engines that lack what the reader uses where it is there. One engine stands in for them: each name of what is lacking is
// spelt otherwise in the files that it is sent, so it does with it what an engine does that never heard of it.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { thread } from "../../scripts/bench/thread.mjs";
import { REPORT, SCRIPT, host, title, unchecked } from "./host.mjs";

const LIMIT = { timeout: 60_000 };
const DESK = { viewport: { width: 1280, height: 720 } };
let show, close;
before(async () => {
  ({ show, close } = await host());
});
after(() => close?.());

/** Opens a page whose engine lacks these. */
async function lacking(names, body, options = {}) {
  const spelt = Object.fromEntries(names.map((name) => [name, 0]));
  const visited = await show(SCRIPT + body, {
    ...DESK,
    ...options,
    before: async (page) => {
      page.setDefaultTimeout(10_000);
      // Or the script would find that its program has been altered.
      await unchecked(page);
      await page.route("**/embed/**", async (route) => {
        const response = await route.fetch();
        let text = (await response.body()).toString("latin1");
        for (const name of names) {
          const parts = text.split(name);
          spelt[name] += parts.length - 1;
          // As long as it was: a program says where each of its texts begins and ends.
          text = parts.join(name.replace(/[a-z](?=[a-z]*$)/, "0"));
        }
        await route.fulfill({ response, body: Buffer.from(text, "latin1") });
      });
    },
  });
  return {
    ...visited,
    close: async () => {
      // What is nowhere in the files cannot lack: then this is no test.
      assert.deepEqual(names.filter((name) => spelt[name] === 0), []);
      await visited.close();
    },
  };
}
const share = (page) => page.getByRole("button", { name: "Share", exact: true }).first();
const copy = (page) => page.getByRole("button", { name: "Copy link", exact: true });
const visible = (page, selector) => page.locator(selector).evaluateAll((all) => all.filter((el) => el.checkVisibility()).length);
const box = (locator) => locator.evaluate((el) => { const { left, top, right, bottom } = el.getBoundingClientRect(); return { left, top: top + scrollY, right, bottom: bottom + scrollY }; });
/** What has the focus. */
const focused = (page) => page.locator("standfirst-article").evaluate((host) => host.shadowRoot.activeElement?.textContent.trim());

describe("without popovers", LIMIT, () => {
  test("the list of the share menu stands under the article's text, and a press of Share leads there", async () => {
    const { page, quiet, close } = await lacking(["popover"], REPORT);
    await title(page).waitFor();
    await share(page).click();
    await copy(page).waitFor();
    await page.waitForFunction(() => document.querySelector("standfirst-article").shadowRoot.activeElement?.matches(".sf-share-target"));
    const [list, text] = [await box(page.locator(".sf-share-menu")), await box(page.locator(".sf-body > *").last())];
    assert.ok(list.top >= text.bottom, `the list begins at ${list.top}, the text ends at ${text.bottom}`);
    assert.equal(await focused(page), "Facebook");
    // Once more, with all of it there, from above.
    await page.evaluate(() => scrollTo(0, 0));
    await share(page).click();
    await page.waitForFunction(() => scrollY > 500);
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(page), "X");
    quiet();
    await close();
  });

  test("its links and Copy link do what they do elsewhere", async () => {
    const { page, quiet, close } = await lacking(["popover"], REPORT, { permissions: ["clipboard-read", "clipboard-write"] });
    await title(page).waitFor();
    await share(page).click();
    await copy(page).click();
    await page.getByRole("status").filter({ hasText: "copied" }).waitFor({ state: "attached" });
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^https?:/);
    assert.match(await page.getByRole("link", { name: "WhatsApp" }).getAttribute("href"), /^https:\/\/wa\.me|^https:\/\/api\.whatsapp/);
    quiet();
    await close();
  });

  test("nothing is offered for a selection, which nothing could hide again", async () => {
    const { page, quiet, close } = await lacking(["popover"], REPORT);
    await title(page).waitFor();
    await share(page).click();
    await copy(page).waitFor();
    assert.equal(await visible(page, ".sf-passage"), 0);
    await page.locator(".sf-body p").first().click({ clickCount: 3 });
    assert.equal(await visible(page, ".sf-passage"), 0);
    quiet();
    await close();
  });
});

test("control: with popovers the list is out of sight until Share is pressed, and then over the page", LIMIT, async () => {
  const { page, close } = await lacking([], REPORT);
  await title(page).waitFor();
  await share(page).click();
  await copy(page).waitFor();
  assert.equal(await visible(page, ".sf-share-menu:popover-open"), 1);
  await page.keyboard.press("Escape");
  await copy(page).waitFor({ state: "detached" });
  await close();
});

for (const [width, height] of [[320, 640], [1280, 720]]) {
  test(`without anchor positioning the share menu stands at the lower edge of a window of ${width} px, whole`, LIMIT, async () => {
    const { page, quiet, close } = await lacking(["position-area"], REPORT, { viewport: { width, height } });
    await title(page).waitFor();
    await share(page).click();
    await copy(page).waitFor();
    const { left, top, right, bottom } = await page.locator(".sf-share-menu").evaluate((el) => el.getBoundingClientRect().toJSON());
    assert.ok(left >= 0 && top >= 0 && right <= width && bottom <= height && bottom > height - 20, JSON.stringify({ left, top, right, bottom }));
    quiet();
    await close();
  });
}

const COMMENTS = `<standfirst-comments open><script type="application/json">${JSON.stringify(thread(200)).replaceAll("<", "\\u003c")}</script></standfirst-comments>`;
const button = (page, name) => page.getByRole("button", { name, exact: true });

/** How many comments are laid out, near the window or not. */
const laidOut = () => [...document.querySelector("standfirst-comments").shadowRoot.querySelectorAll(".sf-comment")].filter((el) => el.checkVisibility({ contentVisibilityAuto: true })).length;

test("without content-visibility all comments are laid out at once, fold and unfold", LIMIT, async () => {
  const { page, quiet, close } = await lacking(["content-visibility"], COMMENTS);
  await page.locator('.sf-comments[data-state="ready"]').waitFor();
  await page.waitForFunction(`(${laidOut})() === 200`);
  await button(page, "Fold all").click();
  await page.waitForFunction(`(${laidOut})() < 200`);
  await button(page, "Unfold all").click();
  await page.waitForFunction(`(${laidOut})() === 200`);
  quiet();
  await close();
});

test("control: with it most of them are not", LIMIT, async () => {
  const { page, close } = await lacking([], COMMENTS);
  await page.locator('.sf-comments[data-state="ready"]').waitFor();
  await page.waitForFunction(() => document.querySelector("standfirst-comments").shadowRoot.querySelectorAll(".sf-comment").length === 200);
  assert.ok((await page.evaluate(laidOut)) < 150);
  await close();
});

test("without until-found what is folded is hidden, and its button opens it", LIMIT, async () => {
  const { page, quiet, close } = await lacking(["until-found"], COMMENTS);
  await page.locator('.sf-comments[data-state="ready"]').waitFor();
  await button(page, "Fold all").click();
  await page.locator(".sf-comment[data-line]").first().waitFor();
  const first = page.locator(".sf-comment").first();
  const text = first.locator(".sf-comment-text").first();
  assert.equal(await text.isVisible(), false);
  await first.getByRole("button").first().click();
  await text.waitFor();
  quiet();
  await close();
});
