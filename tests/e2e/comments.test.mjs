// <standfirst-comments> in a page of somebody else: what a reader does with threads, and what the page around them hears.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { thread } from "../../scripts/bench/thread.mjs";
import { root } from "./lib.mjs";
import { BROKEN, LIMIT, SAMPLE, THREAD, act, again, alone, becomes, comment, expanded, focused, frames, gone, inline, json, kept, names, open, origin, reaches, said, section, serving, toggle, top } from "./comments.mjs";

const small = { before: serving({ "/thread.json": THREAD }) };
const sample = (name) => JSON.parse(readFileSync(path.join(root, "public/articles/comments", `${name}.json`), "utf8"));
const both = (one, two) => async (page) => (await one(page), await two(page));
const HIGH = '<div style="height:6000px">Above</div>';

describe("the section", LIMIT, () => {
  test("is closed, with the number of comments on its button; a press opens it, another closes it, and the page hears of both", async () => {
    const { page, told, quiet, close } = await open(alone(""), small);
    assert.equal(await section(page).textContent(), "Comments8");
    assert.equal(await expanded(section(page)), "false");
    assert.deepEqual(await names(page), []);
    await section(page).click();
    await comment(page, "Hana").waitFor();
    assert.equal(await expanded(section(page)), "true");
    await section(page).click();
    await becomes(() => names(page), []);
    assert.deepEqual(await told(), [["comments-load", 8], ["comment-toggle", "", true], ["comment-toggle", "", false]]);
    quiet();
    await close();
  });

  test("control: `open` opens it from the start, and later, and the page hears of no press", async () => {
    const { page, told, close } = await open(alone("open"), small);
    assert.equal(await expanded(section(page)), "true");
    assert.equal((await names(page)).length, 8);
    await page.locator("#alone").evaluate((el) => el.removeAttribute("open"));
    await becomes(() => expanded(section(page)), "false");
    await page.locator("#alone").evaluate((el) => el.setAttribute("open", ""));
    await becomes(async () => (await names(page)).length, 8);
    assert.deepEqual(await told(), [["comments-load", 8]]);
    await close();
  });

  test("its heading is one level under what `heading-level` says, and it is a region with a name", async () => {
    const { page, close } = await open(alone('heading-level="3"'), small);
    await page.getByRole("heading", { level: 4, name: /^Comments/ }).waitFor();
    assert.equal(await page.getByRole("region", { name: "Comments" }).count(), 1);
    await close();
  });

  test("nothing is asked for until its place comes near", async () => {
    const { page, asked, close } = await open(HIGH + alone(), { ...small, state: null });
    await section(page).waitFor();
    await frames(page);
    assert.equal(asked("thread.json").length, 0);
    await page.evaluate(() => scrollTo(0, 4800));
    await reaches(page, "ready");
    assert.equal(asked("thread.json").length, 1);
    await close();
  });

  test("near from the start, they are asked for once", async () => {
    const { page, told, asked, quiet, close } = await open(alone(), small);
    assert.equal(asked("thread.json").length, 1);
    assert.deepEqual(await told(), [["comments-load", 8]]);
    quiet();
    await close();
  });

  test("a press on its button asks for them, wherever it is", async () => {
    const { page, asked, close } = await open(HIGH + alone(""), { ...small, state: null });
    await section(page).evaluate((el) => el.click());
    await reaches(page, "ready");
    assert.equal(asked("thread.json").length, 1);
    await close();
  });

  test("what stands in the element is shown until the comments take its place, and again where they cannot be had", async () => {
    let answer = json(THREAD);
    const { page, close } = await open(alone("open", "/thread.json", '<p id="other">Read them elsewhere.</p>'), { before: serving({ "/thread.json": (route) => answer(route) }) });
    assert.equal(await page.locator("#other").isVisible(), false);
    answer = gone;
    await page.evaluate(() => document.querySelector("#alone").reload());
    await page.locator("#other").waitFor();
    answer = json(THREAD);
    await page.evaluate(() => document.querySelector("#alone").reload());
    await comment(page, "Hana").waitFor();
    assert.equal(await page.locator("#other").isVisible(), false);
    await close();
  });
});

describe("folding", LIMIT, () => {
  test("a comment folds by its button, by its initials, by the line beside it; a folded one opens by its whole line", async () => {
    const { page, told, quiet, close } = await open(alone(), small);
    const ada = comment(page, "Ada");
    const all = ["Hana", "Fay", "Gus", "Ada", "Ben", "Cem", "Dora", "Emil"];
    assert.deepEqual(await names(page), all);
    const folded = ["Hana", "Fay", "Gus", "Ada"];
    const line = async () => {
      const box = await ada.locator(".sf-comment-rest").first().boundingBox();
      await page.mouse.click(box.x + 6, box.y + box.height / 2);
    };
    for (const fold of [() => toggle(page, "Ada").first().click(), () => ada.locator(".sf-avatar").first().click(), line]) {
      await fold();
      await becomes(() => names(page), folded);
      assert.equal(await expanded(toggle(page, "Ada").first()), "false");
      const box = await ada.locator(".sf-comment-head").first().boundingBox();
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await becomes(() => names(page), all);
      assert.equal(await expanded(toggle(page, "Ada").first()), "true");
    }
    // Control: a press on the text folds nothing, nor one on the open line with the name.
    await ada.getByText("Text of ada.").click();
    await ada.locator(".sf-comment-name").first().click();
    assert.deepEqual(await names(page), all);
    assert.deepEqual(await told(), [["comments-load", 8], ...Array.from({ length: 6 }, (_, at) => ["comment-toggle", "ada", at % 2 === 1])]);
    quiet();
    await close();
  });

  test("its toggle is pressed by Enter and by the space bar, once however long the key is held, and turns no page", async () => {
    const { page, told, close } = await open(alone() + '<div style="height: 3000px"></div>', small);
    const ada = toggle(page, "Ada").first();
    await ada.focus();
    for (const [key, open] of [["Enter", "false"], ["Space", "true"], ["Shift+Enter", "false"], ["Shift+Space", "true"]]) {
      await page.keyboard.press(key);
      assert.equal(await expanded(ada), open, key);
    }
    for (const [key, open] of [["Enter", "false"], ["Space", "true"]]) {
      for (let times = 0; times < 4; times++) await page.keyboard.down(key);
      await page.keyboard.up(key);
      assert.equal(await expanded(ada), open, `${key}, held`);
    }
    // Control: other keys, the browser's own, and the same ones on a link press nothing.
    for (const key of ["Control+Enter", "Alt+Enter", "a", "ArrowDown"]) await page.keyboard.press(key);
    await page.evaluate(() => {
      globalThis.prevented = { button: [], link: [] };
      const note = (event) => event.key === " " && globalThis.prevented[event.composedPath()[0].localName === "a" ? "link" : "button"].push(event.defaultPrevented);
      addEventListener("keydown", note);
    });
    await page.keyboard.press("Space");
    await comment(page, "Ada").locator("a").first().focus();
    await page.keyboard.press("Space");
    assert.equal((await told()).filter(([name]) => name === "comment-toggle").length, 7);
    assert.deepEqual(await page.evaluate(() => globalThis.prevented), { button: [true], link: [false] });
    await close();
  });

  test("a folded one is one line: name, age, replies in the whole branch, likes; its button says the same", async () => {
    const { page, close } = await open(alone(), small);
    await toggle(page, "Ada").first().click();
    await becomes(() => comment(page, "Ada").innerText(), "A\nAda\n6 days ago\n4 replies, 3 likes");
    assert.equal(await toggle(page, "Ada").getAttribute("aria-label"), "Ada, 6 days ago, 4 replies, 3 likes");
    const { height } = await comment(page, "Ada").boundingBox();
    assert.ok(height < 48, `${height} px`);
    assert.deepEqual(await toggle(page, "Hana").getAttribute("aria-label"), "Hana, 2 days ago, 7 likes");
    await close();
  });

  /** Waits until what is laid out as it comes into view moves no more. */
  const still = async (locator) => {
    for (let place; place !== (place = await top(locator)); ) await frames(locator.page());
  };
  // As in browsers that keep nothing in its place themselves.
  const UNANCHORED = "<style>html { overflow-anchor: none }</style>";
  test("“Fold this thread”, deep in it, folds the one at the top, which takes the focus and comes to the place of the press", async () => {
    const long = [...THREAD, ...Array.from({ length: 40 }, (_, at) => said(`more${at}`, "Ida", "ben", { days: 4, text: "A line of many. ".repeat(30) })), said("last", "Jon", "ben", { days: 1 })];
    const folded = async (before) => {
      const visited = await open(`${alone()}<div style="height:3000px">Below</div>`, { head: UNANCHORED, before: both(serving({ "/thread.json": long }), before) });
      const { page } = visited;
      const fold = comment(page, "Jon").getByRole("button", { name: "Fold this thread" });
      await fold.focus();
      await fold.evaluate((el) => (el.scrollIntoView({ block: "start" }), scrollBy(0, -150)));
      await still(fold);
      const place = await top(fold);
      assert.ok(await page.evaluate(() => scrollY > 1000));
      await page.keyboard.press("Enter");
      await becomes(() => expanded(toggle(page, "Ada").first()), "false");
      assert.match(await focused(page), /^Ada, /);
      return { ...visited, moved: Math.abs((await top(toggle(page, "Ada").first())) - place) };
    };
    const { moved, told, quiet, close } = await folded(() => {});
    assert.ok(moved <= 16, `${moved} px from where it was pressed`);
    assert.deepEqual((await told()).slice(1), [["comment-toggle", "ada", false]]);
    quiet();
    await close();
    // Control: where the page cannot be scrolled for it, it ends elsewhere.
    const other = await folded((page) => page.addInitScript(() => (window.scrollBy = window.scrollTo = window.scroll = () => {})));
    assert.ok(other.moved > 16, `${other.moved} px`);
    await other.close();
  });

  const tall = [...Array.from({ length: 30 }, (_, at) => [said(`r${at}`, `Root${at}`, "", { days: 200 - at, text: "Many words stand here. ".repeat(20) }), said(`a${at}`, `Answer${at}`, `r${at}`, { days: 100 - at, text: "And here. ".repeat(40) })]).flat()];
  const moved = async (page) => {
    const last = toggle(page, "Root15").first();
    await last.focus();
    await last.evaluate((el) => el.scrollIntoView({ block: "center" }));
    const moves = [];
    for (const open of ["false", "true"]) {
      await still(last);
      const before = await top(last);
      await page.keyboard.press("Enter");
      await becomes(() => expanded(last), open);
      moves.push(Math.abs((await top(last)) - before));
    }
    return moves;
  };
  test("folding moves nothing that is looked at: what was pressed stays where it is", async () => {
    const { page, close } = await open(alone(), { head: UNANCHORED, before: serving({ "/thread.json": tall }) });
    const moves = await moved(page);
    assert.ok(moves.every((move) => move <= 1), moves.join());
    await close();
  });

  test("folding all from the middle of the page leaves the focus on a comment that is to be seen", async () => {
    const { page, close } = await open(alone(), { before: serving({ "/thread.json": tall }) });
    await toggle(page, "Answer15").focus();
    await act(page, "Fold all").evaluate((el) => el.click());
    await becomes(() => focused(page).then((name) => name.split(",")[0]), "Root15");
    await act(page, "Unfold all").evaluate((el) => el.click());
    assert.match(await focused(page), /^Root15, /);
    await close();
  });

  test("fold all, fold replies and unfold all do so, and the one status region says so", async () => {
    const { page, quiet, close } = await open(alone(), small);
    const roots = ["Hana", "Fay", "Ada"];
    const status = page.getByRole("status");
    assert.equal(await status.count(), 1);
    await act(page, "Fold all").click();
    await becomes(() => names(page), roots);
    assert.equal(await status.textContent(), "All threads are folded.");
    await act(page, "Fold replies").click();
    await becomes(() => names(page), ["Hana", "Fay", "Gus", "Ada", "Ben", "Emil"]);
    assert.equal(await page.getByText("Text of ada.").isVisible(), true);
    assert.equal(await page.getByText("Text of ben.").isVisible(), false);
    assert.equal(await status.textContent(), "All replies are folded.");
    await act(page, "Unfold all").click();
    await becomes(async () => (await names(page)).length, 8);
    assert.equal(await status.textContent(), "All threads are unfolded.");
    assert.equal(await status.count(), 1);
    quiet();
    await close();
  });

  test("what was folded, the order and whether the section was open are remembered for the address, on this device", async () => {
    const { page, context, close } = await open(alone(""), small);
    assert.equal(await kept(page), "", "nothing before the reader has done something");
    await section(page).click();
    await toggle(page, "Fay").first().click();
    await page.getByRole("combobox", { name: "Order" }).selectOption({ label: "Oldest first" });
    await becomes(() => names(page), ["Ada", "Ben", "Cem", "Dora", "Emil", "Fay", "Hana"]);
    await again(page);
    assert.equal(await expanded(section(page)), "true");
    assert.deepEqual(await names(page), ["Ada", "Ben", "Cem", "Dora", "Emil", "Fay", "Hana"]);
    assert.equal(await page.getByRole("combobox", { name: "Order" }).inputValue(), "oldest");
    await act(page, "Fold replies").click();
    await toggle(page, "Ben").click();
    await again(page);
    assert.deepEqual(await names(page), ["Ada", "Ben", "Cem", "Dora", "Emil", "Fay", "Gus", "Hana"]);
    assert.deepEqual(await Promise.all(["Ben", "Emil", "Gus"].map((name) => expanded(toggle(page, name).first()))), ["true", "false", "false"]);
    // Control: another address knows nothing of it.
    await page.route("**/other.json", json(THREAD));
    await page.locator("#alone").evaluate((el) => el.setAttribute("src", "/other.json"));
    await becomes(() => names(page), ["Hana", "Fay", "Gus", "Ada", "Ben", "Cem", "Dora", "Emil"]);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ["standfirst-comments"]);
    assert.deepEqual([(await context.cookies()).length, await page.evaluate(() => sessionStorage.length)], [0, 0]);
    await close();
  });

  test("a press that opens the section before its comments are there is remembered too", async () => {
    const { page, close } = await open(HIGH + alone(""), { ...small, state: null });
    await section(page).evaluate((el) => el.click());
    await reaches(page, "ready");
    await again(page, "", null);
    await section(page).scrollIntoViewIfNeeded();
    await reaches(page, "ready");
    await becomes(() => expanded(section(page)), "true");
    await close();
  });

  for (const [how, script] of Object.entries({
    "is refused": 'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError") } })',
    "is full": 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }',
    "holds nonsense": 'localStorage.setItem("standfirst-comments", "\\u0000{]\\tkeys\\n\\n9\\t9")',
  })) {
    test(`where storage ${how}, folding works as ever`, async () => {
      const { page, quiet, close } = await open(alone(), { before: both((page) => page.addInitScript(script), small.before) });
      await toggle(page, "Ada").first().click();
      await becomes(() => names(page), ["Hana", "Fay", "Gus", "Ada"]);
      await act(page, "Unfold all").click();
      await becomes(async () => (await names(page)).length, 8);
      quiet();
      await close();
    });
  }
});

describe("what is found, linked, printed", LIMIT, () => {
  const deep = [...THREAD, said("kit", "Kit", "dora", { text: "The word is zyzzyva." })];

  test("the browser's own search opens the section, the branch and all around it", async () => {
    const { page, quiet, close } = await open(alone(""), { before: serving({ "/thread.json": deep }) });
    await section(page).click();
    await act(page, "Fold all").click();
    await toggle(page, "Ada").first().click();
    await toggle(page, "Ben").first().click();
    await toggle(page, "Ada").first().click();
    await section(page).click();
    await becomes(() => names(page), []);
    // What the browser does when its search finds a word: from the outermost to the innermost that hides it.
    await page.locator(".sf-comment-text", { hasText: "zyzzyva" }).evaluate((el) => {
      const hiding = [];
      for (let at = el; at; at = at.parentElement) if (at.getAttribute("hidden") === "until-found") hiding.unshift(at);
      for (const at of hiding) {
        at.dispatchEvent(new Event("beforematch", { bubbles: true }));
        at.removeAttribute("hidden");
      }
    });
    await page.getByText("zyzzyva").waitFor();
    assert.equal(await expanded(section(page)), "true");
    assert.deepEqual(await Promise.all(["Ada", "Ben", "Cem", "Kit"].map((name) => expanded(toggle(page, name).first()))), ["true", "true", "true", "true"]);
    assert.deepEqual(await names(page), ["Hana", "Fay", "Ada", "Ben", "Cem", "Dora", "Kit", "Emil"]);
    assert.equal(await expanded(toggle(page, "Fay").first()), "false", "control: what holds nothing of it stays folded");
    quiet();
    await close();
  });

  const linked = (page) => page.locator("[data-linked]").evaluateAll((all) => all.map((el) => el.parentElement.id));
  test("a link to a comment opens the section and all around it, marks it, gives it the focus, and spoils no fold", async () => {
    const { page, quiet, close } = await open(alone(""), small);
    await section(page).click();
    await toggle(page, "Ada").first().click();
    await toggle(page, "Fay").first().click();
    await section(page).click();
    await again(page, "#comment-dora");
    await page.getByText("Text of dora.").waitFor();
    await becomes(() => linked(page), ["comment-dora"]);
    assert.match(await focused(page), /^Dora, /);
    const { y } = await comment(page, "Dora").boundingBox();
    assert.ok(y >= 0 && y < 720, `${y}`);
    assert.deepEqual(await names(page), ["Hana", "Fay", "Ada", "Ben", "Cem", "Dora", "Emil"]);
    // Another link, in the same document.
    await page.evaluate(() => (location.hash = "#comment-gus"));
    await becomes(() => linked(page), ["comment-gus"]);
    assert.match(await focused(page), /^Gus, /);
    await again(page);
    assert.equal(await expanded(section(page)), "false");
    await section(page).click();
    await becomes(() => names(page), ["Hana", "Fay", "Ada"]);
    assert.deepEqual(await linked(page), []);
    quiet();
    await close();
  });

  test("a link to a comment far down the page leads there before anything is near", async () => {
    const { page, close } = await open(HIGH + alone(""), { ...small, state: null });
    await again(page, "#comment-dora");
    await becomes(() => focused(page).then((name) => name.split(",")[0]), "Dora");
    const { y } = await comment(page, "Dora").boundingBox();
    assert.ok(y >= 0 && y < 720, `${y}`);
    await close();
  });

  test("a link leads to a comment of a later page, and one to no comment at all does no harm", async () => {
    const last = sample("report-2").items.at(-1);
    const { page, asked, quiet, close } = await open(alone("", SAMPLE));
    assert.equal(asked("report-2.json").length, 0);
    await again(page, `#comment-${last.id}`);
    await becomes(() => linked(page), [`comment-${last.id}`]);
    assert.equal(asked("report-2.json").length, 1);
    const { y } = await page.locator(`[id="comment-${last.id}"]`).boundingBox();
    assert.ok(y >= -1 && y < 720, `${y}`);
    await again(page, "#comment-nobody");
    await becomes(() => asked("report-2.json").length, 2);
    assert.deepEqual(await linked(page), []);
    await again(page, "#comment-%E0%A4%A");
    quiet();
    await close();
  });

  test("the ring of the focus is seen all around the button of a comment", async () => {
    const { page, close } = await open(alone(), small);
    await toggle(page, "Ada").first().focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    assert.match(await focused(page), /^Ada, /);
    // What is contained paints nothing outside itself: the ring has to end inside.
    const [room, ring] = await toggle(page, "Ada").first().evaluate((el) => {
      const style = getComputedStyle(el);
      const around = el.closest(".sf-thread").getBoundingClientRect();
      return [around.right - el.getBoundingClientRect().right, parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset)];
    });
    assert.ok(ring <= room, `a ring of ${ring} px in ${room}`);
    await close();
  });

  test("the date of a comment links to it, also where the page starts its addresses elsewhere", async () => {
    const { page, close } = await open(alone(), { ...small, head: '<base href="/elsewhere/">' });
    const date = comment(page, "Gus").getByRole("link", { name: "3 days ago" });
    assert.equal(await date.evaluate((el) => el.href), `${page.url()}#comment-gus`);
    await date.click();
    await becomes(() => linked(page), ["comment-gus"]);
    await close();
  });

  test("an id with any characters can be linked to", async () => {
    const odd = ["50%", "a b", "ü/ß", "x\"y'z", "a%20b", "#"];
    const { page, close } = await open(alone("open"), { before: serving({ "/thread.json": odd.map((id, at) => said(id, `N${at}`)) }) });
    for (const [at, id] of odd.entries()) {
      await comment(page, `N${at}`).getByRole("link", { name: "6 days ago" }).click();
      await becomes(() => linked(page), [`comment-${id}`]);
    }
    await close();
  });

  test("everything is open in print, and what can be pressed is not there", async () => {
    const { page, close } = await open(alone(""), small);
    await section(page).click();
    await act(page, "Fold all").click();
    await section(page).click();
    await becomes(() => names(page), []);
    const laidOut = () => page.locator(".sf-comment-text").evaluateAll((all) => all.filter((el) => el.checkVisibility({ contentVisibilityAuto: true }) && el.getBoundingClientRect().height > 10).length);
    assert.equal(await laidOut(), 0, "control: on the screen they are folded");
    await page.emulateMedia({ media: "print" });
    await becomes(laidOut, 8);
    assert.deepEqual(await page.locator(".sf-comments-bar, .sf-fold, .sf-comments-under, .sf-quiet").evaluateAll((all) => all.filter((el) => el.checkVisibility()).length), 0);
    await close();
  });
});

describe("orders, pages, what is new, keys", LIMIT, () => {
  const at = (page) => focused(page).then((name) => name.split(",")[0]);
  const roots = async (page) => (await names(page)).filter((name) => ["Ada", "Fay", "Hana"].includes(name));
  test("the reader chooses among four orders of the threads; answers stay as they were given", async () => {
    const { page, quiet, close } = await open(alone(), small);
    const order = page.getByRole("combobox", { name: "Order" });
    assert.deepEqual(await order.locator("option").allTextContents(), ["Newest first", "Oldest first", "Most liked", "Most replies"]);
    for (const [label, wanted] of [["Oldest first", ["Ada", "Fay", "Hana"]], ["Most liked", ["Fay", "Hana", "Ada"]], ["Most replies", ["Ada", "Fay", "Hana"]], ["Newest first", ["Hana", "Fay", "Ada"]]]) {
      await order.focus();
      await order.selectOption({ label });
      await becomes(() => roots(page), wanted);
      const all = await names(page);
      assert.deepEqual(all.slice(all.indexOf("Ada"), all.indexOf("Ada") + 5), ["Ada", "Ben", "Cem", "Dora", "Emil"]);
      assert.equal(await focused(page), await order.evaluate((el) => el.textContent));
    }
    quiet();
    await close();
  });

  test("a pinned thread stands first in every order", async () => {
    const { page, close } = await open(alone(), { before: serving({ "/thread.json": THREAD.map((it) => (it.id === "fay" ? { ...it, pinned: true } : it)) }) });
    for (const label of ["Oldest first", "Most replies", "Newest first"]) {
      await page.getByRole("combobox", { name: "Order" }).selectOption({ label });
      await becomes(async () => (await roots(page))[0], "Fay");
    }
    await comment(page, "Fay").getByText("Pinned").waitFor();
    await close();
  });

  const pages = (second) => serving({ "/thread.json": { items: THREAD, next: "second.json", commentCount: 10 }, "/second.json": second });
  const later = { items: [said("ivo", "Ivo", "ada", { days: 1 }), said("jan", "Jan", "", { days: 1 })], commentCount: 10 };

  test("the next page is asked for near the end of the first, and what there is is said", async () => {
    const { page, told, asked, quiet, close } = await open(alone("open", SAMPLE));
    await page.getByText("120 of 200 shown").first().waitFor({ state: "attached" });
    assert.equal(await section(page).textContent(), "Comments200");
    assert.equal(asked("report-2.json").length, 0);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(() => told.length === 2);
    assert.deepEqual(await told(), [["comments-load", 120], ["comments-load", 200]]);
    await becomes(() => page.locator(".sf-comment").count(), 200);
    assert.equal(asked("report-2.json").length, 1);
    assert.equal(await act(page, "Show more comments").isVisible(), false);
    await becomes(() => page.getByRole("status").textContent(), "200 of 200 shown");
    quiet();
    await close();
  });

  test("a press asks for the next page too; the focus goes to the first of what came", async () => {
    const { page, close } = await open(alone("open"), { before: both((page) => page.addInitScript(() => (globalThis.IntersectionObserver = class { constructor(then) { this.then = then; } observe(el) { if (el.matches("section")) this.then([{ isIntersecting: true }]); } disconnect() {} })), pages(json(later))) });
    await page.getByText("8 of 10 shown").waitFor();
    await act(page, "Show more comments").focus();
    await page.keyboard.press("Enter");
    await comment(page, "Jan").waitFor();
    await becomes(() => focused(page).then((name) => name.split(",")[0]), "Ivo");
    assert.deepEqual((await names(page)).slice(-5), ["Cem", "Dora", "Emil", "Ivo", "Jan"]);
    await close();
  });

  test("a folded comment counts the answers of a later page too", async () => {
    const { page, close } = await open(alone(), { before: pages(json(later)) });
    await comment(page, "Jan").waitFor();
    await toggle(page, "Ada").first().click();
    await becomes(() => toggle(page, "Ada").getAttribute("aria-label"), "Ada, 6 days ago, 5 replies, 3 likes");
    assert.match(await comment(page, "Ada").innerText(), /5 replies/);
    await close();
  });

  test("an answer that came before what it answers moves to it", async () => {
    const { page, quiet, close } = await open(alone(), { before: serving({ "/thread.json": { items: [...THREAD, said("lea", "Lea", "mia", { days: 1 })], next: "second.json" }, "/second.json": [said("mia", "Mia", "", { days: 2 })] }) });
    await comment(page, "Mia").waitFor();
    await becomes(async () => (await names(page)).slice(-2), ["Mia", "Lea"]);
    assert.equal(await comment(page, "Lea").count(), 1);
    assert.equal(await page.locator('[id="comment-mia"] [id="comment-lea"]').count(), 1);
    quiet();
    await close();
  });

  test("a page that cannot be had leaves what is there, says so where it is seen, and can be asked for again", async () => {
    let answer = gone;
    const { page, told, close } = await open(alone("open", "/thread.json", "<p id='other'>Elsewhere.</p>"), { before: pages((route) => answer(route)) });
    await becomes(() => page.getByRole("status").textContent(), "The comments could not be loaded.");
    assert.deepEqual(await told(), [["comments-load", 8]], "the comments are there: the page hears of no failure");
    assert.equal((await names(page)).length, 8);
    assert.ok(await page.locator(".sf-comments-under", { hasText: "The comments could not be loaded." }).isVisible());
    answer = json(later);
    await act(page, "Show more comments").click();
    await comment(page, "Jan").waitFor();
    await close();
  });

  test("what came since the last visit is marked, counted where it is folded, and gone through by its button", async () => {
    let answer = THREAD;
    const { page, quiet, close } = await open(alone(), { before: serving({ "/thread.json": (route) => json(answer)(route) }) });
    assert.equal(await page.getByText("New", { exact: true }).count(), 0, "at the first visit nothing is new");
    assert.equal(await page.getByRole("button", { name: /^Next new/ }).count(), 0);
    answer = [...THREAD, said("ivo", "Ivo", "dora", { days: 1 }), said("jan", "Jan", "", { days: 0.5 })];
    await again(page);
    assert.equal(await page.getByText("New", { exact: true }).count(), 2);
    await toggle(page, "Ada").first().click();
    assert.equal(await toggle(page, "Ada").getAttribute("aria-label"), "Ada, 6 days ago, 5 replies, 1 new, 3 likes");
    // After the last comes the first.
    for (const name of ["Jan", "Ivo", "Jan"]) {
      await page.getByRole("button", { name: "Next new comment 2" }).click();
      await becomes(() => at(page), name);
    }
    await again(page);
    assert.equal(await page.getByText("New", { exact: true }).count(), 0, "seen once, they are new no more");
    quiet();
    await close();
  });

  test("control: what a closed section held has not been seen", async () => {
    let answer = THREAD;
    const { page, close } = await open(alone(""), { before: serving({ "/thread.json": (route) => json(answer)(route) }) });
    await section(page).click();
    await becomes(async () => (await kept(page)) !== "", true);
    await section(page).click();
    answer = [...THREAD, said("jan", "Jan", "", { days: 0.5 })];
    for (const _ of [1, 2]) await again(page);
    await section(page).click();
    assert.equal(await page.getByText("New", { exact: true }).count(), 1);
    await close();
  });

  test("letters go from comment to comment once the reader asks for it, which is remembered", async () => {
    const { page, quiet, close } = await open(alone(), small);
    await toggle(page, "Hana").focus();
    for (const key of ["j", "c", "?"]) await page.keyboard.press(key);
    assert.equal(await at(page), "Hana", "off until they are asked for");
    assert.equal(await expanded(toggle(page, "Hana")), "true");
    await act(page, "Keyboard shortcuts").click();
    const list = page.getByRole("group", { name: "Keyboard shortcuts" });
    assert.deepEqual(await list.getByRole("term").allTextContents(), ["j", "k", "p", "c", "n", "?"]);
    await list.getByRole("checkbox").check();
    await again(page);
    await toggle(page, "Hana").focus();
    for (const [key, name] of [["j", "Fay"], ["j", "Gus"], ["p", "Fay"], ["j", "Gus"], ["j", "Ada"], ["k", "Gus"], ["j", "Ada"], ["c", "Ada"], ["j", "Ada"], ["c", "Ada"], ["j", "Ben"]]) {
      await page.keyboard.press(key);
      await becomes(() => at(page), name);
    }
    await page.keyboard.press("?");
    await list.waitFor();
    await page.keyboard.press("?");
    await becomes(() => list.count(), 0);
    assert.equal(await at(page), "Ben");
    for (const keys of ["Control+j", "Alt+j", "Meta+j"]) await page.keyboard.press(keys);
    assert.equal(await at(page), "Ben", "with another key held they are the browser's");
    quiet();
    await close();
  });

  test("letters are text in a field, and nothing in the rest of the page", async () => {
    const { page, close } = await open(`<input id="field">${alone()}`, { before: both(small.before, (page) => page.addInitScript(() => localStorage.setItem("standfirst-comments", "keys\n"))) });
    await page.locator("#field").focus();
    for (const key of "jkpcn?") await page.keyboard.press(key);
    assert.equal(await page.locator("#field").inputValue(), "jkpcn?");
    assert.equal(await page.getByRole("group", { name: "Keyboard shortcuts" }).count(), 0);
    const order = page.getByRole("combobox", { name: "Order" });
    await order.focus();
    for (const key of ["j", "?"]) await page.keyboard.press(key);
    assert.equal(await order.evaluate((el) => el.getRootNode().activeElement === el), true);
    assert.equal(await page.getByRole("group", { name: "Keyboard shortcuts" }).count(), 0);
    await close();
  });

  test("closing the list of the keys by its own key leaves the focus in the section", async () => {
    const { page, close } = await open(alone(), { before: both(small.before, (page) => page.addInitScript(() => localStorage.setItem("standfirst-comments", "keys\n"))) });
    await act(page, "Keyboard shortcuts").click();
    const box = page.getByRole("group", { name: "Keyboard shortcuts" }).getByRole("checkbox");
    await box.focus();
    await page.keyboard.press("?");
    await frames(page);
    assert.notEqual(await page.evaluate(() => document.activeElement.localName), "body");
    await close();
  });
});

describe("what can go wrong", LIMIT, () => {
  for (const [name, reason, fault] of [["nothing there", "status", gone], ["a page to sign in", "parse", "html-page"], ["half of it", "parse", "truncated"], ["an empty answer", "parse", "empty"], ["no list", "schema", "not-a-list"]]) {
    test(`${name} is said in a sentence, and a press tries again`, async () => {
      let answer = typeof fault === "function" ? fault : (route) => route.fulfill({ path: path.join(root, `public/articles/comments/broken/${fault}.json`) });
      const { page, told, close } = await open(alone(), { state: "failed", before: serving({ "/thread.json": (route) => answer(route) }) });
      await page.locator(".sf-comments-note", { hasText: "The comments could not be loaded." }).waitFor();
      assert.deepEqual(await told(), [["error", reason]]);
      assert.equal(await page.getByRole("status").textContent(), "The comments could not be loaded.");
      answer = json(THREAD);
      await act(page, "Try again").focus();
      await page.keyboard.press("Enter");
      await reaches(page, "ready");
      assert.equal((await names(page)).length, 8);
      assert.notEqual(await page.evaluate(() => document.activeElement.localName), "body", "the focus stays in the section");
      await close();
    });
  }

  test("no comments, closed comments: each has its sentence", async () => {
    const { page, close } = await open(inline([]), { state: "empty" });
    await page.getByText("No comments yet.").first().waitFor();
    await page.evaluate(() => (document.querySelector("#alone").data = { items: [], closed: true }));
    await page.getByText("Comments are closed.").waitFor();
    await page.locator("#alone").evaluate((el, src) => { el.querySelector("script").remove(); el.data = undefined; el.setAttribute("src", src); }, `${BROKEN}/closed.json`);
    await reaches(page, "ready");
    await page.getByText("Comments are closed.").waitFor();
    assert.deepEqual(await names(page), ["Brigid Nolan", "Marit Solheim"]);
    await close();
  });

  test("one comment of 500 that cannot be read leaves 499", async () => {
    for (const bad of [17, null, [], { id: {}, text: [] }]) {
      const list = thread(500).items.map((it, at) => (at === 250 ? bad : it));
      const { page, quiet, close } = await open(inline({ items: list }));
      assert.equal(await page.locator(".sf-comment").count(), 499, JSON.stringify(bad));
      quiet();
      await close();
    }
  });

  test("where a part of the program cannot be had, the element ends in one error, and reload() tries again", async () => {
    let refused = true;
    const parts = async (page) => page.route(/standfirst_(?!bg)\w+\.wasm$/, (route) => (refused ? gone(route) : route.continue()));
    const { page, record, hear, told, close } = await open(alone("open"), { state: null, before: both(small.before, parts) });
    await hear("error");
    assert.deepEqual([record.uncaught, await told()], [[], [["error", "internal"]]]);
    refused = false;
    await page.evaluate(() => document.querySelector("standfirst-comments").reload());
    await reaches(page, "ready");
    assert.equal((await names(page)).length, 8);
    await close();
  });

  for (const [file, there] of [["one-bad-in-list", null], ["cycle", 6], ["orphans", 5], ["repeated-ids", 2], ["no-ids", 4], ["deep-chain", 300], ["future-dates", null]]) {
    test(`${file}: what can be shown is shown, and nothing is said of the rest`, async () => {
      const { page, quiet, close } = await open(alone("open", `${BROKEN}/${file}.json`));
      const count = await page.locator(".sf-comment").count();
      assert.equal(count, there ?? count);
      assert.ok(count >= 2, `${count}`);
      const ids = await page.locator(".sf-comment").evaluateAll((all) => all.map((el) => el.id));
      assert.equal(new Set(ids).size, ids.length, "no id twice");
      const deepest = await page.locator(".sf-comment").evaluateAll((all) => Math.max(...all.map((el) => { let depth = 0; for (let at = el; (at = at.parentElement.closest(".sf-comment")); ) depth += 1; return depth; })));
      assert.ok(deepest <= 5, `${deepest}`);
      if (file === "deep-chain") await page.getByRole("link", { name: /^in reply to .*Harald/ }).first().waitFor({ state: "attached" });
      quiet();
      await close();
    });
  }

  const HOSTILE = ["html-text", "hostile-names"];
  for (const file of HOSTILE) {
    test(`${file}: hostile texts are text`, async () => {
      const { page, record, quiet, close } = await open(alone("open", `${BROKEN}/${file}.json`));
      assert.equal(await page.title(), "Host");
      const found = await page.locator("#alone").evaluate((host) => {
        const inside = host.shadowRoot.querySelector(".sf-threads");
        const all = [...inside.querySelectorAll("*")];
        const allowed = "li article div span bdi a time button p ol br em strong".split(" ");
        const texts = [inside.textContent, ...all.flatMap((el) => [...el.attributes].map((it) => it.value))];
        return {
          elements: [...new Set(all.map((el) => el.localName))].filter((name) => !allowed.includes(name)),
          links: all.filter((el) => el.href).map((el) => el.protocol).filter((it) => !/^https?:$/.test(it)),
          handlers: all.filter((el) => [...el.attributes].some((it) => it.name.startsWith("on") || it.name === "style" && !/^(--sf-|contain-intrinsic-block-size: )/.test(it.value))).length,
          // The two that isolate a name in a sentence of ours are ours.
          bidi: texts.filter((text) => /[\u202a-\u202e\u2066\u2067\u200e\u200f]/.test(text)),
        };
      });
      assert.deepEqual(found, { elements: [], links: [], handlers: 0, bidi: [] });
      assert.deepEqual(record.foreign, []);
      quiet();
      await close();
    });
  }

  test("text that looks like markup is shown as it was written", async () => {
    const text = '<b>tags</b> & <script>alert(1)</script> javascript:alert(1) &amp;';
    const { page, close } = await open(inline([said("a", "<i>Ada</i>", "", { text })]));
    assert.equal(await page.locator(".sf-comment-text").textContent(), text);
    assert.equal(await page.locator(".sf-comment-name").textContent(), "<i>Ada</i>");
    assert.equal(await page.locator(".sf-comment-text a").count(), 0);
    await close();
  });

  test("links of readers are for nobody's rank, and tell nobody where they were pressed", async () => {
    const { page, close } = await open(inline([said("a", "Ada", "", { text: "See https://news.example/a?b=1&c=2, please." })]));
    const link = page.getByRole("link", { name: /news\.example/ });
    assert.deepEqual([await link.getAttribute("href"), await link.getAttribute("rel")], ["https://news.example/a?b=1&c=2", "nofollow ugc noreferrer"]);
    await close();
  });
});

describe("in the page of a publisher", LIMIT, () => {
  test("comments can be given as JSON in the element or by its property, and be asked for again", async () => {
    const { page, told, asked, quiet, close } = await open(inline(THREAD.slice(0, 3)), small);
    assert.deepEqual(await names(page), ["Ada", "Ben", "Cem"]);
    await page.evaluate((data) => (document.querySelector("#alone").data = data), THREAD.slice(5));
    await becomes(() => names(page), ["Hana", "Fay", "Gus"]);
    assert.deepEqual(await page.evaluate(() => document.querySelector("#alone").data.map((it) => it.id)), ["fay", "gus", "hana"]);
    assert.equal(asked("thread.json").length, 0);
    await page.evaluate(() => { const el = document.querySelector("#alone"); el.setAttribute("src", "/thread.json"); el.querySelector("script").remove(); el.data = undefined; });
    await becomes(async () => (await names(page)).length, 8);
    const before = asked("thread.json").length;
    await page.evaluate(() => document.querySelector("#alone").reload());
    await page.waitForFunction(() => told.filter(([type, count]) => type === "comments-load" && count === 8).length >= 2);
    assert.equal(asked("thread.json").length, before + 1);
    assert.ok((await told()).every(([type]) => type === "comments-load"));
    quiet();
    await close();
  });

  test("what is given is not asked for, though there is an address", async () => {
    const { page, asked, quiet, close } = await open(inline(THREAD.slice(0, 3), 'open src="/thread.json"'), small);
    assert.deepEqual(await names(page), ["Ada", "Ben", "Cem"]);
    assert.equal(asked("thread.json").length, 0);
    quiet();
    await close();
  });

  test("removed, it ends its request and listens to nothing more", async () => {
    const counting = (page) =>
      page.addInitScript(() => {
        globalThis.heardOf = [];
        const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
        const outer = (target) => target === window || target === document || target === undefined;
        EventTarget.prototype.addEventListener = function (type, then, options) {
          if (outer(this)) heardOf.push([type, then]);
          return add.call(this, type, then, options);
        };
        EventTarget.prototype.removeEventListener = function (type, then, options) {
          const at = heardOf.findIndex((it) => it[0] === type && it[1] === then);
          if (outer(this) && at >= 0) heardOf.splice(at, 1);
          return remove.call(this, type, then, options);
        };
      });
    const ended = [];
    const { page, quiet, close } = await open("<p>Nothing yet.</p>", { state: null, before: both(counting, async (page) => (page.on("requestfailed", (request) => ended.push(`${new URL(request.url()).pathname} ${request.failure().errorText}`)), serving({ "/thread.json": THREAD, "/never.json": () => {} })(page))) });
    const listening = () => page.evaluate(() => heardOf.map(([type]) => type).filter((type) => type === "hashchange").length);
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), alone());
    await reaches(page, "ready");
    await becomes(listening, 1);
    await page.evaluate(() => document.querySelector("#alone").remove());
    await becomes(listening, 0);
    const asked = page.waitForRequest("**/never.json");
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), alone("open", "/never.json"));
    await asked;
    await reaches(page, "loading");
    await page.evaluate(() => document.querySelector("#alone").remove());
    await becomes(() => ended.filter((it) => it.startsWith("/never")), ["/never.json net::ERR_ABORTED"]);
    await becomes(listening, 0);
    quiet();
    await close();
  });

  test("moved in the page while it loads, it goes on", async () => {
    const { page, close } = await open(`<div id="there"></div>${alone()}`, small);
    await toggle(page, "Ada").first().click();
    await page.evaluate(() => document.querySelector("#there").append(document.querySelector("#alone")));
    await reaches(page, "ready");
    assert.deepEqual(await names(page), ["Hana", "Fay", "Gus", "Ada"]);
    await close();
  });

  const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types standfirst";
  const strict = (body) =>
    open(body, {
      headers: { "Content-Security-Policy": POLICY },
      before: both(small.before, (page) => page.addInitScript(() => {
        globalThis.violations = [];
        document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));
      })),
    });
  test("a strict policy with Trusted Types has nothing to report", async () => {
    for (const body of [alone(), alone("open", `${BROKEN}/html-text.json`), alone("open pictures", SAMPLE)]) {
      const { page, quiet, close } = await strict(body);
      await act(page, "Keyboard shortcuts").click();
      await act(page, "Fold all").click();
      await act(page, "Unfold all").click();
      const reported = () => page.evaluate(() => violations);
      assert.deepEqual(await reported(), []);
      quiet();
      // Control: what breaks it is counted.
      await page.evaluate(() => { try { document.body.innerHTML = "<b>x</b>"; } catch {} });
      await page.waitForFunction(() => violations.length > 0);
      assert.deepEqual(await reported(), ["require-trusted-types-for"]);
      await close();
    }
  });

  test("portraits are fetched only where the page says so", async () => {
    const { page, asked, close } = await open(alone("open", SAMPLE));
    assert.equal(await page.locator(".sf-avatar img").count(), 0);
    await page.locator("#alone").evaluate((el) => (el.setAttribute("pictures", ""), el.reload()));
    await becomes(async () => (await page.locator(".sf-avatar img").count()) > 0, true);
    assert.ok(asked("report-1.json").length >= 2);
    await close();
  });

  test("under an Arabic page it is Arabic and from right to left, and each comment has its own direction", async () => {
    const items = [...THREAD, said("en", "Иван", "", { text: "English text." }), said("ar", "ليلى", "", { days: 1, text: "نص عربي." }), said("he", "יעל", "ar", { days: 1, inLanguage: "he", text: "123" })];
    const { page, close } = await open(`<div lang="ar" dir="rtl">${inline(items)}</div>`);
    await page.getByRole("button", { name: /^التعليقات/ }).waitFor();
    const facts = (id) => page.locator(`[id="comment-${id}"] .sf-comment-text`).first().evaluate((el) => [getComputedStyle(el).direction, el.getAttribute("dir"), el.lang]);
    assert.deepEqual([await facts("en"), await facts("ar"), await facts("he")], [["ltr", "auto", ""], ["rtl", "auto", ""], ["rtl", "rtl", "he"]]);
    assert.equal(await page.locator(".sf-comment-name:not(bdi)").count(), 0);
    const [line, text] = await page.locator('[id="comment-ar"] .sf-comment-rest').first().evaluate((el) => [el.getBoundingClientRect().right, el.querySelector(".sf-comment-text").getBoundingClientRect().right]);
    assert.ok(line - text > 20, "the line stands to the right");
    await close();
  });

  test("nothing moves for who wants no motion", async () => {
    const moves = (page) => page.locator("#alone").evaluate((host) => [...host.shadowRoot.querySelectorAll("*")].filter((el) => { const s = getComputedStyle(el); return [s.transitionDuration, s.animationDuration].some((it) => it.split(",").some((one) => parseFloat(one) > 0.01)); }).length);
    const still = await open(alone(), { ...small, reducedMotion: "reduce" });
    assert.equal(await moves(still.page), 0);
    await still.close();
    const { page, close } = await open(alone(), small);
    assert.ok((await moves(page)) > 0, "control: else something does");
    await close();
  });
});

describe("threads in groups", LIMIT, () => {
  const LINES = 120;
  // Some with answers, so that groups end at different threads.
  const many = Array.from({ length: LINES }, (_, at) => [said(`r${at}`, `Root${at}`, "", { days: 400 - at, upvoteCount: (at * 37) % 101 }), ...Array.from({ length: at % 4 }, (_, nth) => said(`r${at}a${nth}`, `Answer${at}`, `r${at}`, { days: 100 - nth }))]).flat();
  const inGroups = { before: serving({ "/thread.json": many }) };
  const groups = (page, ask) => page.locator(".sf-thread").evaluateAll((all, ask) => all.map(new Function("el", `return ${ask}`)), ask);
  const roots = (page) => page.locator(".sf-thread > .sf-comment").evaluateAll((all) => all.map((el) => el.id.slice("comment-r".length)).map(Number));

  test("they are dealt anew in another order: every thread stands in it, in groups that are full but for the last", async () => {
    const { page, quiet, close } = await open(alone(), inGroups);
    const likes = (at) => (at * 37) % 101;
    const newest = Array.from({ length: LINES }, (_, at) => LINES - 1 - at);
    for (const [order, wanted] of [["oldest", newest.toReversed()], ["liked", newest.toSorted((a, b) => likes(b) - likes(a))], ["newest", newest]]) {
      await page.getByRole("combobox", { name: "Order" }).selectOption(order);
      await becomes(() => roots(page), wanted);
      const full = await groups(page, "el.querySelectorAll('.sf-comment').length");
      assert.ok(full.length >= 5, `${full}`);
      assert.ok(full.slice(0, -1).every((count) => count >= 24 && count < 28), `${full}`);
      assert.ok(full.at(-1) > 0, `${full}`);
    }
    quiet();
    await close();
  });

  test("in the accessibility tree they are one list, of as many items as there are threads", async () => {
    const { page, close } = await open(alone(), inGroups);
    const lines = (await page.locator(".sf-comments").ariaSnapshot()).split("\n").map((line) => [line.search(/\S/), line.trim()]);
    const lists = lines.flatMap(([depth, line], at) => {
      if (!/^- list\b(?!item)/.test(line)) return [];
      const after = lines.slice(at + 1);
      const end = after.findIndex(([other]) => other <= depth);
      return [after.slice(0, end < 0 ? undefined : end).filter(([other, line]) => other === depth + 2 && /^- listitem\b/.test(line)).length];
    });
    assert.deepEqual(lists.filter((items) => items > 3), [LINES]);
    assert.equal(lists.length, 1 + (LINES * 3) / 4, "control: answers are lists of their own");
    await close();
  });

  test("a group that was never seen keeps the room of its lines when they are folded, about its own when they are open, and all are laid out in print", async () => {
    const { page, close } = await open(alone(), inGroups);
    const [room, lines, seen] = ["el.getBoundingClientRect().height", "el.childElementCount", "el.firstElementChild.checkVisibility({ contentVisibilityAuto: true })"];
    assert.equal((await groups(page, seen)).at(-1), false);
    const whole = (await groups(page, room)).at(-1);
    await act(page, "Fold all").click();
    await becomes(() => page.locator(".sf-thread > .sf-comment[data-line]").count(), LINES);
    const folded = (await groups(page, room)).at(-1);
    assert.equal((await groups(page, seen)).at(-1), false, "control: it has not come into view");
    const count = (await groups(page, lines)).at(-1);
    await page.locator(".sf-thread").last().evaluate((el) => el.scrollIntoView());
    await becomes(async () => (await groups(page, seen)).at(-1), true);
    await frames(page);
    assert.ok(Math.abs((await groups(page, room)).at(-1) - folded) <= count, `${folded} px for ${count} lines`);
    await act(page, "Unfold all").evaluate((el) => el.click());
    await becomes(() => page.locator(".sf-thread > .sf-comment[data-line]").count(), 0);
    await page.locator(".sf-thread").last().evaluate((el) => el.scrollIntoView());
    await frames(page);
    const real = (await groups(page, room)).at(-1);
    assert.ok(whole > real * 0.7 && whole < real * 1.4, `${whole} px were kept for ${real}`);
    await page.evaluate(() => scrollTo(0, 0));
    await becomes(async () => (await groups(page, seen)).at(-1), false);
    await page.emulateMedia({ media: "print" });
    await becomes(async () => (await groups(page, seen)).every(Boolean), true);
    await close();
  });

  test("a thread whose parent comes with a later page leaves its group, and a group that is empty goes", async () => {
    const lost = Array.from({ length: 60 }, (_, at) => said(`lost${at}`, `Lost${at}`, "mia", { days: 900 }));
    const { page, close } = await open(alone(), { before: serving({ "/thread.json": { items: [...many, ...lost], next: "second.json" }, "/second.json": [said("mia", "Mia", "", { days: 2 })] }) });
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await comment(page, "Mia").waitFor({ state: "attached" });
    await becomes(() => page.locator('[id="comment-mia"] .sf-comment').count(), 60);
    assert.equal(await page.locator(".sf-comment").count(), many.length + 61);
    assert.equal(await page.locator(".sf-thread:empty").evaluateAll((all) => all.filter((el) => el.checkVisibility()).length), 0);
    await close();
  });
});

describe("10,000 comments", { timeout: 120_000 }, () => {
  const many = JSON.stringify(thread(10_000));
  const body = (route) => route.fulfill({ contentType: "application/json", body: many });

  for (const [when, first] of [["before the first is drawn", "select"], ["when some are drawn", ".sf-comment"]]) test(`all of one document end in the page, and an order chosen ${when} holds for all of them`, async () => {
    // The first chance after what stands over them is there, or after the first slice: the rest is still to be drawn.
    const choosing = (page) =>
      page.addInitScript((first) => {
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (init) {
          const root = attach.call(this, init);
          const choose = new MutationObserver(() => {
            const order = root.querySelector('[data-state="drawing"] select');
            if (!order || !root.querySelector(first)) return;
            choose.disconnect();
            setTimeout(() => {
              globalThis.drawn = root.querySelectorAll(".sf-comment").length;
              order.value = "oldest";
              order.dispatchEvent(new Event("change", { bubbles: true }));
            });
          });
          choose.observe(root, { subtree: true, childList: true, attributes: true });
          return root;
        };
      }, first);
    const { page, told, quiet, close } = await open(alone("open"), { before: both(choosing, serving({ "/thread.json": body })) });
    const then = await page.evaluate(() => drawn);
    assert.ok(then > 0 === (first !== "select") && then < 10_000, `chosen when ${then} were drawn`);
    const shown = await page.locator(".sf-thread > .sf-comment").evaluateAll((all) => all.map((el) => Number(el.id.slice("comment-".length))));
    assert.deepEqual(shown, shown.toSorted((a, b) => a - b));
    assert.equal(await page.locator(".sf-comment").count(), 10_000);
    assert.equal(await page.locator(".sf-thread:empty").evaluateAll((all) => all.filter((el) => el.checkVisibility()).length), 0, "no group is left over");
    assert.deepEqual(await told(), [["comments-load", 10_000]]);
    assert.equal(await section(page).textContent(), "Comments10,000");
    quiet();
    await close();
  });

  test("a link leads to any of them", async () => {
    const { page, close } = await open(alone("open"), { before: serving({ "/thread.json": body }) });
    await again(page, "#comment-485123");
    await becomes(() => page.locator("[data-linked]").evaluateAll((all) => all.map((el) => el.parentElement.id)), ["comment-485123"]);
    await frames(page);
    const { y } = await page.locator('[id="comment-485123"]').boundingBox();
    assert.ok(y >= -1 && y < 720, `${y}`);
    await close();
  });
});
