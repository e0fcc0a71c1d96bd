// What ends the program, or keeps it from coming: the reader of the page still has something to read, the page hears of it
// once, and the element comes back when the cause has gone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { article, door, embed, FALLBACK, headline, host, readable, REPORT, SCRIPT, title, unchecked } from "./host.mjs";
import { settle } from "./lib.mjs";

const other = article("japanese").headline;
const SIBLING = '<standfirst-article id="b" src="/articles/japanese.json"></standfirst-article>';

// What hangs fails.
const LIMIT = { timeout: 120_000 };

let show, close;
before(async () => {
  ({ show, close } = await host());
});
after(() => close?.());

/** What the program and its script call of the browser, made to fail on demand: `fail(name, times, how)`. */
const BREAKABLE = () => {
  let armed = { times: 0 };
  const count = { sprung: 0, at: 0, frames: 0 };
  const frame = () => ((count.frames += 1), requestAnimationFrame(frame));
  const deeper = () => deeper() + 1;
  const spring = (name) => {
    if (name !== armed.name || armed.times === 0) return;
    armed.times -= 1;
    count.sprung += 1;
    [count.at, count.frames] = [performance.now(), 0];
    if (armed.how === "stack overflow") deeper();
    throw new Error("made to fail");
  };
  const wrap = (object, name) => {
    const real = object[name];
    object[name] = function (...args) {
      spring(name);
      return new.target ? Reflect.construct(real, args) : real.apply(this, args);
    };
    if (real.prototype) object[name].prototype = real.prototype;
  };
  for (const name of ["createTextNode", "createElement", "createElementNS"]) wrap(Document.prototype, name);
  for (const name of ["addEventListener", "removeEventListener"]) wrap(EventTarget.prototype, name);
  for (const name of ["setAttribute", "getAttribute", "attachShadow"]) wrap(Element.prototype, name);
  for (const name of ["AbortController", "fetch", "queueMicrotask", "setTimeout"]) wrap(globalThis, name);
  wrap(Node.prototype, "cloneNode");
  wrap(Promise.prototype, "then");
  wrap(ReadableStreamDefaultReader.prototype, "read");
  wrap(Number.prototype, "toLocaleString");
  wrap(HTMLDialogElement.prototype, "showModal");
  Object.assign(globalThis, { count, fail: (name, times = 1, how = "") => (armed = { name, times, how }) });
  requestAnimationFrame(frame);
  document.addEventListener("standfirst-error", () => (count.took = [performance.now() - count.at, count.frames]));
};

/** Adds an article to the page's main, with something to read in it, and fails what is named before or after. */
const add = (page, { at, name, times = 1, how }) =>
  page.evaluate(async ([at, name, times, how]) => {
    const main = document.querySelector("main");
    // What was there goes first, and is not in the way of what is to fail.
    main.textContent = "";
    await new Promise((done) => setTimeout(done));
    heard.length = count.sprung = 0;
    const host = document.createElement("standfirst-article");
    host.id = "a";
    host.setAttribute("src", "/articles/report.json");
    host.innerHTML = '<p id="fallback">Read it elsewhere.</p>';
    if (at === "mount") fail(name, times, how);
    main.append(host);
    if (at === "task") fail(name, times, how);
  }, [at, name, times, how]);

const reload = (page) => page.evaluate(() => (fail(""), document.querySelector("#a").reload()));

/** All of the other article, not its first lines: what is broken next is not to break it. */
const siblingDrawn = (page) => page.locator('#b [data-state="ready"]').waitFor();

describe("a program that does not come", LIMIT, () => {
  test("after ten seconds without it, what stands in the element stays, and coming late it does no harm", async () => {
    const passage = door();
    const { page, record, warnings, hear, heard, close } = await show(SCRIPT + FALLBACK, {
      before: async (page) => {
        await page.clock.install({ time: 0 });
        await page.route("**/*.wasm", async (route) => (await passage.opened, route.continue()));
      },
    });
    await page.waitForFunction(() => document.querySelector("standfirst-article").shadowRoot);
    // The page's clock was 0 before anything was waited for.
    await page.clock.pauseAt(9_900);
    assert.deepEqual(await heard(), []);
    assert.ok(await readable(page), "while it is awaited");
    await page.clock.runFor(10_000);
    await hear("error");
    assert.ok(await readable(page), "after that");
    const came = page.waitForEvent("requestfinished", (request) => request.url().endsWith(".wasm"));
    passage.open();
    await came;
    await page.clock.runFor(1_000);
    assert.ok(await readable(page), "when it has come late");
    assert.deepEqual((await heard()).map(({ type, detail }) => [type, detail?.reason]), [["standfirst-error", "internal"]]);
    assert.equal(warnings.length, 1, warnings.join("\n"));
    await page.clock.resume();
    await page.evaluate(() => document.querySelector("standfirst-article").reload());
    await title(page).waitFor();
    assert.equal(await readable(page), false);
    assert.deepEqual([record.console, record.uncaught], [[], []]);
    await close();
  });

  test("data given after the program could not be had is tried, as another address is", async () => {
    let refused = true;
    const { page, hear, close } = await show(SCRIPT + FALLBACK, {
      before: (page) => page.route("**/*.wasm", (route) => (refused ? route.fulfill({ status: 404, body: "" }) : route.continue())),
    });
    await hear("error");
    refused = false;
    await page.locator("standfirst-article").evaluate((el, data) => (el.data = data), { ...article("report"), headline: "Given" });
    await title(page, "Given").waitFor();
    await close();
  });
});

describe("a program that stops", LIMIT, () => {
  // Where nothing but the reason in the event can be told, what stands in the element is there; else a panel with a way back.
  const CASES = {
    // The first of each is for an instance that is new: one that is used again has no need of it.
    mount: ["setTimeout", "createElement", "attachShadow", "addEventListener", "AbortController", "fetch", "getAttribute", "then", "queueMicrotask"],
    task: ["cloneNode", "createTextNode", "createElement", "createElementNS", "queueMicrotask", "read", "stack overflow"],
  };
  for (const [at, names] of Object.entries(CASES)) {
    test(`what the browser refuses in a ${at} ends in one error that can be mended, and nowhere else`, async (t) => {
      const { page, record, hear, heard, warnings, close } = await show(`${SCRIPT}<main></main>${SIBLING}`, { before: (page) => page.addInitScript(BREAKABLE) });
      await siblingDrawn(page);
      const untouched = await page.evaluateHandle(() => document.querySelector("#b").shadowRoot.querySelector("article"));
      for (const name of names) {
        await add(page, name === "stack overflow" ? { at, name: "createTextNode", how: name } : { at, name });
        await hear("error");
        const { sprung, took } = await page.evaluate(() => count);
        assert.equal(sprung, 1, `${name} was called`);
        t.diagnostic(`${name}: ${took[0].toFixed(1)} ms, ${took[1]} frames`);
        // 200 ms at 60 frames a second. Frames, for a busy machine has fewer of them.
        assert.ok(took[1] <= 12, `${name}: ${took[1]} frames`);
        assert.ok(await readable(page), name);
        await reload(page);
        await title(page, headline, "#a").waitFor();
        assert.deepEqual((await heard()).map(({ type, id, detail, message }) => [type, id, detail?.reason ?? message]), [["standfirst-error", "a", "internal"], ["standfirst-load", "a", undefined]], name);
      }
      assert.ok(await untouched.evaluate((el) => el.isConnected));
      assert.deepEqual([record.console, record.uncaught], [[], []]);
      assert.ok(warnings.length <= 1, warnings.join("\n"));
      await close();
    });
  }

  test("what the browser refuses in passing is done without", async () => {
    const { page, quiet, heard, close } = await show(`${SCRIPT}<main></main>${SIBLING}`, { before: (page) => page.addInitScript(BREAKABLE) });
    await siblingDrawn(page);
    for (const name of ["setAttribute", "toLocaleString", "addEventListener"]) {
      await add(page, { at: "task", name });
      await title(page, headline, "#a").waitFor();
      assert.equal(await page.evaluate(() => count.sprung), 1, `${name} was called`);
      await page.evaluate(() => fail(""));
      assert.deepEqual((await heard()).map(({ type }) => type), ["standfirst-load"], name);
    }
    await page.evaluate(() => fail("showModal"));
    await page.locator("#a .sf-figure button").first().click();
    assert.equal((await heard()).length, 1);
    quiet();
    await close();
  });

  test("what fails in a listener or at a change of an attribute ends in a panel with a way back", async () => {
    const { page, record, hear, heard, close } = await show(`${SCRIPT}<main></main>${SIBLING}`, { before: (page) => page.addInitScript(BREAKABLE) });
    await siblingDrawn(page);
    for (const [name, how] of [["createTextNode"], ["createTextNode", "stack overflow"], ["createElement"], ["queueMicrotask"]]) {
      for (const act of ["click", "attribute"]) {
        await add(page, { at: "task", name: "" });
        await title(page, headline, "#a").waitFor();
        await page.evaluate(([act, name, how]) => {
          const host = document.querySelector("#a");
          host.textContent = "";
          fail(name, 1, how);
          if (act === "click") host.shadowRoot.querySelector(".sf-figure button").click();
          else host.setAttribute("heading-level", "3");
        }, [act, name, how]);
        await hear("error");
        assert.equal(await page.evaluate(() => count.sprung), 1, `${name} was called`);
        await page.locator("#a").getByRole("button", { name: "Try again" }).click();
        await title(page, headline, "#a").waitFor();
        const told = (await heard()).filter(({ type }) => type !== "standfirst-load");
        assert.deepEqual(told.map(({ type, id, detail }) => [type, id, detail?.reason]), [["standfirst-error", "a", "internal"]], `${act} ${name}`);
      }
    }
    assert.equal(await title(page, other, "#b").count(), 1);
    assert.deepEqual([record.console, record.uncaught], [[], []]);
    await close();
  });

  test("what fails while an element goes is kept from the page, and another can come", async () => {
    const { page, record, heard, close } = await show(`${SCRIPT}<main></main>`, { before: (page) => page.addInitScript(BREAKABLE) });
    await page.waitForFunction(() => customElements.get("standfirst-article"));
    for (const name of ["removeEventListener", "queueMicrotask"]) {
      await add(page, { at: "mount", name: "" });
      await title(page, headline, "#a").waitFor();
      await page.evaluate((name) => (fail(name), document.querySelector("#a").remove()), name);
      await page.evaluate(() => (fail(""), new Promise((done) => setTimeout(done))));
      assert.deepEqual((await heard()).map(({ type }) => type), ["standfirst-load"], name);
    }
    await add(page, { at: "mount", name: "" });
    await title(page, headline, "#a").waitFor();
    assert.deepEqual([record.console, record.uncaught], [[], []]);
    await close();
  });

  test("a button that the page keeps from an article that has gone does nothing, and the next article is shown", async () => {
    const { page, quiet, hear, close } = await show(`${SCRIPT}<main></main>`, { before: (page) => page.addInitScript(BREAKABLE) });
    await page.waitForFunction(() => customElements.get("standfirst-article"));
    await add(page, { at: "mount", name: "" });
    await title(page, headline, "#a").waitFor();
    await page.evaluate(async () => {
      const button = document.querySelector("#a").shadowRoot.querySelector(".sf-figure button");
      document.querySelector("#a").remove();
      await new Promise((done) => setTimeout(done));
      button.click();
      await new Promise((done) => setTimeout(done));
    });
    await add(page, { at: "mount", name: "" });
    await hear("load");
    await title(page, headline, "#a").waitFor();
    quiet();
    await close();
  });

  for (const [what, html] of [["what stands in the element", '<p id="fallback">Read it elsewhere.</p>'], ["nothing, where nothing stands in it,", ""]]) {
    test(`three deaths in a row leave ${what} and a quiet page, until the cause has gone`, async () => {
      const { page, record, warnings, heard, close } = await show(`${SCRIPT}<main></main>${SIBLING}`, { before: (page) => page.addInitScript(BREAKABLE) });
      await siblingDrawn(page);
      await add(page, { at: "task", name: "createTextNode", times: -1 });
      if (!html) await page.evaluate(() => (document.querySelector("#a").textContent = ""));
      await page.waitForFunction(() => count.sprung === 3 && !document.querySelector("#a").shadowRoot.querySelector("div"));
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.equal(await page.evaluate(() => count.sprung), 3, "it is left alone");
      if (html) assert.ok(await readable(page));
      const told = await heard();
      assert.ok(told.length >= 1 && told.length <= 3, JSON.stringify(told));
      assert.ok(told.every(({ type, id, detail }) => type === "standfirst-error" && id === "a" && detail.reason === "internal"), JSON.stringify(told));
      await reload(page);
      await title(page, headline, "#a").waitFor();
      assert.equal(await title(page, other, "#b").count(), 1);
      assert.equal(warnings.length, 1, warnings.join("\n"));
      assert.deepEqual([record.console, record.uncaught], [[], []]);
      await close();
    });
  }

  /** The program with as much memory as it begins with, and `more` pages. */
  const narrow = (more) => {
    const bytes = readFileSync(path.join(embed, "standfirst_bg.wasm"));
    let at = 8;
    const number = () => {
      for (let value = 0, shift = 0; ; shift += 7) {
        const byte = bytes[at++];
        value += (byte & 127) * 2 ** shift;
        if (byte < 128) return value;
      }
    };
    const written = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...written(value >> 7)]);
    for (;;) {
      const start = at;
      const [kind, length] = [number(), number()];
      const end = at + length;
      if (kind === 5) {
        assert.deepEqual([number(), number()], [1, 0], "one memory, without a limit");
        const pages = number();
        const body = [1, 1, ...written(pages), ...written(pages + more)];
        return Buffer.concat([bytes.subarray(0, start), Buffer.from([5, body.length, ...body]), bytes.subarray(end)]);
      }
      at = end;
    }
  };

  test("an article for which there is no memory ends in one error, and the next one is shown", async () => {
    const { page, record, hear, heard, close } = await show(`${SCRIPT}<standfirst-article id="a"><p id="fallback">Read it elsewhere.</p></standfirst-article>${SIBLING}`, {
      before: async (page) => {
        await unchecked(page);
        await page.route("**/standfirst_bg.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: narrow(16) }));
      },
    });
    await siblingDrawn(page);
    const give = (more) => page.locator("#a").evaluate((el, data) => (el.data = data), { ...article("report"), ...more });
    await give({ headline: "Large", description: "x".repeat(1_900_000) });
    await hear("error");
    assert.ok(await readable(page));
    await give({});
    await title(page, headline, "#a").waitFor();
    assert.equal(await title(page, other, "#b").count(), 1);
    assert.deepEqual((await heard()).map(({ type, id, detail }) => [type, id, detail?.reason]).filter(([type, id]) => id === "a"), [["standfirst-error", "a", "internal"], ["standfirst-load", "a", undefined]]);
    assert.deepEqual([record.console, record.uncaught], [[], []]);
    await close();
  });

  test("an icon that cannot be drawn stops no other: neither those that wait, nor later ones, nor articles", async () => {
    const { page, record, close } = await show(`${SCRIPT}<main></main>${SIBLING}`, { before: (page) => page.addInitScript(BREAKABLE) });
    await siblingDrawn(page);
    await page.evaluate(() => {
      fail("createElementNS");
      document.querySelector("main").innerHTML = ["calendar", "retry", "calendar"].map((name, at) => `<standfirst-icon id="i${at}" name="${name}"></standfirst-icon>`).join("");
    });
    await page.waitForFunction(() => count.sprung === 1);
    await page.evaluate(() => document.querySelector("main").insertAdjacentHTML("beforeend", '<standfirst-icon id="later" name="retry"></standfirst-icon>'));
    for (const id of ["later", "i1", "i2"]) await page.locator(`#${id} svg`).waitFor({ timeout: 5_000 });
    await page.evaluate(() => document.querySelector("#i0").setAttribute("name", "tag"));
    await page.locator("#i0 svg").waitFor({ timeout: 5_000 });
    await page.locator("#b").evaluate((el) => el.setAttribute("theme", "dark"));
    await page.locator('#b .sf[data-theme="dark"]').waitFor();
    assert.deepEqual([record.console, record.uncaught], [[], []]);
    await close();
  });
});

describe("requests that nobody waits for", LIMIT, () => {
  const LATER = {
    "another address": [(host) => host.setAttribute("src", "/articles/japanese.json"), other],
    data: [(host) => (host.data = { headline: "Given", body: [{ type: "paragraph", text: "Well." }] }), "Given"],
  };
  for (const [name, [act, wanted]] of Object.entries(LATER)) {
    test(`${name} while the program is awaited lets go of what was asked for first`, async () => {
      const passage = door();
      const { page, heard, quiet, close } = await show(SCRIPT + REPORT, {
        before: async (page) => {
          await page.route("**/report.json", () => {});
          await page.route("**/*.wasm", async (route) => (await passage.opened, route.continue()));
        },
      });
      await page.waitForFunction(() => document.querySelector("standfirst-article").shadowRoot);
      const failed = page.waitForEvent("requestfailed", { predicate: (request) => request.url().endsWith("report.json"), timeout: 3_000 }).catch(() => null);
      await page.locator("standfirst-article").evaluate(act);
      assert.ok(await failed, "it goes on");
      passage.open();
      await title(page, wanted).waitFor();
      assert.deepEqual((await heard()).map(({ type }) => type), ["standfirst-load"]);
      quiet();
      await close();
    });
  }

  test("an element that goes asks for no picture in another size", async () => {
    // Narrow: the lead is fetched in a smaller size than the one that its src names.
    const { page, record, quiet, close } = await show(SCRIPT + REPORT, { viewport: { width: 400, height: 800 } });
    await title(page).waitFor();
    await settle(page);
    const [fetched, named] = await page.locator(".sf-lead img").evaluate((image) => [image.currentSrc, image.src]);
    assert.notEqual(fetched, named);
    const before = record.requests.length;
    const asked = page.waitForRequest((request) => request.url().endsWith("/live.json"));
    // What is asked for at the end is the last.
    await page.evaluate(async () => {
      document.querySelector("standfirst-article").remove();
      for (let at = 0; at < 3; at++) await new Promise((done) => setTimeout(done));
      fetch("/articles/live.json");
    });
    await asked;
    assert.deepEqual(record.requests.slice(before, -1), []);
    quiet();
    await close();
  });
});

describe("pictures that were never fetched", LIMIT, () => {
  /** Waits until all of an element's article is drawn. */
  const DRAWN = (host) => new Promise((done) => {
    const look = () => (host.shadowRoot?.querySelector('[data-state="ready"]') ? done() : requestAnimationFrame(look));
    look();
  });

  async function counting(before) {
    const { page, context, close } = await show(`${SCRIPT}<div style="height:20000px"></div><main></main><script>globalThis.drawn = ${DRAWN}</script>`, { before });
    const session = await context.newCDPSession(page);
    await page.waitForFunction(() => customElements.get("standfirst-article"));
    /** Counted until two counts agree: the last drawing is let go of with a later frame. */
    const nodes = async () => {
      for (let last = -1; ; ) {
        for (let at = 0; at < 3; at++) await session.send("HeapProfiler.collectGarbage");
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
        const { nodes } = await session.send("Memory.getDOMCounters");
        if (nodes === last) return nodes;
        last = nodes;
      }
    };
    return { page, nodes, close };
  }

  /** How many nodes ten articles leave behind that come, are drawn out of sight, and go. */
  async function left(before) {
    const { page, nodes, close } = await counting(before);
    const rounds = (count) =>
      page.evaluate(async (count) => {
        for (let at = 0; at < count; at++) {
          const host = document.createElement("standfirst-article");
          host.setAttribute("src", "/articles/report.json");
          document.querySelector("main").append(host);
          await drawn(host);
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          host.remove();
          await new Promise((done) => setTimeout(done));
        }
        heard.length = 0;
      }, count);
    await rounds(3);
    const first = await nodes();
    await rounds(10);
    const more = (await nodes()) - first;
    await close();
    return more;
  }

  test("an article that is drawn anew lets go of those of the drawing before", async (t) => {
    const { page, nodes, close } = await counting();
    const rounds = (count) =>
      page.evaluate(async (count) => {
        const main = document.querySelector("main");
        const host = main.firstElementChild ?? main.appendChild(document.createElement("standfirst-article"));
        host.setAttribute("src", "/articles/report.json");
        await drawn(host);
        for (let at = 0; at < count; at++) {
          host.setAttribute("heading-level", String(1 + ((at + 1) % 4)));
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        }
        host.setAttribute("heading-level", "1");
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        heard.length = 0;
      }, count);
    await rounds(4);
    const first = await nodes();
    await rounds(12);
    const more = (await nodes()) - first;
    t.diagnostic(`${more} nodes more`);
    // Less than one article.
    assert.ok(more < 100, `${more} nodes are held`);
    await close();
  });

  test("an element that goes lets go of them, and of the article around them", async (t) => {
    const more = await left();
    t.diagnostic(`${more} nodes more`);
    // Less than one article.
    assert.ok(more < 100, `${more} nodes are held`);
  });

  test("control: without letting go of what they could show, Chromium holds them", async (t) => {
    const line = '["src","srcset","sizes","loading"]';
    const script = readFileSync(path.join(embed, "standfirst.js"), "utf8");
    assert.equal(script.split(line).length, 2);
    const more = await left((page) => page.route("**/standfirst.js", (route) => route.fulfill({ contentType: "text/javascript", body: script.replace(line, '["title"]') })));
    t.diagnostic(`${more} nodes more`);
    assert.ok(more > 500, `${more} nodes are held: is the line still needed?`);
  });
});
