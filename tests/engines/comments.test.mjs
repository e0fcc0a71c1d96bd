// Comments: opened, folded, linked to, found and remembered.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMIT, article, shown, stage } from "./stage.mjs";

const page = stage();
const DAY = 86_400_000;
const said = (id, name, parentItem, days = 6) => ({ id, ...(parentItem ? { parentItem } : {}), author: { name }, dateCreated: new Date(Date.now() - days * DAY).toISOString(), text: `Text of ${id}.` });
/** Ada ← Ben ← Cem ← Dora; Fay ← Gus; Hana. The newest thread stands first. */
const THREAD = [said("ada", "Ada", "", 6), said("ben", "Ben", "ada", 5.8), said("cem", "Cem", "ben", 5.6), said("dora", "Dora", "cem", 5.4), said("fay", "Fay", "", 4), said("gus", "Gus", "fay", 3), said("hana", "Hana", "", 2)];
const ALL = ["Hana", "Fay", "Gus", "Ada", "Ben", "Cem", "Dora"];
const show = async (more = "", options = {}) => {
  await page.show(`<standfirst-comments src="${page.add(THREAD)}" ${more}></standfirst-comments>`, { count: 0, ...options });
  await page.until(() => probe.all('.sf-comments[data-state="ready"]').length);
};
/** Whose comments are to be seen, in the order of the page. */
const names = () => probe.all(".sf-comment-name").filter(probe.seen).map((it) => it.textContent);
const expanded = (name) => probe.get("button", name).getAttribute("aria-expanded");
const told = () => probe.events("comment-toggle").map(({ id, open }) => [id, open]);

test("they are closed under a button with their number; a press opens them, another closes them, and the page hears of it", LIMIT, async () => {
  await show();
  const [role, label] = await page.said("button", "/^Comments");
  assert.equal(role, "button");
  assert.match(label, /^Comments\s*7/);
  assert.deepEqual([await page.run(expanded, "/^Comments"), await page.run(names)], ["false", []]);
  await page.click("button", "/^Comments");
  await page.becomes(names, ALL);
  assert.equal(await page.run(expanded, "/^Comments"), "true");
  await page.click("button", "/^Comments");
  await page.becomes(names, []);
  assert.deepEqual(await page.run(told), [["", true], ["", false]]);
  await page.quiet();
});

test("one folds by its button to a line, with the answers to it, and opens again", LIMIT, async () => {
  await show("open");
  await page.becomes(names, ALL);
  await page.click("button", "/^Ada, ");
  await page.becomes(names, ["Hana", "Fay", "Gus", "Ada"]);
  assert.equal(await page.run(expanded, "/^Ada, "), "false");
  assert.match((await page.said("button", "/^Ada, "))[1], /^Ada, 6 days ago, 3 replies/);
  await page.click("button", "/^Ada, ");
  await page.becomes(names, ALL);
  assert.deepEqual(await page.run(told), [["ada", false], ["ada", true]]);
  await page.quiet();
});

test("all fold, all answers fold, all unfold, and a screen reader is told", LIMIT, async () => {
  await show("open");
  const status = () => probe.all("[role=status]").map(probe.text).filter(Boolean);
  for (const [name, left, said] of [["Fold all", ["Hana", "Fay", "Ada"], "All threads are folded."], ["Fold replies", ["Hana", "Fay", "Gus", "Ada", "Ben"], "All replies are folded."], ["Unfold all", ALL, "All threads are unfolded."]]) {
    await page.click("button", name);
    await page.becomes(names, left);
    await page.becomes(status, [said]);
  }
  await page.quiet();
});

test("by keyboard: Enter and Space fold and unfold, and the focus stays on the button", LIMIT, async () => {
  await show("open");
  await page.focus("button", "/^Ada, ");
  for (const [key, left] of [["Enter", "false"], ["Space", "true"], ["Space", "false"], ["Enter", "true"]]) {
    await page.press(key);
    await page.becomes(() => [probe.focus().getAttribute("aria-expanded"), probe.focused().split(",")[0]], [left, "Ada"]);
  }
  await page.quiet();
});

const linked = () => probe.all("[data-linked]").map((it) => it.parentElement.id);
test("a link to a comment opens the section, leads there, marks it and gives it the focus; another in the same page too", LIMIT, async () => {
  await show("", { hash: "#comment-dora" });
  await page.becomes(linked, ["comment-dora"]);
  await page.becomes(() => probe.focused().split(",")[0], "Dora");
  const inside = () => page.run(() => { const { top } = probe.one("[data-linked]").getBoundingClientRect(); return top >= -1 && top < innerHeight; });
  assert.ok(await inside());
  await page.run(() => void (location.hash = "#comment-gus"));
  await page.becomes(linked, ["comment-gus"]);
  await page.becomes(() => probe.focused().split(",")[0], "Gus");
  assert.ok(await inside());
  await page.quiet();
});

test("control: a link to no comment opens nothing and marks nothing", LIMIT, async () => {
  await show("", { hash: "#comment-nobody" });
  await page.until(() => probe.events("comments-load").length);
  assert.deepEqual([await page.run(linked), await page.run(names)], [[], []]);
  await page.quiet();
});

test("what is folded is not to be seen; the browser's search finds it, and opens the way to it", LIMIT, async () => {
  await show("open");
  await page.click("button", "/^Ben, ");
  await page.click("button", "/^Ada, ");
  await page.becomes(names, ["Hana", "Fay", "Gus", "Ada"]);
  // What the browser does when its search finds a word: from the outermost to the innermost that hides it. An engine that
  // does not know `until-found` takes it for plain `hidden`: then it is not found, and the buttons open it.
  const hidden = await page.run(() => {
    const hiding = [];
    for (let at = probe.all(".sf-comment-text").find((it) => /dora/.test(it.textContent)); at; at = at.parentElement) if (at.getAttribute("hidden") === "until-found") hiding.unshift(at);
    for (const at of hiding) {
      at.dispatchEvent(new Event("beforematch", { bubbles: true }));
      at.removeAttribute("hidden");
    }
    return hiding.length;
  });
  assert.ok(hidden >= 2, `${hidden} hide it`);
  await page.becomes(names, ALL);
  assert.deepEqual([await page.run(expanded, "/^Ada, "), await page.run(expanded, "/^Ben, ")], ["true", "true"]);
  await page.quiet();
});

test("the engine itself knows what is hidden until it is found: it opens by a link into it, and says so before", LIMIT, async () => {
  await page.show('<p id="hiding" hidden="until-found">Found <span id="inner">inside</span>.</p>', { count: 0 });
  await page.run(() => {
    window.matched = 0;
    document.querySelector("#hiding").addEventListener("beforematch", () => window.matched++);
    location.hash = "#inner";
  });
  await page.becomes(() => [window.matched, document.querySelector("#hiding").hidden], [1, false]);
});

test("under an article they come when they are near, open by their button, and each has its number", LIMIT, async () => {
  await page.show(shown("report"));
  assert.deepEqual(page.asked.filter((name) => /comments\//.test(name)), []);
  await page.click("button", "/^Comments");
  await page.until(() => probe.all('.sf-comments[data-state="ready"]').length && probe.all(".sf-comment").filter(probe.seen).length > 5);
  assert.equal(await page.run(() => probe.events("comments-load").length > 0), true);
  assert.ok(article("report").commentCount > 0);
  await page.quiet();
});

test("what was folded is remembered when the page comes again, and where storage is refused folding works all the same", LIMIT, async () => {
  await show();
  await page.click("button", "/^Comments");
  await page.click("button", "/^Fay, ");
  await page.becomes(names, ["Hana", "Fay", "Ada", "Ben", "Cem", "Dora"]);
  await page.run(() => {
    window.before = true;
    setTimeout(() => location.reload());
  });
  await page.until(() => !window.before && window.probe);
  await page.becomes(() => probe.all(".sf-comment-name").filter(probe.seen).map((it) => it.textContent), ["Hana", "Fay", "Ada", "Ben", "Cem", "Dora"]);
  await show("open", { head: '<script>Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError") } })</script>' });
  await page.click("button", "/^Fay, ");
  await page.becomes(names, ["Hana", "Fay", "Ada", "Ben", "Cem", "Dora"]);
  await page.quiet();
});

test("the order changes by the list of orders", LIMIT, async () => {
  await show("open");
  await page.run(() => { const list = probe.one("select"); list.value = "oldest"; list.dispatchEvent(new Event("change", { bubbles: true })); });
  await page.becomes(names, ["Ada", "Ben", "Cem", "Dora", "Fay", "Gus", "Hana"]);
  await page.quiet();
});
