// Pages that do with the elements what pages do: name them otherwise, move and copy them, translate them, forbid things,
// and give them what is no article.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { article, door, headline, host, readable, REPORT, SCRIPT, title } from "./host.mjs";

const other = article("japanese").headline;
// What hangs fails.
const LIMIT = { timeout: 120_000 };

let show, close;
before(async () => {
  ({ show, close } = await host());
});
after(() => close?.());

describe("other names", LIMIT, () => {
  test("define() gives an element another name, a subclass its own, and leaves a name that is taken, with one warning", async () => {
    const { page, record, warnings, close } = await show(`${SCRIPT}<my-news src="/articles/report.json"></my-news><our-news src="/articles/japanese.json"></our-news><my-icon name="retry"></my-icon>`);
    const seen = await page.evaluate(async () => {
      const { define, StandfirstArticle, StandfirstIcon } = await import("/embed/standfirst.js");
      class OurNews extends StandfirstArticle {}
      define(StandfirstArticle, "my-news");
      define(OurNews, "our-news");
      define(StandfirstIcon, "my-icon");
      const first = customElements.get("my-news");
      define(OurNews, "my-news");
      define(OurNews, "my-news");
      return [customElements.get("my-news") === first, customElements.get("our-news") === OurNews, document.querySelector("my-news") instanceof StandfirstArticle];
    });
    assert.deepEqual(seen, [true, true, true]);
    await title(page, headline, "my-news").waitFor();
    await title(page, other, "our-news").waitFor();
    await page.locator("my-icon svg").waitFor();
    assert.equal(warnings.length, 1, warnings.join("\n"));
    assert.match(warnings[0], /my-news is defined already/);
    assert.deepEqual([record.console, record.uncaught], [[], []]);
    await close();
  });

  test("two versions of the script, with articles and icons, work, with one warning", async () => {
    const { page, record, warnings, close } = await show(`${SCRIPT}<script type="module" src="/embed/standfirst.js?v=2"></script>${REPORT}<standfirst-icon name="retry"></standfirst-icon>`);
    await title(page).waitFor();
    await page.locator("standfirst-icon svg").waitFor();
    assert.equal(warnings.length, 1, warnings.join("\n"));
    assert.deepEqual([record.console, record.uncaught], [[], []]);
    await close();
  });
});

describe("moves", LIMIT, () => {
  test("moveBefore keeps the article, where the focus is in it, and asks for nothing", async () => {
    const { page, asked, heard, quiet, close } = await show(`${SCRIPT}${REPORT}<main></main>`);
    await title(page).waitFor();
    const kept = await page.evaluate(async () => {
      const host = document.querySelector("standfirst-article");
      const shown = () => [host.shadowRoot.querySelector("article"), host.shadowRoot.activeElement];
      host.shadowRoot.querySelector(".sf-figure button").focus();
      const before = shown();
      document.querySelector("main").moveBefore(host, null);
      await new Promise((done) => setTimeout(done));
      return [before[1] !== null, ...shown().map((node, at) => node === before[at]), host.parentElement.localName];
    });
    assert.deepEqual(kept, [true, true, true, "main"]);
    assert.equal(asked("report.json").length, 1);
    assert.equal((await heard()).length, 1);
    quiet();
    await close();
  });

  for (const how of ["append", "moveBefore"]) {
    test(`${how} while the article is awaited shows it once, asked for once`, async () => {
      const passage = door();
      const { page, asked, heard, quiet, close } = await show(`${SCRIPT}${REPORT}<main></main>`, {
        before: (page) => page.route("**/report.json", async (route) => (await passage.opened, route.continue())),
      });
      await page.locator('[data-state="loading"]').waitFor();
      await page.evaluate((how) => document.querySelector("main")[how](document.querySelector("standfirst-article"), ...(how === "append" ? [] : [null])), how);
      passage.open();
      await title(page, headline, "main").waitFor();
      assert.equal(asked("report.json").length, 1);
      assert.deepEqual((await heard()).map(({ type }) => type), ["standfirst-load"]);
      quiet();
      await close();
    });
  }
});

describe("a page that changes what is ours", LIMIT, () => {
  const ACTS = {
    "another article": [(host) => host.setAttribute("src", "/articles/japanese.json"), other],
    "another paper": [(host) => host.setAttribute("theme", "dark")],
    "another level": [(host) => host.setAttribute("heading-level", "3")],
    "reload()": [(host) => host.reload()],
    "other data": [(host) => (host.data = { headline: "Given", body: [{ type: "paragraph", text: "Anew." }] }), "Given"],
  };
  for (const [name, [act, wanted = headline]] of Object.entries(ACTS)) {
    test(`after a translator and a blocker, ${name} does what it should`, async () => {
      const { page, hear, quiet, close } = await show(SCRIPT + REPORT);
      await title(page).waitFor();
      const edits = await page.locator("standfirst-article").evaluate((host) => {
        // The same at every run.
        let seed = 7;
        const some = (list) => list[(seed = (seed * 16807) % 2147483647) % list.length];
        const place = host.shadowRoot.querySelector(".sf-place");
        let edited = 0;
        for (let at = 0; at < 20; at++) {
          const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
          const texts = [];
          while (walker.nextNode()) if (walker.currentNode.data.trim() && walker.currentNode.parentNode.localName !== "font") texts.push(walker.currentNode);
          const text = some(texts);
          const font = document.createElement("font");
          text.replaceWith(font);
          font.append(text);
          text.data = "translated";
          edited += 1;
        }
        for (let at = 0; at < 20; at++) {
          // Any node below the root of what is drawn, comments that mark a place among them.
          const walker = document.createTreeWalker(place.firstElementChild);
          const nodes = [];
          while (walker.nextNode()) if (walker.currentNode.nodeType !== 1 || !walker.currentNode.matches("article, .sf-reader, :has(article)")) nodes.push(walker.currentNode);
          some(nodes).remove();
          edited += 1;
        }
        return edited;
      });
      assert.equal(edits, 40);
      const event = ["another paper", "another level"].includes(name) ? null : "load";
      await page.locator("standfirst-article").evaluate(act);
      if (event) await hear(event, 2);
      if (name === "another paper") await page.locator('.sf[data-theme="dark"]').waitFor();
      else await title(page, wanted).waitFor();
      if (name === "another level") await page.locator(".sf-article:has(.sf-body) h3.sf-headline").waitFor();
      assert.ok((await page.locator(".sf-headline").count()) <= 1);
      if (name !== "another paper") assert.equal(await page.locator("font").count(), 0);
      // And once more, from there.
      await page.locator("standfirst-article").evaluate((host) => host.setAttribute("src", "/articles/every-block.json"));
      if (name === "other data") await page.locator("standfirst-article").evaluate((host) => (host.data = null));
      await title(page, article("every-block").headline).waitFor();
      assert.equal(await page.locator("font").count(), 0);
      quiet();
      await close();
    });
  }
});

describe("policies", LIMIT, () => {
  const BASE = "default-src 'none'; script-src 'self' 'nonce-ours' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; media-src 'self'; report-uri /reports; require-trusted-types-for 'script'; trusted-types";
  const THROWS = '<script nonce="ours">const no = () => { throw new Error("asked the default policy"); }; trustedTypes.createPolicy("default", { createHTML: no, createScript: no, createScriptURL: no });</script>';
  // The HTML in it needs a policy of our name: one that is refused is reported once, and all is shown all the same.
  const ONCE = ["trusted-types standfirst"];
  for (const [name, policy, told, head = ""] of [["only a policy of our name", "standfirst", []], ["none", "'none'", ONCE], ["a default policy that throws", "default", ONCE, THROWS]]) {
    test(`where trusted types allow ${name}, all is shown and ${told.length || "nothing"} is reported`, async () => {
      const { page, asked, record, hear, close } = await show(`${SCRIPT}<standfirst-article src="/articles/every-block.json"></standfirst-article><standfirst-icon name="calendar"></standfirst-icon>`, {
        head,
        headers: { "Content-Security-Policy": `${BASE} ${policy}` },
        before: (page) =>
          page.addInitScript(() => {
            Object.defineProperty(globalThis, "violations", { value: [] });
            document.addEventListener("securitypolicyviolation", (event) => violations.push(`${event.effectiveDirective} ${event.sample}`));
          }),
      });
      await title(page, article("every-block").headline).waitFor();
      await page.locator("standfirst-icon svg").waitFor();
      await page.locator("standfirst-article").evaluate((host) => (host.setAttribute("heading-level", "2"), host.reload()));
      await hear("load", 2);
      await page.locator(".sf-article:has(.sf-body) h2.sf-headline").waitFor();
      assert.deepEqual(await page.evaluate(() => violations), told);
      assert.equal(asked("/reports").length, told.length);
      assert.deepEqual([told.length ? [] : record.console, record.uncaught], [[], []]);
      // Control: what breaks the policy is counted, and reported.
      const reported = page.waitForRequest((request) => request.url().endsWith("/reports"));
      const broken = await page.evaluate(() => {
        try {
          document.createElement("div").innerHTML = "<b>not trusted</b>";
          return "";
        } catch (error) {
          return String(error);
        }
      });
      assert.notEqual(broken, "");
      if (!head) await reported;
      else reported.catch(() => {});
      await close();
    });
  }
});

describe("browsers that deny things", LIMIT, () => {
  test("in a page without an origin, as a sandboxed frame is, and so without storage, what is given is shown", async () => {
    const data = JSON.stringify(article("report")).replaceAll("<", "\\u003c");
    const { page, quiet, heard, close } = await show(`${SCRIPT}<standfirst-article><script type="application/json">${data}</script></standfirst-article><standfirst-icon name="retry"></standfirst-icon>`, {
      headers: { "Content-Security-Policy": "sandbox allow-scripts" },
      // To such a page every file is of another origin.
      before: (page) =>
        page.route("**/embed/**", async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
        }),
    });
    await title(page).waitFor();
    await page.locator("standfirst-icon svg").waitFor();
    await page.locator(".sf-figure button").first().click();
    const denied = await page.evaluate(() => {
      try {
        return typeof localStorage;
      } catch (error) {
        return error.name;
      }
    });
    assert.deepEqual([await page.evaluate(() => origin), denied], ["null", "SecurityError"]);
    assert.deepEqual((await heard()).map(({ type }) => type), ["standfirst-load"]);
    quiet();
    await close();
  });

  const DENIED = {
    "media queries, observers, structuredClone, the clipboard and sharing": () => {
      for (const name of ["matchMedia", "IntersectionObserver", "ResizeObserver", "structuredClone", "requestIdleCallback"]) delete globalThis[name];
      for (const name of ["clipboard", "share"]) delete Navigator.prototype[name];
    },
    "the formats of Intl": () => ["RelativeTimeFormat", "DateTimeFormat", "ListFormat", "Segmenter"].forEach((name) => delete Intl[name]),
    FinalizationRegistry: () => delete globalThis.FinalizationRegistry,
  };
  for (const [name, deny] of Object.entries(DENIED)) {
    test(`without ${name} the article is shown, can be used, and goes`, async () => {
      const { page, quiet, heard, close } = await show(SCRIPT + REPORT, { before: (page) => page.addInitScript(deny) });
      await title(page).waitFor();
      await page.locator("standfirst-article").evaluate(async (host) => {
        for (const button of host.shadowRoot.querySelectorAll("summary, button")) button.click();
        host.setAttribute("heading-level", "2");
        await new Promise((done) => setTimeout(done));
        host.remove();
        await new Promise((done) => setTimeout(done));
      });
      assert.deepEqual((await heard()).filter(({ type }) => type !== "standfirst-load"), []);
      quiet();
      await close();
    });
  }
});

describe("data that is none", LIMIT, () => {
  // In the page, for most of it cannot be sent there.
  const WRONG = () => {
    const cyclic = { headline: "Round" };
    cyclic.body = [cyclic];
    globalThis.wrong = { cyclic, bigint: { headline: 1n }, function: () => {}, symbol: Symbol("x"), getter: { get headline() { throw new TypeError("no"); } } };
    globalThis.good = { headline: "Given", body: [{ type: "paragraph", text: "Well." }] };
  };

  test("is refused by the property, as the browser refuses, and what is shown stays", async () => {
    const { page, quiet, heard, close } = await show(SCRIPT + REPORT, { before: (page) => page.addInitScript(WRONG) });
    await title(page).waitFor();
    const refused = await page.locator("standfirst-article").evaluate((host) =>
      Object.entries(wrong).map(([name, value]) => {
        try {
          host.data = value;
          return `${name} passed`;
        } catch (error) {
          return error.name;
        }
      }),
    );
    assert.deepEqual(refused, Array(5).fill("TypeError"));
    assert.equal(await title(page).count(), 1);
    assert.equal((await heard()).length, 1);
    assert.equal(await page.locator("standfirst-article").evaluate((host) => host.data), undefined);
    // What only looks strange is taken.
    await page.locator("standfirst-article").evaluate((host) => (host.data = new Proxy(good, {})));
    await title(page, "Given").waitFor();
    quiet();
    await close();
  });

  test("a text is no article: an error, and the next data is shown", async () => {
    const { page, quiet, hear, heard, close } = await show(SCRIPT + REPORT, { before: (page) => page.addInitScript(WRONG) });
    await title(page).waitFor();
    await page.locator("standfirst-article").evaluate((host) => (host.data = "a text"));
    await hear("error");
    assert.match((await heard()).at(-1).detail.reason, /^(schema|parse|unsupported)$/);
    await page.locator("standfirst-article").evaluate((host) => (host.data = good));
    await title(page, "Given").waitFor();
    quiet();
    await close();
  });

  test("set before the element is defined, it is an error of the element, not of the page, and the next data is shown", async () => {
    const hosts = ["cyclic", "bigint", "function", "symbol", "getter"].map((id) => `<standfirst-article id="${id}"><p ${id === "cyclic" ? 'id="fallback"' : ""}>Read it elsewhere.</p></standfirst-article>`).join("");
    const { page, record, warnings, hear, heard, close } = await show(`${hosts}<script>
      for (const [name, value] of Object.entries(wrong)) document.getElementById(name).data = value;
      Object.defineProperty(document.getElementById("getter"), "data", { get() { throw new TypeError("no"); }, configurable: true });
    </script>${SCRIPT}`, { before: (page) => page.addInitScript(WRONG) });
    await hear("error", 5);
    assert.ok(await readable(page));
    assert.deepEqual((await heard()).map(({ type, detail }) => [type, detail?.reason]), Array(5).fill(["standfirst-error", "internal"]));
    for (const id of ["cyclic", "bigint", "function", "symbol", "getter"]) {
      await page.evaluate((id) => (document.getElementById(id).data = good), id);
      await title(page, "Given", `#${id}`).waitFor();
    }
    assert.equal(warnings.length, 1, warnings.join("\n"));
    assert.deepEqual([record.console, record.uncaught], [[], []]);
    await close();
  });

  test("null set before the element is defined is none, as it is afterwards", async () => {
    const { page, quiet, close } = await show(`${REPORT}<script>document.querySelector("standfirst-article").data = null</script>${SCRIPT}`);
    await title(page).waitFor();
    quiet();
    await close();
  });
});

describe("where an element can be", LIMIT, () => {
  // Each gives the element in which an article is to be seen in the end.
  const WAYS = {
    "made in another document and adopted": (main, html) => {
      const made = document.implementation.createHTMLDocument("");
      made.body.innerHTML = html;
      return main.appendChild(document.adoptNode(made.body.firstChild));
    },
    "cloned from a template": (main, html) => {
      const template = document.createElement("template");
      template.innerHTML = html;
      main.append(template.content.cloneNode(true));
      return main.lastChild;
    },
    "in the shadow of another": (main, html) => {
      const root = main.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
      root.innerHTML = html;
      return root.firstChild;
    },
    "hidden, then shown": async (main, html, loaded) => {
      main.innerHTML = `<div style="display:none">${html}</div>`;
      await loaded(main.firstChild.firstChild);
      main.firstChild.style.display = "";
      return main.firstChild.firstChild;
    },
    "in folded details, then unfolded": async (main, html, loaded) => {
      main.innerHTML = `<details><summary>More</summary>${html}</details>`;
      await loaded(main.querySelector("standfirst-article"));
      main.firstChild.open = true;
      return main.querySelector("standfirst-article");
    },
    "copied while it is shown": async (main, html, loaded) => {
      main.innerHTML = html;
      await loaded(main.firstChild);
      return main.appendChild(main.firstChild.cloneNode(true));
    },
    "replaced during the load": async (main, html) => {
      main.innerHTML = html;
      await new Promise((done) => setTimeout(done));
      main.innerHTML = html;
      return main.firstChild;
    },
    "taken out before its first turn, and put in later": async (main, html) => {
      main.innerHTML = html;
      const host = main.firstChild;
      host.remove();
      await new Promise((done) => setTimeout(done));
      return main.appendChild(host);
    },
    "emptied and filled by the page during the load": async (main, html) => {
      main.innerHTML = html;
      main.firstChild.innerHTML = "<p>Another text</p>";
      await new Promise((done) => setTimeout(done));
      main.firstChild.innerHTML = "";
      return main.firstChild;
    },
    "in a page whose base changes during the load": async (main, html) => {
      main.innerHTML = html;
      document.head.append(Object.assign(document.createElement("base"), { href: "/articles/art/" }));
      return main.firstChild;
    },
    "moved to the document of a frame": async (main, html, loaded) => {
      main.innerHTML = `<iframe width="600" height="400"></iframe>${html}`;
      await loaded(main.lastChild);
      return main.firstChild.contentDocument.body.appendChild(main.lastChild);
    },
    "taken out, and put into the document of a frame": async (main, html, loaded) => {
      main.innerHTML = `<iframe width="600" height="400"></iframe>${html}`;
      const host = main.lastChild;
      await loaded(host);
      host.remove();
      await new Promise((done) => setTimeout(done));
      return main.firstChild.contentDocument.body.appendChild(host);
    },
  };
  for (const [name, way] of Object.entries(WAYS)) {
    test(`an article is shown, in our style: ${name}`, async () => {
      const { page, quiet, close } = await show(`${SCRIPT}<main></main>`);
      await page.waitForFunction(() => customElements.get("standfirst-article"));
      await page.evaluate(`globalThis.way = ${way}`);
      await page.evaluate(async (html) => {
        const loaded = (host) => new Promise((done) => host.addEventListener("standfirst-load", () => setTimeout(done), { once: true }));
        globalThis.found = await way(document.querySelector("main"), html, loaded);
      }, REPORT);
      // Its style is the sign that the sheet is there: the kicker and the headline have a size of their own.
      const seen = await page
        .waitForFunction(() => {
          const title = found.shadowRoot?.querySelector(".sf-headline");
          const shown = title?.checkVisibility() && title.getBoundingClientRect().height > 0;
          return shown && found.shadowRoot.querySelectorAll("article").length === 1 && { font: getComputedStyle(title).fontFamily, text: title.textContent };
        }, null, { timeout: 5_000 })
        .then((handle) => handle.jsonValue());
      assert.equal(seen.text, headline);
      assert.notEqual(seen.font, await page.evaluate(() => getComputedStyle(document.body).fontFamily), "the sheet is not there");
      quiet();
      await close();
    });
  }

  test("a page that is opened anew for writing hears nothing of the element that was in it", async () => {
    const { page, record, quiet, close } = await show(SCRIPT + REPORT);
    await title(page).waitFor();
    const before = record.requests.length;
    await page.evaluate(async () => {
      document.open();
      document.write("<!doctype html><title>Anew</title><p>Another page</p>");
      document.close();
      await new Promise((done) => setTimeout(done, 50));
    });
    assert.equal(await page.locator("standfirst-article").count(), 0);
    assert.equal(record.requests.length, before);
    await page.evaluate((html) => (document.body.innerHTML = html), REPORT);
    await title(page).waitFor();
    quiet();
    await close();
  });
});
