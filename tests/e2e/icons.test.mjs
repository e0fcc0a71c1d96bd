// The icons: in the gallery, on an article, and as files of their own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { app, launch, open, pale, root, serve, settle, sideways, tabTo, trustNothing, visit } from "./lib.mjs";

// Does wrong all that the checks below look for.
const CONTROL = `<!doctype html><html lang="en"><title>Control</title><meta name="viewport" content="width=device-width">
<style>
  body { margin: 0; background: #fff; color: #999 }
  i { display: block; inline-size: 2000px; block-size: 9px; animation: turn 3s infinite }
  @keyframes turn { to { rotate: 1turn } }
</style>
<div class="sf"><p>Pale</p><i></i><button></button><b><svg width="24" height="24"><path d="M0 0h9v9z"/></svg>Touched</b></div>
<script>document.body.insertAdjacentHTML("beforeend", "<u></u>")</script>`;

// What hangs fails.
const LIMIT = { timeout: 180_000 };
const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

// The catalogue as it is served: icons, an empty line, rows.
const [icons, rows] = readFileSync(path.join(app, "icons.txt"), "utf8").trimEnd().split("\n\n").map((part) => part.split("\n").map((line) => line.split("\t")));
const words = icons.map(([name, title, description, aliases]) => ({ name, title, description, aliases }));
const named = (wanted) => words.find(({ name }) => name === wanted);

let browser, site, files;
before(async () => {
  browser = await launch();
  site = await serve(app, { "/control.html": CONTROL });
  files = await serve(path.join(root, "target/icons"), { "/sheet.html": sheet() });
});
after(async () => {
  await browser?.close();
  await site?.close();
  await files?.close();
});

/** A test of the gallery: opens it, hands it to `check`, closes it. */
const inGallery = (name, check, options) =>
  test(name, async () => {
    const visited = await visit(browser, `${site.origin}/#icons`, options);
    await drawn(visited.page);
    await check(visited.page, visited);
    await visited.close();
  });

/** A test of an article, which is opened as if it were `now` and scrolled through. */
const inArticle = (name, check, { file = "every-block.json", now = "2027-06-01T12:00:00Z", ...options } = {}) =>
  test(name, async () => {
    const visited = await open(browser, site.origin, `/?src=articles/${file}`, { before: (page) => page.clock.setFixedTime(now), ...options });
    assert.equal(visited.state, "ready");
    await settle(visited.page);
    await check(visited.page, visited);
    await visited.close();
  });

const drawn = (page) => page.locator(".demo-icon").first().waitFor();
const status = (page) => page.getByRole("status");
const button = (page, name) => page.getByRole("button", { name, exact: true });
const copy = (page) => button(page, "Copy: Calendar");
const choose = (page, name, label) => page.getByRole("combobox", { name }).selectOption({ label });

// The waits of a copy end when the test says so: a slow machine must not end them before.
const halt = (page) => page.addStyleTag({ content: ".sf-copied { animation-play-state: paused !important }" });
const pass = (page) => page.evaluate(() => document.getAnimations().filter((a) => a.animationName === "sf-copied").forEach((a) => a.finish()));
const phase = (page, name) => copy(page).locator(`.sf-copied[data-phase="${name}"]`).waitFor();
/** Colours on their way to others are what nobody is meant to read: they arrive. */
const arrive = (page) => page.evaluate(() => document.getAnimations().filter((a) => a instanceof CSSTransition).forEach((a) => a.finish()));
const passed = (page) => page.locator(".sf-copied").waitFor({ state: "detached" });

/** Everything that assistive technology is told of: its role and its name. */
async function spoken(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => ({ role: role.value, name: name?.value?.trim() ?? "" }));
}

/** Controls and images without a name. */
async function nameless(page) {
  const wanted = /^(button|link|combobox|option|searchbox|textbox|slider|DisclosureTriangle|image)$/;
  return (await spoken(page)).filter(({ role, name }) => !name && wanted.test(role)).map(({ role }) => role);
}

/** Drawings that are neither hidden from assistive technology nor images with a name. */
const bare = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("svg")]
      .filter((svg) => !svg.closest("[aria-hidden=true]") && !(svg.role === "img" && (svg.ariaLabel || svg.querySelector("title"))))
      .map((svg) => svg.dataset.icon ?? "unknown"),
  );

/** What moves now, however long it does. */
const running = (page) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter((a) => a.playState === "running")
      .map((a) => `${a.animationName ?? a.transitionProperty} in ${a.effect.target.parentElement.className || a.effect.target.parentElement.localName}`),
  );

/** Icons that touch the words after them, or that a line's end parts from them. */
const astray = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".sf svg")].flatMap((svg) => {
      const after = document.createRange();
      after.setStartAfter(svg);
      after.setEndAfter(svg.parentElement.lastChild);
      const [icon, text] = [svg.getBoundingClientRect(), [...after.getClientRects()].find(({ width }) => width > 0)];
      if (!text || !icon.width || svg.closest(".sf-pullquote")) return []; // a large one stands above its words
      const fault = text.top >= icon.bottom ? "parted" : text.left - icon.right < 2 ? "touched" : null;
      return fault ? [`${fault}: ${svg.dataset.icon} in ${svg.parentElement.className} “${after.toString().slice(0, 24)}”`] : [];
    }),
  );

test("control: a page that does everything wrong fails every check of this file", LIMIT, async () => {
  const { page, close } = await visit(browser, `${site.origin}/control.html`, { before: trustNothing });
  assert.deepEqual((await nameless(page)).sort(), ["button", "image"]);
  assert.deepEqual(await bare(page), ["unknown"]);
  assert.deepEqual(await running(page), ["turn in sf"]);
  assert.match((await astray(page)).join(), /^touched: .*Touched/);
  assert.equal((await sideways(page)).length, 1);
  assert.match((await pale(page, "body *")).join(), /Pale/);
  assert.match((await page.evaluate(() => violations)).join(), /^require-trusted-types-for/);
  await close();
});

describe("gallery", LIMIT, () => {
  inGallery("the gallery shows every icon of the catalogue with its words, under a title of its own and without an error", async (page, { record }) => {
    const cards = await page.locator(".demo-icon").evaluateAll((all) =>
      all.map((card) => {
        const name = card.querySelector("code").textContent;
        const aliases = card.querySelector(".demo-names").textContent.slice(name.length + 1);
        return { name, title: card.querySelector("h2").innerText, description: card.querySelector("h2 + p").innerText, aliases };
      }),
    );
    assert.ok(words.length >= 60);
    assert.deepEqual(cards, words);
    assert.equal(await page.title(), "Icons");
    assert.deepEqual([record.foreign, record.console, record.uncaught], [[], [], []]);
  });

  inArticle("the header's link leads from an article to the gallery, whose files no article asks for, and Back leads back", async (page, { record }) => {
    const [address, title] = [page.url(), await page.title()];
    const fetched = () => record.requests.map((url) => new URL(url).pathname).filter((name) => /gallery|icons/.test(name)).sort();
    assert.deepEqual(fetched(), []);
    await page.getByRole("link", { name: "Icons" }).press("Enter");
    await drawn(page);
    assert.deepEqual(fetched(), ["/gallery.css", "/gallery.js", "/gallery_bg.wasm", "/icons.txt"]);
    assert.deepEqual([await page.title(), await page.locator(".sf-headline").count()], ["Icons", 0]);
    await page.goBack();
    await page.locator(".sf-headline").waitFor();
    await page.waitForFunction((title) => document.title === title, title);
    assert.deepEqual([page.url(), await page.locator(".demo-icon").count()], [address, 0]);
    await page.goForward();
    await drawn(page);
  });

  inGallery("icons are found by any word of theirs, by the keyboard alone, and the status line counts them", async (page) => {
    const type = async (query) => {
      await page.keyboard.press("Control+A");
      await page.keyboard.press("Delete");
      await page.keyboard.type(query);
      const parts = query.toLowerCase().split(" ").filter(Boolean);
      const found = words.filter((entry) => parts.every((part) => Object.values(entry).some((text) => text.toLowerCase().includes(part)))).map(({ title }) => title);
      assert.deepEqual(await page.locator(".demo-icon h2").allInnerTexts(), found, query);
      assert.equal(await status(page).innerText(), `${found.length} of ${words.length} icons`);
      assert.ok(await page.evaluate(() => document.activeElement.matches("input[type=search]")));
      return found;
    };
    await tabTo(page, "input[type=search]");
    assert.ok((await type("envelope")).includes("Email"));
    assert.deepEqual(await type("PAPER envelope"), ["Email"]);
    assert.deepEqual(await type(" no such icon xyzzy "), []);
    assert.equal((await type("")).length, words.length);
  });

  inGallery("every control has a name, and of the drawings only those of the table are spoken, as images with their titles", async (page) => {
    assert.deepEqual([await nameless(page), await bare(page)], [[], []]);
    const told = await spoken(page);
    const images = told.filter(({ role }) => role === "image").map(({ name }) => name);
    assert.deepEqual(images, rows.flatMap(([, , names]) => names.split(" ").map((name) => named(name).title)));
    assert.ok((await page.locator("svg").count()) > 4 * words.length);
    const copies = told.filter(({ role, name }) => role === "button" && name.startsWith("Copy: ")).map(({ name }) => name);
    assert.deepEqual(copies, words.map(({ title }) => `Copy: ${title}`));
  });

  inGallery("the table has sixty rows, each with the icons that serve it, and row 56 has two", async (page) => {
    const table = await page.getByRole("region", { name: "Row by row" }).locator("tbody tr").evaluateAll((all) =>
      all.map((row) => [...[...row.cells].slice(0, 3).map((cell) => cell.innerText), [...row.querySelectorAll("svg")].map((svg) => svg.dataset.icon).join(" ")]),
    );
    assert.equal(table.length, 60);
    assert.deepEqual(table, rows.map(([title, shows, names], at) => [String(at + 1), title, shows, names]));
    assert.deepEqual(table.flatMap(([row, , , names]) => (names.split(" ").length === 2 ? [row] : [])), ["56"]);
    assert.ok(table.every(([, , , names]) => names !== ""));
  });

  for (const [colorScheme, label, wanted] of [["light", "Dark", "rgb(18, 20, 23)"], ["dark", "Light", "rgb(255, 254, 251)"]]) {
    inGallery(`in a ${colorScheme} browser the paper can be made ${label.toLowerCase()}, and like the device again`, async (page) => {
      const paper = () => page.locator("#icons").evaluate((el) => getComputedStyle(el).backgroundColor);
      const before = await paper();
      await choose(page, "Paper", label);
      assert.equal(await paper(), wanted);
      await choose(page, "Paper", "As the device");
      assert.equal(await paper(), before);
      assert.notEqual(before, wanted);
    }, { colorScheme });

    inGallery(`${colorScheme}: all text of the gallery has at least 4.5:1, on the other paper and after a copy too`, async (page) => {
      const faults = [];
      await halt(page);
      for (const paper of ["As the device", label]) {
        await choose(page, "Paper", paper);
        await copy(page).press("Enter");
        for (const name of ["now", "passed"]) {
          await phase(page, name);
          await arrive(page);
          faults.push(...(await pale(page, "body *")).map((fault) => `${paper}, ${name}: ${fault}`));
          await pass(page);
        }
        await passed(page);
      }
      assert.deepEqual(faults, []);
    }, { colorScheme, ...CLIPBOARD });
  }

  inGallery("from right to left the arrows that point along the line are mirrored, and the clock is not", async (page) => {
    const transform = (name) => page.locator(`.demo-icons [data-icon=${name}]`).first().evaluate((el) => getComputedStyle(el).transform);
    const both = async () => [await transform("next"), await transform("clock")];
    assert.deepEqual(await both(), ["none", "none"]);
    await choose(page, "Direction", "Right to left");
    assert.deepEqual(await both(), ["matrix(-1, 0, 0, 1, 0, 0)", "none"]);
    await choose(page, "Direction", "Left to right");
    assert.deepEqual(await both(), ["none", "none"]);
  });

  inGallery("every icon is exactly as large as its size says, and without one as large as the text beside it", async (page) => {
    const sizes = await page.locator(".demo-sizes").evaluateAll((all) =>
      all.map((place) => [...place.querySelectorAll("svg")].map((svg) => [svg.getBoundingClientRect().width, svg.getBoundingClientRect().height])),
    );
    assert.deepEqual(sizes, words.map(() => [16, 20, 24, 48].map((size) => [size, size])));
    const beside = await page.evaluate(() => {
      const text = Object.assign(document.createElement("p"), { style: "font-size: 40px" });
      text.append(document.querySelector("#icons-mark svg").cloneNode(true), " Text");
      document.querySelector("#icons").append(text);
      const { width, height } = text.firstChild.getBoundingClientRect();
      return [width, height];
    });
    assert.deepEqual(beside, [40, 40]);
  }, { reducedMotion: "reduce" }); // the box of a square that turns is larger

  inGallery("the page of the gallery never scrolls sideways, from 280 to 1440 px and with text twice as large, in either direction", async (page) => {
    const faults = [];
    for (const direction of ["Left to right", "Right to left"]) {
      await choose(page, "Direction", direction);
      // A page from left to right cannot be scrolled to what reaches out of its left: it is turned as a whole too.
      await page.evaluate((dir) => (document.documentElement.dir = dir), direction.startsWith("R") ? "rtl" : "ltr");
      for (const [width, size] of [[280, "100%"], [320, "100%"], [768, "100%"], [1440, "100%"], [320, "200%"]]) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
        faults.push(...(await sideways(page)).map((fault) => `${direction}, ${width} px, ${size}: ${fault}`));
      }
    }
    assert.deepEqual(faults, []);
  });

  inGallery("the gallery does all that it does where Trusted Types are required and none are trusted", async (page, { record }) => {
    await copy(page).press("Enter");
    await page.locator(".sf-copied").waitFor();
    await page.getByRole("searchbox").fill("arrow");
    await choose(page, "Paper", "Dark");
    await choose(page, "Direction", "Right to left");
    await button(page, "Pause").press("Enter");
    assert.deepEqual([await page.evaluate(() => violations), record.uncaught], [[], []]);
  }, { before: trustNothing, ...CLIPBOARD });
});

describe("copy", LIMIT, () => {
  const LINES = { Leptos: "<Icon icon=icons::CALENDAR/>", HTML: '<standfirst-icon name="calendar"></standfirst-icon>' };
  for (const [way, reducedMotion] of [["Leptos", "no-preference"], ["HTML", "reduce"], ["SVG", "no-preference"]]) {
    inGallery(`${way}, motion ${reducedMotion}: Enter copies the line, a green tick says so once, greys and leaves, and the focus stays`, async (page) => {
      await halt(page);
      await choose(page, "Copy", way);
      const before = await copy(page).innerText();
      await page.evaluate(() => {
        globalThis.said = [];
        const status = document.querySelector("[role=status]");
        new MutationObserver(() => said.push(status.innerText)).observe(status, { childList: true, characterData: true, subtree: true });
      });
      const look = () =>
        copy(page).evaluate((button) => {
          const mark = button.querySelector("svg");
          const { color, opacity } = getComputedStyle(mark);
          return [button.innerText, mark.dataset.icon, color, opacity, document.activeElement === button];
        });
      await tabTo(page, '[aria-label="Copy: Calendar"]');
      await page.keyboard.press("Enter");
      await phase(page, "now");
      assert.deepEqual(await look(), ["Copied", "success-tick", "rgb(26, 127, 55)", "1", true]);
      await pass(page);
      await phase(page, "passed");
      assert.deepEqual(await look(), ["Copied", "success-tick-timeout", "rgb(90, 94, 101)", "0.6", true]);
      await pass(page);
      await passed(page);
      assert.deepEqual([(await look()).at(0), (await look()).at(-1)], [before, true]);
      assert.deepEqual([await page.evaluate(() => said), await status(page).innerText()], [["Copied: Calendar"], "Copied: Calendar"]);

      const copied = await page.evaluate(() => navigator.clipboard.readText());
      if (way in LINES) return assert.equal(copied, LINES[way]);
      const read = await page.evaluate((text) => {
        const { documentElement: top } = new DOMParser().parseFromString(text, "image/svg+xml");
        return [top.namespaceURI, top.localName, ...["title", "desc"].map((name) => top.querySelector(name)?.textContent), top.querySelectorAll("path").length > 0];
      }, copied);
      assert.deepEqual(read, ["http://www.w3.org/2000/svg", "svg", "Calendar", named("calendar").description, true]);
    }, { colorScheme: "light", reducedMotion, ...CLIPBOARD });
  }

  const SHUT = {
    refuses: () => (navigator.clipboard.writeText = () => Promise.reject(new DOMException("Refused", "NotAllowedError"))),
    "is missing": () => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }),
  };
  for (const [how, shut] of Object.entries(SHUT)) {
    inGallery(`where the clipboard ${how} the line can be selected in the status line, and nothing says that it was copied`, async (page, { record }) => {
      for (const [way, line] of Object.entries(LINES)) {
        await choose(page, "Copy", way);
        await copy(page).press("Enter");
        await status(page).getByText(line).waitFor();
        await status(page).click({ clickCount: 3 });
        assert.ok((await page.evaluate(() => String(getSelection()))).includes(line));
        assert.equal(await page.locator(".sf-copied").count(), 0);
      }
      assert.deepEqual(record.uncaught, []);
    }, { before: (page) => page.addInitScript(shut) });
  }
});

describe("motion", LIMIT, () => {
  inGallery("the spinner turns, stops at Pause, whose name changes, and goes on", async (page) => {
    const state = () => page.locator(".demo-moving > svg").evaluate((el) => [getComputedStyle(el).animationPlayState, ...el.getAnimations().map((a) => a.playState)]);
    for (const [name, next, now, then] of [["Pause", "Go on", "running", "paused"], ["Go on", "Pause", "paused", "running"]]) {
      assert.deepEqual(await state(), [now, now]);
      await button(page, name).press("Enter");
      await button(page, next).waitFor();
      assert.deepEqual(await state(), [then, then]);
      assert.equal(await page.evaluate(() => document.activeElement.innerText), next);
    }
  });

  inGallery("after Pause nothing in the gallery moves", async (page) => {
    assert.ok((await running(page)).length > 0);
    await button(page, "Pause").press("Enter");
    await button(page, "Go on").waitFor();
    assert.deepEqual(await running(page), []);
  });

  inGallery("where less motion is asked for, nothing in the gallery moves", async (page) => assert.deepEqual(await running(page), []), { reducedMotion: "reduce" });

  for (const file of ["every-block.json", "report.json", "live.json"]) {
    inArticle(`once it has loaded, nothing in ${file} moves by itself`, async (page) => assert.deepEqual(await running(page), []), { file });
  }
});

describe("article", LIMIT, () => {
  /** The first icon in each of what the selector says; null where there is none. */
  const marks = (page, selector) => page.locator(selector).evaluateAll((all) => all.map((el) => el.querySelector("svg")?.dataset.icon ?? null));
  const only = async (page, selector, icon) => assert.deepEqual([...new Set(await marks(page, selector))], [icon], selector);

  inArticle("every drawing on the article is hidden from assistive technology or has a name, and so has every control", async (page) => {
    assert.ok((await page.locator(".sf svg").count()) > 40);
    assert.deepEqual([await bare(page), await nameless(page)], [[], []]);
  });

  inArticle("what an icon stands for on the article has it, and the authors can be written to and rung", async (page) => {
    const times = { ".sf-times > span:first-child": "calendar", ".sf-times > span:last-child": "duration", ".sf-post-time": "calendar", ".sf-timeline-date": "calendar" };
    const credits = { ".sf-figure:not(.sf-video) .sf-credit": "camera", ".sf-video .sf-credit": "video-camera" };
    const others = { ".sf-label": "search", ".sf-disclaimer": "notice", ".sf-pullquote": "quote-open", ".sf-zoom": "enlarge" };
    for (const [selector, icon] of Object.entries({ ...times, ...credits, ...others })) await only(page, selector, icon);
    assert.deepEqual(await marks(page, "aside.sf-note[aria-label] > .sf-note-title"), ["information", "warning", "tip"]);
    assert.deepEqual(await marks(page, ".sf-tags > li"), ["folder", "folder", "tag", "tag", "tag"]);
    assert.deepEqual(await marks(page, ".sf-contacts > li > span"), ["profile", "home", "email", "telephone"]);
    const links = await page.locator(".sf-contacts a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    assert.deepEqual(links, ["https://news.example/staff/ruth-calder", "mailto:ruth.calder@news.example", "tel:+442079460042"]);
  });

  inArticle("a time of today stands after a clock", async (page) => {
    for (const selector of [".sf-times > span:first-child", ".sf-post-time"]) await only(page, selector, "clock");
  }, { now: "2026-11-20T12:00:00Z" });

  for (const width of [320, 1280]) {
    inArticle(`at ${width} px no icon touches the words after it or is parted from them by a line's end`, async (page) => assert.deepEqual(await astray(page), []), { viewport: { width, height: 800 } });
  }
});

/** Three rows of cells: each icon from the sprite, each as a file, and as many of a name that no icon has. */
function sheet() {
  const row = (draw) => words.map(({ name }) => draw(name)).join("");
  const used = (name) => `<svg width="48" height="48"><use href="icons.svg#${name}"/></svg>`;
  return `<!doctype html><title>Sheet</title><style>body { margin: 0; display: grid; grid-template-columns: repeat(${words.length}, 48px) }</style>
  ${row(used)}${row((name) => `<img src="icons/${name}.svg" width="48" height="48" alt="">`)}${row(() => used("nowhere"))}`;
}

test("every icon is drawn from the sprite as from its own file, on a page without scripts", LIMIT, async () => {
  const drawing = await visit(browser, `${files.origin}/sheet.html`, { javaScriptEnabled: false, viewport: { width: 48 * words.length, height: 144 } });
  const picture = (await drawing.page.screenshot()).toString("base64");
  await drawing.close();
  const reading = await visit(browser, `${files.origin}/sheet.html`);
  // How many pixels of each cell are dark.
  const [sprite, file, nothing] = await reading.page.evaluate(async (picture) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const dark = (x, y) => context.getImageData(x, y, 48, 48).data.filter((part, at) => at % 4 === 1 && part < 160).length;
    return [0, 48, 96].map((y) => Array.from({ length: bitmap.width / 48 }, (_, at) => dark(at * 48, y)));
  }, picture);
  await reading.close();
  assert.deepEqual(words.filter((_, at) => sprite[at] < 40 || sprite[at] !== file[at]).map(({ name }) => name), []);
  assert.deepEqual(nothing, words.map(() => 0));
});

// The program of examples/three_icons.rs: a decorative calendar, a clock named "Time", a tag that is described.
describe("component", LIMIT, () => {
  test("assistive technology is told of the named and the described icon, with their names and the description, and of no other", async () => {
    const program = await serve(path.join(root, "target/icon-sizes"), {
      "/three.html": '<!doctype html><html lang="en"><title>Three</title><script type="module">import init from "./three_icons.js"; await init();</script>',
    });
    const visited = await visit(browser, `${program.origin}/three.html`);
    await visited.page.locator("svg").nth(2).waitFor({ state: "attached" });
    const session = await visited.page.context().newCDPSession(visited.page);
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const images = nodes.filter(({ ignored, role }) => !ignored && /^(image|img|graphics|SvgRoot)/i.test(role.value));
    assert.deepEqual(
      images.map(({ name, description }) => [name?.value, description?.value ?? ""]),
      [["Time", ""], ["Tag", named("tag").description]],
    );
    assert.equal(await visited.page.locator("svg").count(), 3, "the control: the decorative one is drawn");
    await visited.close();
    await program.close();
  });
});
