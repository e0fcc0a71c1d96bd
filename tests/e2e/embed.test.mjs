// The custom elements, in pages of others: what a publisher gets from two lines, and what happens when things go wrong.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { article, door, embed, FALLBACK, headline, host, look, readable, REPORT, SCRIPT, title } from "./host.mjs";

const other = article("japanese").headline;

// What hangs fails.
const LIMIT = { timeout: 60_000 };

let origin, show, close;
before(async () => {
  ({ origin, show, close } = await host());
});
after(() => close?.());

describe("the article", LIMIT, () => {
  test("two lines in a page show the article, say so once, and ask for nothing but the script, the program, the article and its pictures", async () => {
    const { page, record, hear, heard, quiet, close } = await show(SCRIPT + REPORT);
    await hear("load");
    await title(page).waitFor();
    await page.waitForLoadState("networkidle").catch(() => {});
    const [event, ...more] = await heard();
    assert.deepEqual(more, []);
    assert.deepEqual([event.type, event.bubbles, event.composed], ["standfirst-load", true, true]);
    const { format, ...detail } = event.detail;
    assert.deepEqual(detail, { url: `${origin}/articles/report.json`, headline, problems: [] });
    assert.match(format, /^[a-z][a-z-]+$/);
    const names = record.requests.map((url) => new URL(url).pathname).slice(1);
    assert.deepEqual(names.filter((name) => !name.startsWith("/articles/art/")).sort(), ["/articles/report.json", "/embed/standfirst.js", "/embed/standfirst_bg.wasm"]);
    assert.ok(names.length > 3, "pictures are among them");
    quiet();
    await close();
  });

  test("the article is asked for before the program has arrived, and once", async () => {
    const asked = door();
    const visited = await show(SCRIPT + REPORT, {
      before: async (page) => {
        page.on("request", (request) => request.url().endsWith("report.json") && asked.open());
        // Would wait for ever, and the element fail, if the article were asked for by the program.
        await page.route("**/*.wasm", async (route) => (await asked.opened, route.continue()));
      },
    });
    await title(visited.page).waitFor();
    assert.equal(visited.asked("report.json").length, 1);
    visited.quiet();
    await visited.close();
  });

  const wasm = (answer) => ({ before: (page) => page.route("**/*.wasm", answer) });
  const json = (answer) => ({ before: (page) => page.route("**/report.json", answer) });
  const bytes = () => readFileSync(path.join(embed, "standfirst_bg.wasm"));
  const gone = (route) => route.fulfill({ status: 404, body: "" });
  const FAULTS = {
    "without scripts": { javaScriptEnabled: false, silent: true },
    "without our script": { before: (page) => page.route("**/standfirst.js", gone), silent: true },
    "without the program": wasm(gone),
    "with half of the program": wasm((route) => route.fulfill({ contentType: "application/wasm", body: bytes().subarray(0, 90_000) })),
    // Sound, and with a section that nobody reads: only its hash tells.
    "with a program that is not the script's own": wasm((route) => route.fulfill({ contentType: "application/wasm", body: Buffer.concat([bytes(), Buffer.from([0, 2, 1, 120])]) })),
    "under a policy that forbids the program": { headers: { "Content-Security-Policy": "script-src 'self'" } },
    "in a browser without WebAssembly": { before: (page) => page.addInitScript(() => delete globalThis.WebAssembly) },
    "without the article": { ...json(gone), reason: "status" },
    "with a broken article": { ...json((route) => route.fulfill({ contentType: "application/json", body: '{"headline": "Half' })), reason: "parse" },
  };
  for (const [name, { silent, reason = "internal", ...options }] of Object.entries(FAULTS)) {
    test(`what stands in the element stays readable ${name}`, async () => {
      const { page, record, hear, heard, warnings, close } = await show(SCRIPT + FALLBACK, options);
      if (silent) await page.waitForLoadState();
      else await hear("error");
      assert.ok(await page.locator("#fallback").isVisible());
      assert.ok(await readable(page));
      assert.equal(await page.locator("standfirst-article > #fallback").count(), 1);
      assert.equal(await page.locator(".sf-headline").count(), 0);
      assert.deepEqual(record.uncaught, []);
      assert.ok(warnings.length <= 1, warnings.join("\n"));
      if (!silent) assert.deepEqual((await heard()).map(({ type, detail }) => [type, detail?.reason]), [["standfirst-error", reason]]);
      await close();
    });
  }

  test("once the program can be had, reload() shows the article that could not be shown before", async () => {
    let refused = true;
    const { page, hear, close } = await show(SCRIPT + FALLBACK, wasm((route) => (refused ? gone(route) : route.continue())));
    await hear("error");
    refused = false;
    await page.evaluate(() => document.querySelector("standfirst-article").reload());
    await page.locator(".sf-article:has(.sf-body) .sf-headline").waitFor();
    assert.equal(await page.locator("#fallback").isVisible(), false);
    await close();
  });

  test("what stands in the element is hidden when the article is there, and stays in the page", async () => {
    const { page, quiet, close } = await show(SCRIPT + FALLBACK);
    await title(page).waitFor();
    assert.equal(await readable(page), false);
    assert.equal(await page.locator("standfirst-article > #fallback").isVisible(), false);
    assert.equal(await page.locator("standfirst-article > #fallback").count(), 1);
    quiet();
    await close();
  });

  const moved = (page) => page.evaluate(() => globalThis.moves.reduce((sum, move) => sum + move, 0));
  const watchMoves = (page) =>
    page.addInitScript(() => {
      globalThis.moves = [];
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => moves.push(entry.value))).observe({ type: "layout-shift", buffered: true });
    });
  const HIGH = FALLBACK.replace('<p id="fallback">', '<h1>A headline with the margins of a headline</h1><p id="fallback">');

  test("nothing on the page moves when the article takes the place of what stands in the element", async () => {
    const { page, quiet, close } = await show(`${SCRIPT}<p>Above</p>${HIGH}`, { before: watchMoves });
    await page.locator('standfirst-article [data-state="ready"]').waitFor();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.equal(await moved(page), 0);
    quiet();
    await close();
  });

  test("control: with margins that reach out of the element, the page moves", async () => {
    const script = readFileSync(path.join(embed, "standfirst.js"), "utf8");
    assert.equal(script.split("display:flow-root").length, 2);
    const { page, close } = await show(SCRIPT + HIGH, {
      before: async (page) => {
        await watchMoves(page);
        await page.route("**/standfirst.js", (route) => route.fulfill({ contentType: "text/javascript", body: script.replace("display:flow-root", "display:block") }));
      },
    });
    await page.waitForFunction(() => globalThis.moves.length > 0);
    await close();
  });

  test("a program of the wrong type works too", async () => {
    const { page, quiet, close } = await show(SCRIPT + REPORT, wasm((route) => route.fulfill({ contentType: "text/plain", body: bytes() })));
    await title(page).waitFor();
    quiet();
    await close();
  });
});

describe("attributes and properties", LIMIT, () => {
  test("the attributes can change: another article, another paper, another level, and an unknown format is an error", async () => {
    const { page, record, hear, heard, quiet, close } = await show(SCRIPT + REPORT);
    const set = (name, value) => page.locator("standfirst-article").evaluate((el, [name, value]) => el.setAttribute(name, value), [name, value]);
    const texts = () => record.requests.filter((url) => !url.includes("/art/")).length;
    await title(page).waitFor();
    const before = texts();
    await set("theme", "dark");
    await page.locator('.sf[data-theme="dark"]').waitFor();
    await page.locator(".sf-article:has(.sf-body) h1.sf-headline").waitFor();
    await set("heading-level", "2");
    await page.locator(".sf-article:has(.sf-body) h2.sf-headline").waitFor();
    assert.equal(await page.locator("h1").count(), 0);
    assert.equal(texts(), before);
    await set("src", "/articles/japanese.json");
    await title(page, other).waitFor();
    assert.equal(await title(page).count(), 0);
    await set("format", "nonsense");
    await hear("error");
    assert.deepEqual((await heard()).map(({ type, detail }) => [type, detail.headline ?? detail.reason]), [["standfirst-load", headline], ["standfirst-load", other], ["standfirst-error", "unsupported"]]);
    quiet();
    await close();
  });

  test("a level that changes between the two steps of a drawing stops nothing: all of the article is there", async () => {
    const { page, heard, quiet, close } = await show(SCRIPT + REPORT);
    for (const frames of [0, 1, 2, 3]) {
      await page.locator("standfirst-article").evaluate(async (host, frames) => {
        const loaded = new Promise((done) => host.addEventListener("standfirst-load", done, { once: true }));
        if (host.shadowRoot.querySelector(".sf-headline")) host.reload();
        await loaded;
        for (let frame = 0; frame < frames; frame++) await new Promise(requestAnimationFrame);
        host.setAttribute("heading-level", String((frames % 3) + 2));
      }, frames);
      await page.locator('standfirst-article [data-state="ready"] footer').waitFor();
      assert.equal(await page.locator(`h${(frames % 3) + 2}.sf-headline`).count(), 1);
    }
    assert.deepEqual((await heard()).filter(({ type }) => type !== "standfirst-load"), []);
    quiet();
    await close();
  });

  test("data set before the script, and after, is shown without a request", async () => {
    const { page, asked, quiet, close } = await show(`${REPORT}<script>document.querySelector("standfirst-article").data = ${JSON.stringify({ ...article("report"), headline: "Given early" })}</script>${SCRIPT}`);
    await title(page, "Given early").waitFor();
    await page.locator("standfirst-article").evaluate((el) => (el.data = { ...el.data, headline: "Given late" }));
    await title(page, "Given late").waitFor();
    assert.deepEqual(await page.locator("standfirst-article").evaluate((el) => [el.data.headline, Object.hasOwn(el, "data")]), ["Given late", false]);
    assert.equal(asked("report.json").length, 0);
    // Taken away again, what the attribute says is shown.
    await page.locator("standfirst-article").evaluate((el) => (el.data = null));
    await title(page).waitFor();
    assert.equal(asked("report.json").length, 1);
    quiet();
    await close();
  });

  test("JSON in the element is shown without a request", async () => {
    const inline = JSON.stringify({ ...article("report"), headline: "Inline" }).replaceAll("<", "\\u003c");
    const { page, asked, quiet, close } = await show(`${SCRIPT}<standfirst-article src="/articles/report.json"><script type="application/json">${inline}</script></standfirst-article>`);
    await title(page, "Inline").waitFor();
    assert.equal(asked("report.json").length, 0);
    quiet();
    await close();
  });

  test("reload() asks again", async () => {
    const { page, asked, hear, quiet, close } = await show(SCRIPT + REPORT);
    await title(page).waitFor();
    await page.locator("standfirst-article").evaluate((el) => el.reload());
    await hear("load", 2);
    await title(page).waitFor();
    assert.equal(asked("report.json").length, 2);
    quiet();
    await close();
  });
});

describe("life in a page", LIMIT, () => {
  const TWO = '<standfirst-article id="a" src="/articles/report.json"></standfirst-article><standfirst-article id="b" src="/articles/japanese.json"></standfirst-article>';

  test("a move in the page keeps the article as it is and asks for nothing", async () => {
    const { page, asked, heard, quiet, close } = await show(`${SCRIPT}${REPORT}<main></main>`);
    await title(page).waitFor();
    const same = await page.evaluate(async () => {
      const host = document.querySelector("standfirst-article");
      const shown = () => host.shadowRoot.querySelector("article");
      const before = shown();
      document.querySelector("main").appendChild(host);
      await new Promise((done) => setTimeout(done));
      return shown() === before && before.isConnected;
    });
    assert.ok(same);
    assert.equal(asked("report.json").length, 1);
    assert.equal((await heard()).length, 1);
    quiet();
    await close();
  });

  for (const [when, held] of [["article", ["**/report.json"]], ["program and the article", ["**/report.json", "**/*.wasm"]]]) {
    test(`taken out while the ${when} is awaited, the element stops asking, and shows one article when it is back`, async () => {
      const passage = door();
      const { page, quiet, heard, close } = await show(`${SCRIPT}${REPORT}`, {
        before: async (page) => {
          for (const pattern of held) await page.route(pattern, async (route) => (await passage.opened, route.continue().catch(() => {})));
        },
      });
      // The program has taken over when there is something to see of it.
      if (held.length === 1) await page.locator('[data-state="loading"]').waitFor();
      const failed = page.waitForEvent("requestfailed", { predicate: (request) => request.url().endsWith("report.json"), timeout: 3000 }).catch(() => null);
      await page.evaluate(() => (globalThis.kept = document.querySelector("standfirst-article")).remove());
      assert.ok(await failed, "the request goes on though nobody waits for it");
      passage.open();
      await page.evaluate(() => document.body.append(kept));
      await title(page).waitFor();
      assert.equal(await page.locator(".sf-headline").count(), 1);
      assert.deepEqual((await heard()).map(({ type }) => type), ["standfirst-load"]);
      quiet();
      await close();
    });
  }

  test("taken out and put in again while the program is awaited, the element shows one article, once", async () => {
    const passage = door();
    const { page, heard, hear, quiet, close } = await show(`${SCRIPT}${REPORT}${TWO}`, {
      before: (page) => page.route("**/*.wasm", async (route) => (await passage.opened, route.continue())),
    });
    await page.waitForFunction(() => document.querySelector("#b").shadowRoot);
    await page.evaluate(async () => {
      const host = document.querySelector("standfirst-article:not([id])");
      host.remove();
      await new Promise((done) => setTimeout(done));
      document.body.append(host);
    });
    passage.open();
    await hear("load", 3);
    await title(page, headline, "standfirst-article:not([id])").first().waitFor();
    assert.equal(await page.locator("standfirst-article:not([id]) .sf-reader").count(), 1);
    assert.deepEqual((await heard()).map(({ type, id }) => `${type} ${id}`).sort(), ["standfirst-load ", "standfirst-load a", "standfirst-load b"]);
    quiet();
    await close();
  });

  test("two elements are independent, and one that was removed comes back", async () => {
    const { page, hear, quiet, close } = await show(SCRIPT + TWO);
    await title(page, headline, "#a").waitFor();
    await title(page, other, "#b").waitFor();
    await page.evaluate(() => (globalThis.kept = document.querySelector("#a")).remove());
    await page.locator("#b").evaluate((el) => el.setAttribute("theme", "dark"));
    await page.locator('#b .sf[data-theme="dark"]').waitFor();
    await title(page, other, "#b").waitFor();
    await page.evaluate(() => document.body.append(kept));
    await hear("load", 3);
    await title(page, headline, "#a").waitFor();
    quiet();
    await close();
  });

  test("a listener that removes the element when it has loaded does no harm", async () => {
    const { page, hear, quiet, close } = await show(SCRIPT + TWO, {
      before: (page) => page.addInitScript(() => document.addEventListener("standfirst-load", ({ target }) => target.id === "a" && target.remove())),
    });
    await hear("load", 2);
    await title(page, other, "#b").waitFor();
    assert.equal(await page.locator("#a").count(), 0);
    await page.locator("#b").evaluate((el) => el.setAttribute("src", "/articles/report.json"));
    await title(page, headline, "#b").waitFor();
    quiet();
    await close();
  });

  test("the script twice, and once more under another address, works, with one warning", async () => {
    const { page, warnings, record, close } = await show(`${SCRIPT}${SCRIPT}<script type="module" src="/embed/standfirst.js?v=2"></script>${REPORT}`);
    await title(page).waitFor();
    await page.waitForLoadState();
    assert.equal(warnings.length, 1, warnings.join("\n"));
    assert.match(warnings[0], /^standfirst: .*defined already/);
    assert.deepEqual([record.console, record.uncaught], [[], []]);
    await close();
  });

  // What the program calls and does not expect to fail.
  const TRAP = () => {
    globalThis.trap = (text) => text.includes("customs drive");
    const spring = (text) => {
      if (!trap?.(String(text))) return;
      trap = null;
      globalThis.sprung = (globalThis.sprung ?? 0) + 1;
      throw new Error("made to fail");
    };
    for (const name of ["createTextNode", "createComment"]) {
      const real = Document.prototype[name];
      Document.prototype[name] = function (text) {
        spring(text);
        return real.call(this, text);
      };
    }
    const { set, ...rest } = Object.getOwnPropertyDescriptor(Node.prototype, "textContent");
    Object.defineProperty(Node.prototype, "textContent", { ...rest, set(text) { spring(text); set.call(this, text); } });
  };
  for (const when of ["while it draws", "in a listener"]) {
    test(`a program that stops ${when} ends in an error with a way back, and stops nothing else`, async () => {
      const { page, record, hear, heard, close } = await show(SCRIPT + TWO, {
        before: async (page) => {
          await page.addInitScript(TRAP);
          if (when === "in a listener") await page.addInitScript(() => (trap = null));
        },
      });
      await title(page, other, "#b").waitFor();
      if (when === "in a listener") {
        await title(page, headline, "#a").waitFor();
        await page.evaluate(() => (trap = () => true));
        await page.locator("#a .sf-figure button").first().click();
      }
      const untouched = await page.evaluateHandle(() => document.querySelector("#b").shadowRoot.querySelector("article"));
      await hear("error");
      const again = page.locator("#a").getByRole("button", { name: "Try again" });
      await again.waitFor();
      assert.equal(await page.evaluate(() => sprung), 1, "the trap was sprung");
      assert.equal(await title(page, headline, "#a").count(), 0);
      await again.click();
      await title(page, headline, "#a").waitFor();
      assert.ok(await untouched.evaluate((el) => el.isConnected));
      assert.deepEqual((await heard()).filter(({ type }) => type !== "standfirst-load").map(({ type, id, detail }) => [type, id, detail?.reason]), [["standfirst-error", "a", "internal"]]);
      assert.deepEqual(record.uncaught, []);
      await close();
    });
  }
});

describe("the page around it", LIMIT, () => {
  const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; media-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

  // HTML in an article needs a policy of our name.
  const PLAIN = { ...article("every-block"), body: article("every-block").body.filter((block) => !block.html) };
  test("under the strictest policy an article without HTML is shown and nothing is reported", async () => {
    const { page, quiet, close } = await show(`${SCRIPT}<standfirst-article src="/articles/every-block.json"></standfirst-article><standfirst-icon name="calendar"></standfirst-icon>`, {
      headers: { "Content-Security-Policy": POLICY },
      before: async (page) => {
        await page.route("**/every-block.json", (route) => route.fulfill({ json: PLAIN }));
        await page.addInitScript(() => {
          Object.defineProperty(globalThis, "violations", { value: [] });
          document.addEventListener("securitypolicyviolation", (event) => violations.push(`${event.effectiveDirective} ${event.sample} ${event.sourceFile}:${event.lineNumber}`));
        });
      },
    });
    await title(page, article("every-block").headline).waitFor();
    await page.locator("standfirst-icon svg").waitFor();
    assert.deepEqual(await page.evaluate(() => violations), []);
    quiet();
    // Control: the policy is there, and what breaks it is counted.
    await page.evaluate(async () => {
      const counted = new Promise((done) => document.addEventListener("securitypolicyviolation", done, { once: true }));
      document.body.setAttribute("style", "color: red");
      await counted;
    });
    assert.match((await page.evaluate(() => violations)).join("\n"), /^style-src-attr [^\n]*$/);
    await close();
  });

  const HOSTILE = {
    "that takes every style away": { style: "* { all: unset !important }" },
    "with a root of 62.5%": { style: "html { font-size: 62.5% } body { font: italic 900 30px/3 cursive; color: red; letter-spacing: 1em; text-transform: uppercase; text-align: right; visibility: visible; cursor: crosshair }" },
    "with rules for tags": { style: "article { display: none } h1 { color: lime; font-size: 9px } p { margin: 99px } button { font-size: 40px } div { opacity: .1 } standfirst-article { display: inline-block }" },
    "with changed builtins": { builtins: true },
    "with ids like ours and another base": { head: '<base href="/articles/">', ids: true },
  };
  for (const [name, { style = "", head = "", builtins, ids }] of Object.entries(HOSTILE)) {
    test(`in a page ${name} the article looks the same`, async () => {
      const open = async (sheet, head, hostile) => {
        const visited = await show(`${ids && hostile ? "<p id=headline class=sf-headline-not>x</p><p id=standfirst></p><p id=sf></p>" : ""}${SCRIPT}<standfirst-article src="${head ? "report.json" : "/articles/report.json"}"></standfirst-article>`, {
          head: `${head}<style>body{margin:0}</style><style>${sheet}</style>`,
          before: (page) =>
            builtins && hostile
              ? page.addInitScript(() => {
                  Array.prototype.extra = () => "extra";
                  Object.prototype.more = "more";
                  const [real, parse] = [fetch, JSON.parse];
                  globalThis.fetch = (...args) => real(...args);
                  JSON.parse = (...args) => parse(...args);
                })
              : undefined,
        });
        await title(visited.page).waitFor();
        return visited;
      };
      const clean = await open("", "", false);
      const hostile = await open(style, head, true);
      assert.deepEqual(await look(hostile.page), await look(clean.page));
      hostile.quiet();
      await Promise.all([clean.close(), hostile.close()]);
    });
  }

  test("the page's own things are left alone: globals, history, storage, head, scroll, focus", async () => {
    const { page, hear, quiet, close } = await show(`<input autofocus><div style="height:3000px"></div>${REPORT}`);
    const state = () =>
      page.evaluate(() => ({
        globals: Object.keys(window).sort().join(),
        history: [history.length, location.href, document.title],
        stored: [localStorage.length, sessionStorage.length, document.cookie],
        head: document.head.innerHTML,
        html: document.documentElement.getAttributeNames().join(),
        scroll: scrollY,
        focus: document.activeElement.localName,
      }));
    await page.locator("input").focus();
    await page.evaluate(() => scrollTo(0, 500));
    const before = await state();
    await page.evaluate(() => import("/embed/standfirst.js"));
    await hear("load");
    await title(page).waitFor({ state: "attached" });
    assert.deepEqual(await state(), before);
    quiet();
    await close();
  });
});

describe("standfirst-icon", LIMIT, () => {
  test("an icon has the name of its label, or is hidden, is as large as the text, and changes with its name", async () => {
    const { page, quiet, close } = await show(`${SCRIPT}<p style="font-size:40px"><standfirst-icon id="named" name="calendar" label="Date"></standfirst-icon><standfirst-icon id="bare" name="retry"></standfirst-icon></p>`);
    await page.getByRole("img", { name: "Date", exact: true }).waitFor();
    await page.locator("#bare svg").waitFor();
    assert.equal(await page.getByRole("img").count(), 1);
    assert.equal(await page.locator("#bare svg").getAttribute("aria-hidden"), "true");
    for (const id of ["named", "bare"]) {
      const { width, height } = await page.locator(`#${id} svg`).boundingBox();
      assert.deepEqual([width, height], [40, 40], id);
    }
    const drawing = () => page.locator("#named svg").innerHTML();
    const before = await drawing();
    await page.locator("#named").evaluate((el) => el.setAttribute("name", "retry"));
    await page.locator('#named svg[data-icon="retry"]').waitFor();
    assert.notEqual(await drawing(), before);
    await page.locator("#named").evaluate((el) => el.removeAttribute("label"));
    await page.locator('#named svg[aria-hidden="true"]').waitFor();
    assert.equal(await page.getByRole("img").count(), 0);
    quiet();
    await close();
  });

  test("a page with icons alone loads no program", async () => {
    const { page, asked, quiet, close } = await show(`${SCRIPT}<standfirst-icon name="calendar"></standfirst-icon>`);
    await page.locator("standfirst-icon svg").waitFor();
    await page.waitForLoadState("networkidle");
    assert.deepEqual([asked(".wasm"), asked("icons.txt").length], [[], 1]);
    quiet();
    await close();
  });

  test("an icon is drawn as the article draws it, by any of its names", async () => {
    const { page, quiet, close } = await show(SCRIPT + REPORT);
    await title(page).waitFor();
    const drawn = await page.locator("standfirst-article svg[data-icon]").evaluateAll((all) => all.map((svg) => [svg.dataset.icon, svg.outerHTML]));
    const icons = [...new Map(drawn)];
    assert.ok(icons.length > 3, "the article has icons");
    for (const [name, drawing] of icons) {
      for (const spelling of [name, ` ${name.toUpperCase().replaceAll("-", " ")}!`]) {
        await page.evaluate((name) => {
          const icon = document.createElement("standfirst-icon");
          icon.id = "it";
          icon.setAttribute("name", name);
          document.body.append(icon);
        }, spelling);
        await page.locator("#it svg").waitFor();
        assert.equal(await page.locator("#it svg").evaluate((svg) => svg.outerHTML), drawing, spelling);
        await page.locator("#it").evaluate((el) => el.remove());
      }
    }
    quiet();
    await close();
  });

  test("without the catalogue, and with a page in its place, there is no icon and one warning", async () => {
    for (const answer of [{ status: 404, body: "" }, { body: "<!doctype html>\n<p>Log in" }]) {
      const said = door();
      const { page, warnings, record, hear, close } = await show(`${SCRIPT}<standfirst-icon name="calendar"></standfirst-icon><standfirst-icon name="retry"></standfirst-icon>${REPORT}`, {
        before: (page) => {
          page.on("console", (message) => message.type() === "warning" && said.open());
          return page.route("**/icons.txt", (route) => route.fulfill(answer));
        },
      });
      await said.opened;
      await hear("load");
      assert.equal(await page.locator("standfirst-icon svg").count(), 0);
      assert.equal(warnings.length, 1, warnings.join("\n"));
      assert.deepEqual(record.uncaught, []);
      await close();
    }
  });

  test("an unknown name takes no room, and is told once with the names near it", async () => {
    const said = door();
    const { page, warnings, record, close } = await show(`${SCRIPT}<standfirst-icon id="x" name="calender"></standfirst-icon><standfirst-icon name="calender"></standfirst-icon><standfirst-icon id="last" name="retry"></standfirst-icon>`, {
      before: (page) => page.on("console", (message) => message.type() === "warning" && said.open()),
    });
    await said.opened;
    await page.locator("#last svg").waitFor();
    assert.equal(await page.locator("#x").evaluate((el) => el.getBoundingClientRect().width), 0);
    assert.equal(warnings.length, 1, warnings.join("\n"));
    assert.match(warnings[0], /^standfirst-icon: .*calender.*calendar/);
    assert.deepEqual([record.console, record.uncaught], [[], []]);
    await close();
  });
});

describe("leaks", { timeout: 120_000 }, () => {
  test("a hundred elements that come, change, move and go leave no node, listener or request behind", async (t) => {
    // Without pictures: Chromium itself keeps every one with loading="lazy" and sizes="auto, …" that has been in a page.
    const { image, related, ...text } = article("report");
    const body = JSON.stringify({ ...text, author: "A", body: text.body.filter(({ type }) => type === "paragraph") });
    const { page, context, heard, quiet, close } = await show(`${SCRIPT}<main></main>`, {
      before: (page) => page.route("**/report.json?*", (route) => route.fulfill({ contentType: "application/json", body }).catch(() => {})),
    });
    const pending = new Set();
    page.on("request", (request) => pending.add(request));
    for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => pending.delete(request));
    await page.waitForFunction(() => customElements.get("standfirst-article"));
    const cycles = (count) =>
      page.evaluate(async (count) => {
        const turn = () => new Promise((done) => setTimeout(done));
        for (let at = 0; at < count; at++) {
          const host = document.createElement("standfirst-article");
          // Every second one that is drawn has pictures. Drawn anew at another level, Chromium itself would keep them: those
          // that are lazy with sizes=auto and were never fetched.
          const pictures = at % 6 === 2;
          host.setAttribute("src", `/articles/${pictures ? "report" : "broken/unknown-blocks"}.json?${at}`);
          const loaded = new Promise((done) => host.addEventListener("standfirst-load", done, { once: true }));
          document.body.append(host);
          if (at % 3 === 1) await turn(); // and gone in the middle of the request
          if (at % 3 === 2) {
            await loaded;
            await turn();
            host.setAttribute("theme", "dark");
            if (!pictures) host.setAttribute("heading-level", "3");
            host.removeAttribute("theme");
            document.querySelector("main").append(host);
            await turn();
          }
          host.remove();
          await turn();
        }
        heard.length = 0;
      }, count);
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    const measure = async () => {
      for (let at = 0; at < 3; at++) await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      return Object.fromEntries(["Nodes", "JSEventListeners"].map((name) => [name, metrics.find((metric) => metric.name === name).value]));
    };
    await cycles(10);
    const before = await measure();
    await cycles(100);
    const after = await measure();
    t.diagnostic(`before ${JSON.stringify(before)}, after 100 cycles ${JSON.stringify(after)}, pending ${pending.size}`);
    assert.deepEqual(await heard(), []);
    assert.ok(after.Nodes - before.Nodes < 20, `${before.Nodes} nodes became ${after.Nodes}`);
    assert.ok(after.JSEventListeners - before.JSEventListeners < 5, `${before.JSEventListeners} listeners became ${after.JSEventListeners}`);
    assert.deepEqual([...pending].map((request) => request.url()).filter((url) => url.includes(".json")), []);
    quiet();
    await close();
  });
});
