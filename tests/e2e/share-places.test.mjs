// Sharing beyond the list of links: Mastodon, the QR code, passages, the places that addresses lead to, the element alone.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { ADDRESS, alone, becomes, button, entry, inline, LIMIT, long, menu, names, open, origin, READS, refusing, small, status } from "./share.mjs";

describe("Mastodon and the QR code", LIMIT, () => {
  for (const kept of [true, false]) {
    test(`Mastodon asks for the server once, refuses what is none, and is a link from then on${kept ? ", in the next page too" : ", also where nothing can be kept"}`, async () => {
      const throws = (page) => page.addInitScript(() => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
      const { page, context, record, told, close } = await open(alone('targets="mastodon copy"'), { before: kept ? undefined : throws });
      await context.route("https://mastodon.example/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>There</title>" }));
      await button(page).click();
      assert.equal(await entry(page, "Mastodon").getAttribute("aria-expanded"), "false");
      await entry(page, "Mastodon").click();
      assert.equal(await entry(page, "Mastodon").getAttribute("aria-expanded"), "true");
      const field = page.getByRole("textbox", { name: "Your Mastodon server" });
      await becomes(() => field.evaluate((el) => el.getRootNode().activeElement === el), true);
      for (const bad of ["", "no server!", "javascript:alert(1)"]) {
        await field.fill(bad);
        await page.keyboard.press("Enter");
        await becomes(() => field.getAttribute("aria-invalid"), "true");
        await becomes(() => status(page).textContent(), "That is not the name of a server.");
      }
      // Who sees reads it too: a frame of another colour is not enough.
      assert.ok(await field.locator("xpath=ancestor::form").getByText("That is not the name of a server.").isVisible(), "the fault is told beside the field");
      assert.deepEqual([context.pages().length, record.foreign], [1, []]);
      const opened = context.waitForEvent("page");
      await field.fill(" Mastodon.Example ");
      await page.getByRole("button", { name: "Continue" }).click();
      const address = `https://mastodon.example/share?text=${encodeURIComponent(`Salt & light\n${ADDRESS}`)}`;
      const tab = await opened;
      await tab.waitForURL(address);
      assert.equal(await tab.evaluate(() => opener), null);
      await tab.close();
      assert.deepEqual(await told(), [["share", "mastodon", ADDRESS], ["shared", "mastodon", "opened"]]);
      const link = menu(page).getByRole("link", { name: "Mastodon" });
      assert.equal(await link.getAttribute("href"), address);
      assert.equal(await field.count(), 0);
      if (kept) {
        assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), { "standfirst-server": "mastodon.example" });
        await page.reload();
        await button(page).click();
        assert.equal(await link.getAttribute("href"), address);
      }
      assert.deepEqual(record.uncaught, []);
      await close();
    });
  }

  /** Reads a code of one block in byte mode, as ISO/IEC 18004 has it: `dark` says whether a module is. */
  function read(size, dark) {
    for (const [x, y] of [[0, 0], [size - 7, 0], [0, size - 7]]) {
      for (let at = 0; at < 49; at++) {
        const [dx, dy] = [at % 7, Math.floor(at / 7)];
        assert.equal(dark(x + dx, y + dy), Math.max(Math.abs(dx - 3), Math.abs(dy - 3)) !== 2, "a corner's pattern");
      }
    }
    const mask = [4, 3, 2].reduce((mask, x) => mask * 2 + Number(dark(x, 8)), 0) ^ 0b101;
    const flips = [(x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3, (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2, (x, y) => ((x * y) % 2) + ((x * y) % 3), (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2];
    const fixed = (x, y) => x === 6 || y === 6 || (x < 9 && y < 9) || (x < 9 && y >= size - 8) || (x >= size - 8 && y < 9) || (size > 21 && Math.abs(x - size + 7) < 3 && Math.abs(y - size + 7) < 3);
    let bits = "";
    for (let right = size - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
      for (let row = 0; row < size; row++) {
        const y = up ? size - 1 - row : row;
        for (const x of [right, right - 1]) if (!fixed(x, y)) bits += Number(dark(x, y) !== (flips[mask](x, y) === 0));
      }
    }
    assert.equal(bits.slice(0, 4), "0100", "bytes");
    const byte = (at) => Number.parseInt(bits.slice(at, at + 8), 2);
    return Buffer.from(Array.from({ length: byte(4) }, (_, at) => byte(12 + 8 * at))).toString();
  }

  test("the code holds the address, is dark on white in the dark too, and nobody is asked for it", async () => {
    const { page, record, quiet, close } = await open(alone('targets="qr copy" theme="dark"'), { colorScheme: "dark" });
    const before = record.requests.length;
    await button(page).click();
    await entry(page, "QR code").click();
    const code = page.getByRole("img", { name: `QR code of ${ADDRESS}` });
    const { box, modules, colours } = await code.evaluate((svg) => {
      const box = svg.viewBox.baseVal;
      const size = box.width + 2 * box.x;
      const path = svg.querySelector("path");
      const point = (x, y) => Object.assign(svg.createSVGPoint(), { x: x + 0.5, y: y + 0.5 });
      const modules = Array.from({ length: size * size }, (_, at) => path.isPointInFill(point(at % size, Math.floor(at / size))));
      return { box: [box.x, box.y, size], modules, colours: [getComputedStyle(path).fill, getComputedStyle(svg).backgroundColor] };
    });
    assert.deepEqual(box.slice(0, 2), [-4, -4], "the quiet margin");
    assert.equal(read(box[2], (x, y) => modules[y * box[2] + x]), ADDRESS);
    assert.deepEqual(colours, ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    assert.equal(record.requests.length, before);
    quiet();
    await close();
  });
});

test("the code of an address does not change what a listing of program code looks like", LIMIT, async () => {
  const { page, quiet, close } = await open(inline({ ...small, body: [...small.body, { type: "code", text: "let salt = light;", language: "rust" }] }, 'theme="dark"'));
  const [listing, text] = await Promise.all(["pre", ".sf-body > p"].map((part) => page.locator(`standfirst-article ${part}`).first().boundingBox()));
  assert.ok(listing.width > 0.9 * text.width, `${listing.width} of ${text.width} pixels`);
  quiet();
  await close();
});

describe("a passage of the article", LIMIT, () => {
  const passages = (page) => page.locator("standfirst-article .sf-body p");
  const bar = (page) => page.getByRole("button", { name: "Share this passage" }).locator("..");
  const selected = (page) => page.locator("standfirst-article").evaluate((host) => (host.shadowRoot.getSelection?.() ?? getSelection()).toString());
  const select = (page, at, from, to) => passages(page).nth(at).evaluate((p, [from, to]) => getSelection().setBaseAndExtent(p.firstChild, from, p.firstChild, to), [from, to]);

  test("what the mouse has selected can be copied as a quotation, with its place, and stays selected; with the selection goes the bar", async () => {
    const { page, told, quiet, close } = await open(inline(small), READS);
    const { x, y, width, height } = await passages(page).first().evaluate((p) => {
      const range = document.createRange();
      range.selectNodeContents(p);
      return range.getBoundingClientRect().toJSON();
    });
    assert.equal(await bar(page).isVisible(), false);
    await page.mouse.move(x + 1, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2);
    assert.equal(await bar(page).isVisible(), false, "while the button is held down");
    await page.mouse.move(x + width + 1, y + height / 2);
    await page.mouse.up();
    await bar(page).waitFor();
    const box = await bar(page).boundingBox();
    assert.ok(box.x >= 0 && box.y > y && box.x + box.width <= 1280 && box.y + box.height <= 720, JSON.stringify(box));
    await page.getByRole("button", { name: "Copy as a quotation" }).click();
    await becomes(() => status(page).textContent(), "The quotation has been copied.");
    assert.equal(await selected(page), small.body[0].text);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^“The first paragraph speaks of salt\.”\nSalt & light\nhttps:\/\/news\.example\/report#p-[0-9a-z]+:~:text=The%20first%20paragraph%20speaks%20of%20salt\.$/);
    assert.deepEqual(await told(), [["share", "copy", copied.split("\n").at(-1)], ["shared", "copy", "copied"]]);
    await page.mouse.click(640, 715);
    await bar(page).waitFor({ state: "hidden" });
    quiet();
    await close();
  });

  test("what was selected without a mouse can be shared by its own address", async () => {
    const { page, quiet, close } = await open(inline(small, 'share="x copy"'));
    await select(page, 1, 4, 14);
    await bar(page).waitFor();
    await page.getByRole("button", { name: "Share this passage" }).click();
    await menu(page).waitFor();
    const href = decodeURIComponent(await entry(page, "X").getAttribute("href"));
    assert.match(href, /&url=https:\/\/news\.example\/report#p-[0-9a-z]+:~:text=second%20one$/);
    assert.equal(await selected(page), "second one");
    await page.keyboard.press("Escape");
    await page.evaluate(() => getSelection().removeAllRanges());
    await bar(page).waitFor({ state: "hidden" });
    // What is selected elsewhere in the page is not ours.
    await page.evaluate(() => getSelection().selectAllChildren(document.body.appendChild(Object.assign(document.createElement("p"), { textContent: "Of the page." }))));
    await becomes(() => page.evaluate(() => getSelection().toString()), "Of the page.");
    assert.equal(await bar(page).isVisible(), false);
    quiet();
    await close();
  });

  test("a quotation that the clipboard refuses stands in a field to be copied from", async () => {
    const { page, quiet, close } = await open(inline(small), { before: refusing });
    await select(page, 1, 4, 14);
    await page.getByRole("button", { name: "Copy as a quotation" }).click();
    assert.match(await page.getByRole("textbox").inputValue(), /#p-[0-9a-z]+:~:text=second%20one$/);
    quiet();
    await close();
  });

  test("the bar stays with its passage when the page is scrolled, or goes", async () => {
    const { page, quiet, close } = await open(inline(long));
    await select(page, 3, 0, 9);
    await bar(page).waitFor();
    const gap = async () => {
      const [box, passage] = await Promise.all([bar(page).boundingBox(), passages(page).nth(3).boundingBox()]);
      return box ? Math.round(box.y - passage.y) : "gone";
    };
    const before = await gap();
    await page.evaluate(() => scrollBy(0, 120));
    await becomes(async () => [before, "gone"].includes(await gap()), true);
    quiet();
    await close();
  });

  test("the bar is within the window at its edges, in both directions, and in a window of 320 pixels", async () => {
    const { page, quiet, close } = await open(`<div style="height:1500px">${inline(small)}</div>`);
    const faults = [];
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      for (const dir of ["ltr", "rtl"]) {
        await page.evaluate((dir) => (document.documentElement.dir = dir), dir);
        for (const [from, to] of [[0, 2], [30, 40]]) {
          // The passage is at the lower edge of the window.
          await passages(page).nth(1).evaluate((p) => scrollBy(0, p.getBoundingClientRect().bottom - innerHeight + 8));
          await select(page, 1, from, to);
          await bar(page).waitFor();
          const { x, y, width: wide, height } = await bar(page).boundingBox();
          if (x < 0 || y < 0 || x + wide > width || y + height > 640) faults.push(`${width} ${dir} ${from}: ${x}, ${y}, ${x + wide}, ${y + height}`);
          await page.evaluate(() => getSelection().removeAllRanges());
          await bar(page).waitFor({ state: "hidden" });
        }
      }
    }
    assert.deepEqual(faults, []);
    quiet();
    await close();
  });
});

describe("a place that the address names", LIMIT, () => {
  const HASH = (hash) => ({ head: `<script>history.replaceState(null, "", ${JSON.stringify(hash).replaceAll("<", "\\u003c")})</script>` });
  const image = { type: "image", id: "hidden-picture", url: "/articles/art/storm-480.jpg", alt: "A wave", width: 480, height: 270 };
  const deep = { ...long, body: [...long.body, { type: "live-post", id: "post", title: "A post", datePublished: "2026-11-19T23:40:00Z", body: [{ type: "paragraph", text: "It says little." }] }, { type: "details", summary: "More", body: [{ type: "paragraph", text: "Folded." }, { type: "heading", id: "folded", text: "Folded heading" }] }, ...long.body] };
  /** What is marked: its id, whether it has the focus, and whether it is in the window. */
  const marked = (page) =>
    page.locator("standfirst-article").evaluate(({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll("[data-linked]")].map((el) => {
        const { top, bottom } = el.getBoundingClientRect();
        return [el.id || el.textContent, shadowRoot.activeElement === el, top >= 0 && bottom <= innerHeight];
      }),
    );

  test("a post, a picture, a heading that is folded away, and a paragraph by its key, are brought into view, marked and focused, and the mark moves", async () => {
    const { page, quiet, close } = await open(inline({ ...deep, body: [...deep.body, image] }), HASH("#post"));
    await becomes(() => marked(page), [["post", true, true]]);
    const details = page.locator("standfirst-article details", { hasText: "Folded" });
    assert.equal(await details.getAttribute("open"), null);
    for (const id of ["folded", "hidden-picture"]) {
      await page.evaluate((id) => (location.hash = id), id);
      await becomes(() => marked(page), [[id, true, true]]);
    }
    assert.equal(await details.getAttribute("open"), "");
    // The key is that of a passage that somebody shares.
    const text = page.getByText("Folded.", { exact: true });
    await text.evaluate((p) => getSelection().selectAllChildren(p));
    await page.getByRole("button", { name: "Share this passage" }).click();
    const key = decodeURIComponent(await entry(page, "Facebook").getAttribute("href")).match(/#(p-[0-9a-z]+):~:/)[1];
    await page.evaluate((key) => (location.hash = key), key);
    await becomes(() => marked(page), [["Folded.", true, true]]);
    await page.evaluate(() => (location.hash = "nothing-of-the-sort"));
    await becomes(() => marked(page), []);
    quiet();
    await close();
  });

  const HOSTILE = { "names nothing": "#nothing", "is no text": "#%", "is half a letter": "#%E0%A4%A", "is markup": '#"><img src=x onerror=alert(1)>', "is a selector": "#*,[id]", "is long": `#${"x".repeat(10_000)}`, "is the key of nothing": "#p-zzzzzz" };
  for (const [name, hash] of Object.entries(HOSTILE)) {
    test(`a fragment that ${name} does nothing`, async () => {
      const { page, hear, heard, quiet, close } = await open(inline(long), HASH(hash));
      await hear("load");
      assert.deepEqual([await marked(page), await page.evaluate(() => [scrollY, document.activeElement.localName])], [[], [0, "body"]]);
      await page.evaluate((hash) => ((location.hash = `${hash}2`), new Promise(requestAnimationFrame)), hash);
      assert.deepEqual(await marked(page), []);
      assert.deepEqual((await heard()).map(({ type }) => type), ["standfirst-load"]);
      quiet();
      await close();
    });
  }
});

describe("the page around it", LIMIT, () => {
  test("under the strictest policy the menu opens, copies and draws its code, and nothing is reported", async () => {
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; media-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
    const { page, quiet, close } = await open(`${alone('targets="qr copy mastodon"')}<standfirst-article src="/articles/live.json"></standfirst-article>`, {
      headers: { "Content-Security-Policy": policy },
      before: (page) => page.addInitScript(() => {
        Object.defineProperty(globalThis, "violations", { value: [] });
        document.addEventListener("securitypolicyviolation", (event) => violations.push(`${event.effectiveDirective} ${event.sample}`));
      }),
    });
    await button(page).click();
    await entry(page, "QR code").click();
    await page.getByRole("img", { name: /^QR/ }).waitFor();
    await entry(page, "Mastodon").click();
    await page.getByRole("textbox").waitFor();
    await entry(page, "Copy link").click();
    await menu(page).locator("[data-phase]").waitFor();
    await page.keyboard.press("Escape");
    const passage = page.locator("standfirst-article .sf-body p").first();
    await passage.evaluate((p) => getSelection().selectAllChildren(p));
    await page.getByRole("button", { name: "Share this passage" }).waitFor();
    assert.deepEqual(await page.evaluate(() => violations), []);
    quiet();
    // Control: the policy is there, and what breaks it is counted.
    await page.evaluate(() => document.body.setAttribute("style", "color: red"));
    await becomes(() => page.evaluate(() => violations.length), 1);
    await close();
  });

  test("twenty that come, open, close and go leave no node and no listener behind", async (t) => {
    const { page, context, quiet, close } = await open(alone(), { first: "Share" });
    await page.locator("#alone").evaluate((el) => el.remove());
    const rounds = (count) =>
      page.evaluate(async ([count, data]) => {
        const turn = () => new Promise((done) => setTimeout(done, 5));
        const until = async (found) => {
          for (let at = 0; at < 400; at++, await turn()) if (found()) return found();
          throw new Error("it did not come");
        };
        for (let at = 0; at < count; at++) {
          const host = document.createElement(at % 2 ? "standfirst-article" : "standfirst-share");
          if (at % 2) host.data = data;
          host.setAttribute(at % 2 ? "share" : "targets", "x qr mastodon copy");
          document.body.append(host);
          const opener = await until(() => host.shadowRoot?.querySelector(".sf-share"));
          opener.click();
          await until(() => host.shadowRoot.querySelector(":popover-open"));
          for (const button of host.shadowRoot.querySelectorAll(".sf-share-target[aria-expanded]")) button.click();
          await turn();
          if (at % 4 < 2) opener.click();
          await turn();
          host.remove();
          await turn();
        }
      }, [count, small]);
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    const measure = async () => {
      for (let at = 0; at < 3; at++) await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      return ["Nodes", "JSEventListeners"].map((name) => metrics.find((metric) => metric.name === name).value);
    };
    await rounds(8);
    const before = await measure();
    await rounds(20);
    const after = await measure();
    t.diagnostic(`nodes and listeners: ${before} became ${after}`);
    assert.ok(after[0] - before[0] < 20 && after[1] - before[1] < 5, `${before} became ${after}`);
    quiet();
    await close();
  });
});

describe("standfirst-share alone", LIMIT, () => {
  const href = (page) => entry(page, "Facebook").getAttribute("href").then((href) => decodeURIComponent(href.split("u=")[1]));

  test("without an address it shares the page's canonical one, and follows its attributes", async () => {
    const { page, quiet, close } = await open('<standfirst-share targets="facebook copy"></standfirst-share>', { head: '<link rel="canonical" href="https://news.example/canonical?utm_campaign=x">' });
    const set = (name, value) => page.locator("standfirst-share").evaluate((el, [name, value]) => el.setAttribute(name, value), [name, value]);
    await button(page).click();
    await menu(page).waitFor();
    assert.equal(await href(page), "https://news.example/canonical");
    await page.keyboard.press("Escape");
    await set("url", "/another?fbclid=1");
    await button(page).click();
    await becomes(() => href(page), `${origin()}/another`);
    await page.keyboard.press("Escape");
    await set("targets", "reddit");
    await set("headline", "New");
    await button(page).click();
    await becomes(() => names(page), ["Reddit"]);
    assert.match(await entry(page, "Reddit").getAttribute("href"), /&title=New$/);
    quiet();
    await close();
  });

  test("dark on a light page its button can be read: it stands on paper of its own", async () => {
    const { page, quiet, close } = await open(alone('theme="dark"'));
    const [ink, paper] = await button(page).evaluate((el) => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      return ["color", "backgroundColor"].map((name) => {
        canvas.fillStyle = "white"; // the page's
        canvas.fillRect(0, 0, 1, 1);
        canvas.fillStyle = getComputedStyle(el)[name];
        canvas.fillRect(0, 0, 1, 1);
        return canvas.getImageData(0, 0, 1, 1).data[1];
      });
    });
    assert.ok(Math.abs(ink - paper) > 128, `${ink} on ${paper}`);
    quiet();
    await close();
  });

  for (const [lang, share, copy] of [["de", "Teilen", "Link kopieren"], ["ar", "مشاركة", "نسخ الرابط"]]) {
    test(`it speaks the language of its place: ${lang}`, async () => {
      const { page, quiet, close } = await open(`<div lang="${lang}">${alone()}</div>`, { first: share });
      await button(page, share).click();
      await page.getByRole("list", { name: share }).getByRole("button", { name: copy }).waitFor();
      quiet();
      await close();
    });
  }

  test("what stands in it is there until the button is, and stays where the program cannot be had", async () => {
    let answer;
    const asked = new Promise((done) => (answer = done));
    const { page, quiet, close } = await open(alone("", '<a id="fallback" href="/x">Share it by hand</a>'), { first: null, before: (page) => page.route("**/*.wasm", async (route) => (await asked, route.continue())) });
    const fallback = page.locator("#fallback");
    await fallback.waitFor();
    assert.equal(await page.getByRole("button").count(), 0);
    answer();
    await button(page).waitFor();
    await fallback.waitFor({ state: "hidden" });
    quiet();
    await close();
    const without = await open(alone("", '<a id="fallback" href="/x">Share it by hand</a>'), { first: null, before: (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" })) });
    await without.hear("error");
    assert.ok(await without.page.locator("#fallback").isVisible());
    assert.deepEqual([await without.page.getByRole("button").count(), without.record.uncaught], [0, []]);
    await without.close();
  });
});
