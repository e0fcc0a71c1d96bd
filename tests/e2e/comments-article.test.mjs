// Comments under an article, in a page of somebody else and in the app.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { article, door, SCRIPT, title } from "./host.mjs";
import * as lib from "./lib.mjs";
import { LIMIT, SAMPLE, THREAD, act, again, becomes, comment, expanded, focused, frames, gone, json, kept, names, open, reaches, said, section, serving, toggle } from "./comments.mjs";

const TEXT = (count) => Array.from({ length: count }, (_, at) => ({ type: "paragraph", text: `Paragraph ${at} of the article, with some words in it.` }));
const short = { headline: "Salt and light", body: TEXT(2) };
const long = { headline: "Salt and light", body: TEXT(200) };
const made = (data, more = "", inner = "") => `<standfirst-article id="it" ${more}><script type="application/json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>${inner}</standfirst-article>`;
const thread = serving({ "/thread.json": THREAD });
const COMMENTS = 'comments="/thread.json"';
const shown = (page) => title(page, "Salt and light").waitFor();

describe("under an article in a page", LIMIT, () => {
  test("the comments stand closed after the text, one level under the headline, with their number", async () => {
    const { page, told, quiet, close } = await open(made(short, `${COMMENTS} heading-level="2"`), { before: thread });
    await page.getByRole("heading", { level: 3, name: /^Comments/ }).waitFor();
    assert.equal(await section(page).textContent(), "Comments8");
    assert.equal(await expanded(section(page)), "false");
    const [text, comments] = await Promise.all([page.getByText("Paragraph 1 of").boundingBox(), section(page).boundingBox()]);
    assert.ok(comments.y > text.y + text.height);
    await section(page).click();
    await comment(page, "Hana").waitFor();
    await toggle(page, "Ada").first().click();
    assert.deepEqual((await told()).sort(), [["comment-toggle", "", true], ["comment-toggle", "ada", false], ["comments-load", 8]]);
    quiet();
    await close();
  });

  test("`comments-open` opens them; `none`, or an article that has none, shows no such place", async () => {
    const there = await open(made(short, `${COMMENTS} comments-open`), { before: thread });
    assert.equal((await names(there.page)).length, 8);
    await there.close();
    for (const body of [made({ ...short, comment: THREAD }, 'comments="none"'), made(short)]) {
      const { page, quiet, close } = await open(body, { state: null });
      await shown(page);
      await frames(page);
      assert.equal(await page.getByRole("region", { name: "Comments" }).count(), 0);
      quiet();
      await close();
    }
  });

  test("nothing of them is asked for before the reader comes near, and never before the article is there", async () => {
    const { page, asked, hear, close } = await open(made(long, `${COMMENTS} comments-open`), { state: null, before: thread });
    await shown(page);
    await hear("load");
    await section(page).waitFor({ state: "attached" });
    await frames(page);
    assert.equal(asked("thread.json").length, 0);
    await section(page).scrollIntoViewIfNeeded();
    await reaches(page, "ready");
    assert.equal(asked("thread.json").length, 1);
    await close();
  });

  test("where what draws them cannot be had, the article stays, a sentence stands in their place, and a press tries again", async () => {
    let refused = true;
    const { page, told, record, close } = await open(made(short, `${COMMENTS} comments-open`), {
      state: null,
      before: async (page) => {
        await thread(page);
        await page.route("**/standfirst_rest.wasm", (route) => (refused ? gone(route) : route.continue()));
      },
    });
    await page.getByText("The comments could not be loaded.").waitFor();
    await shown(page);
    assert.deepEqual([record.uncaught, await told()], [[], []]);
    refused = false;
    await act(page, "Try again").click();
    await reaches(page, "ready");
    assert.equal((await names(page)).length, 8);
    await close();
  });

  const heldBack = async (body, does) => {
    const held = door();
    const visit = await open(body, {
      state: null,
      before: async (page) => {
        await thread(page);
        await page.route("**/standfirst_rest.wasm", async (route) => (await held.opened, route.continue()));
      },
    });
    await visit.page.locator(".sf-comments-note").getByText("Loading").waitFor();
    await does(visit, async () => {
      held.open();
      await reaches(visit.page, "ready");
    });
    visit.quiet();
    await visit.close();
  };

  test("their heading stays as it is when what draws them comes: it keeps the focus, and a press that began before ends on it", async () => {
    await heldBack(made(short, COMMENTS), async ({ page, told }, come) => {
      await section(page).focus();
      await page.keyboard.down("Space");
      await come();
      await page.keyboard.up("Space");
      await becomes(() => expanded(section(page)), "true");
      assert.match(await focused(page), /^Comments/);
      await page.keyboard.press("Enter");
      await becomes(() => expanded(section(page)), "false");
      assert.deepEqual(await told(), [["comments-load", 8], ["comment-toggle", "", true], ["comment-toggle", "", false]]);
    });
    await heldBack(made(short, COMMENTS), async ({ page }, come) => {
      await section(page).hover();
      await page.mouse.down();
      await come();
      await page.mouse.up();
      await becomes(() => expanded(section(page)), "true");
    });
  });

  test("pressed twice before what draws them is there, they are open: the second press was for what did not come", async () => {
    await heldBack(made(short, COMMENTS), async ({ page, told }, come) => {
      await section(page).click();
      await section(page).click();
      await come();
      assert.equal(await expanded(section(page)), "true");
      assert.equal((await names(page)).length, 8);
      assert.deepEqual((await told()).filter(([type]) => type === "comment-toggle"), [["comment-toggle", "", true]]);
    });
  });

  test("a page that presses twice at once changes nothing, and hears of nothing", async () => {
    const { page, told, close } = await open(made(short, COMMENTS), { before: thread });
    await section(page).evaluate((button) => (button.click(), button.click()));
    await frames(page);
    assert.deepEqual([await expanded(section(page)), await told()], ["false", [["comments-load", 8]]]);
    await section(page).evaluate((button) => button.click());
    await becomes(() => expanded(section(page)), "true");
    await close();
  });

  test("control: with a short article they are near at once, and are asked for after it", async () => {
    const held = door();
    const { page, asked, close } = await open('<standfirst-article src="/short.json" comments="/thread.json"></standfirst-article>', {
      state: null,
      before: serving({ "/thread.json": THREAD, "/short.json": async (route) => (await held.opened, json(short)(route)) }),
    });
    await page.locator('standfirst-article [data-state="loading"]').waitFor({ state: "attached" });
    assert.equal(asked("thread.json").length, 0);
    held.open();
    await reaches(page, "ready");
    assert.equal(asked("thread.json").length, 1);
    await close();
  });

  test("where they come from: the page, the article's address of them, the article itself, or elsewhere", async () => {
    const count = async (data, more, text, path = "thread.json", times = 0) => {
      const { page, asked, quiet, close } = await open(made(data, `${more} comments-open`), { before: thread });
      assert.equal(await section(page).textContent(), text);
      assert.equal(asked(path).length, times);
      quiet();
      await close();
    };
    await count({ ...short, commentsUrl: "/thread.json" }, "", "Comments8", "thread.json", 1);
    await count({ ...short, comment: THREAD.slice(0, 3) }, "", "Comments3");
    await count({ ...short, comment: THREAD.slice(0, 3), commentsUrl: "/other.json" }, COMMENTS, "Comments8", "other.json", 0);
    for (const [more, role, name] of [[{ discussionUrl: "https://forum.example/t/1" }, "link", "Read the comments at forum.example"], [{ commentsClosed: true }, "paragraph", null]]) {
      const { page, close } = await open(made({ ...short, ...more }), { state: null });
      await shown(page);
      if (name) assert.equal(await page.getByRole(role, { name }).getAttribute("href"), "https://forum.example/t/1");
      else await page.getByText("Comments are closed.").waitFor();
      await close();
    }
  });

  test("the number is there before the comments are", async () => {
    const { page, close } = await open(made({ ...short, body: TEXT(200), commentCount: 1234 }, COMMENTS), { state: null, before: thread });
    await shown(page);
    await becomes(() => section(page).textContent(), "Comments1,234");
    await close();
  });

  test("where they cannot be had, the article is as it was and the page hears of no failed article", async () => {
    let answer = gone;
    const { page, told, hear, heard, close } = await open(made(short, `${COMMENTS} comments-open`, "<p id='other'>Elsewhere.</p>"), { state: null, before: serving({ "/thread.json": (route) => answer(route) }) });
    await hear("load");
    await reaches(page, "failed");
    await page.getByText("The comments could not be loaded.").last().waitFor();
    assert.equal(await page.getByText("Paragraph 1 of").isVisible(), true);
    assert.equal(await page.locator("#other").isVisible(), false);
    assert.deepEqual(await told(), []);
    assert.deepEqual((await heard()).map(({ type }) => type), ["standfirst-load"]);
    assert.equal(await page.locator("standfirst-article [data-state]").first().getAttribute("data-state"), "ready");
    answer = json(THREAD);
    await act(page, "Try again").click();
    await comment(page, "Hana").waitFor();
    await close();
  });

  test("each article's folds are its own", async () => {
    const { page, close } = await open(made(short, `${COMMENTS} comments-open`) + made({ ...short, headline: "Another" }, 'comments="/second.json" comments-open').replace('id="it"', 'id="two"'), { before: serving({ "/thread.json": THREAD, "/second.json": THREAD.map((it) => ({ ...it, author: { name: `2${it.author.name}` } })) }), state: null });
    await reaches(page, "ready", "#it");
    await reaches(page, "ready", "#two");
    await toggle(page, "Ada").first().click();
    await becomes(() => expanded(toggle(page, "Ada").first()), "false");
    assert.equal(await expanded(toggle(page, "2Ada").first()), "true");
    await page.reload();
    await reaches(page, "ready", "#it");
    await reaches(page, "ready", "#two");
    assert.deepEqual([await expanded(toggle(page, "Ada").first()), await expanded(toggle(page, "2Ada").first())], ["false", "true"]);
    await close();
  });

  test("another article takes its own comments with it", async () => {
    const { page, quiet, close } = await open(made({ ...short, comment: THREAD.slice(0, 3) }, "comments-open"));
    assert.deepEqual(await names(page), ["Ada", "Ben", "Cem"]);
    await page.evaluate((data) => (document.querySelector("#it").data = data), { ...short, headline: "Another", comment: THREAD.slice(5) });
    await becomes(() => names(page), ["Hana", "Fay", "Gus"]);
    await page.evaluate(() => document.querySelector("#it").setAttribute("comments", "none"));
    await becomes(() => page.getByRole("region", { name: "Comments" }).count(), 0);
    quiet();
    await close();
  });

  test("a link to a comment opens it under a long article", async () => {
    const { page, quiet, close } = await open(made(long, COMMENTS), { state: null, before: thread });
    await again(page, "#comment-dora");
    await becomes(() => focused(page).then((name) => name.split(",")[0]), "Dora");
    await frames(page);
    const { y } = await comment(page, "Dora").boundingBox();
    assert.ok(y >= 0 && y < 720, `${y}`);
    quiet();
    await close();
  });

  test("in print the comments stand open after the article", async () => {
    const { page, close } = await open(made(short, COMMENTS), { before: thread });
    const visible = () => page.locator(".sf-comment-text").evaluateAll((all) => all.filter((el) => el.checkVisibility({ contentVisibilityAuto: true })).length);
    assert.equal(await visible(), 0, "control: on the screen they are closed");
    await page.emulateMedia({ media: "print" });
    await becomes(visible, 8);
    await close();
  });

  test("an Arabic article has Arabic comments", async () => {
    const { page, close } = await open(made({ ...short, inLanguage: "ar", comment: [said("a", "ليلى", "", { text: "نص" })] }, "comments-open"), { state: "ready" });
    const words = await section(page).textContent().catch(() => page.locator(".sf-comments h2").textContent());
    assert.ok(words);
    await close();
  });
});

describe("in the app", LIMIT, () => {
  let server, browser;
  before(async () => {
    server = await lib.serve();
    browser = await lib.launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const visit = async (query, before) => {
    const visited = await lib.open(browser, server.origin, `/?src=articles/report.json${query}`, { before, viewport: { width: 1280, height: 720 } });
    visited.page.setDefaultTimeout(10_000);
    return visited;
  };

  test("`?comments=` shows the comments of its own origin, and of no other", async () => {
    const { page, record, close } = await visit(`&comments=${SAMPLE.slice(1)}`);
    await section(page).click();
    await reaches(page, "ready");
    assert.match(await section(page).textContent(), /^Comments200$/);
    assert.deepEqual([record.console, record.uncaught, record.foreign], [[], [], []]);
    await close();
    const other = await visit("&comments=https://elsewhere.example/c.json");
    await section(other.page).click();
    await reaches(other.page, "failed");
    assert.deepEqual(other.record.foreign, []);
    assert.equal(await act(other.page, "Try again").count(), 0, "control: it is refused, not failed");
    await other.close();
  });

  test("its letters are used from the start, and no more once the reader has said so", async () => {
    const { page, close } = await visit("&comments=thread.json", thread);
    await section(page).scrollIntoViewIfNeeded();
    await reaches(page, "ready");
    await section(page).click();
    await toggle(page, "Hana").focus();
    await page.keyboard.press("j");
    assert.match(await focused(page), /^Fay, /);
    await act(page, "Keyboard shortcuts").click();
    const box = page.getByRole("group", { name: "Keyboard shortcuts" }).getByRole("checkbox");
    assert.equal(await box.isChecked(), true);
    await box.uncheck();
    await becomes(async () => (await kept(page)) !== "", true);
    await page.reload();
    await section(page).scrollIntoViewIfNeeded();
    await reaches(page, "ready");
    await toggle(page, "Hana").focus();
    await page.keyboard.press("j");
    assert.match(await focused(page), /^Hana, /);
    await close();
  });

  test("nothing reaches out of the page at 320 pixels, and every text can be read in light and dark", async () => {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await lib.open(browser, server.origin, `/?src=articles/report.json&comments=${SAMPLE.slice(1)}`, { viewport: { width: 320, height: 900 }, colorScheme });
      page.setDefaultTimeout(10_000);
      await section(page).click();
      await reaches(page, "ready");
      for (const state of [null, "Fold all"]) {
        if (state) await act(page, state).click();
        assert.deepEqual(await lib.sideways(page), []);
        assert.deepEqual(await lib.pale(page, ".sf-comments *"), []);
      }
      await close();
    }
  });

  test("what can be pressed is 24 pixels high, and 44 under a finger; a folded comment is one line, two on a phone", async () => {
    for (const [least, lines, options] of [[24, 1, { viewport: { width: 1280, height: 900 } }], [44, 2, { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true }]]) {
      const { page, close } = await lib.open(browser, server.origin, `/?src=articles/report.json&comments=${SAMPLE.slice(1)}`, options);
      page.setDefaultTimeout(10_000);
      await section(page).click();
      await reaches(page, "ready");
      const small = () => page.locator(".sf-comments :is(button, [role=button], select, a.sf-comment-date)").evaluateAll((all, least) => [...new Set(all.filter((el) => el.checkVisibility()).map((el) => [el.className, el.getBoundingClientRect()]).filter(([, it]) => Math.round(it.height) < least || Math.round(it.width) < least).map(([name, it]) => `${name} ${Math.round(it.width)}x${Math.round(it.height)}`))].slice(0, 5), least);
      assert.deepEqual(await small(), []);
      await act(page, "Fold all").click();
      const heights = await page.locator(".sf-comment-head:has([aria-expanded='false'])").evaluateAll((all) => [...new Set(all.filter((el) => el.checkVisibility()).map((el) => Math.round(el.getBoundingClientRect().height)))]);
      assert.ok(heights.every((height) => height <= lines * Math.max(least, 34)), heights.join());
      await close();
    }
  });
});
