// What a reader meets: widths, keys, print, colours, languages, motion, and what the page keeps quiet about.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { app, launch, open, pale, root, serve, settle, sideways, tabTo, trustNothing, visit } from "./lib.mjs";

// Does wrong all that the checks below look for.
const CONTROL = `<!doctype html><html lang="en"><title>Control</title><meta name="viewport" content="width=device-width">
<style>
  body { margin: 0; background: #fff; color-scheme: light dark }
  .sf b { color: #999 }
  .sf i { display: block; inline-size: 9px; block-size: 9px; animation: turn 3s infinite }
  @keyframes turn { to { rotate: 1turn } }
  .sf button { border: 0; outline: 0 }
</style>
<div class="sf"><h2>Second</h2><h4>Fourth</h4><p id="wide" style="inline-size: 2000px"><b>Pale</b> <a href="https://news.example/">Link</a></p>
<img src="articles/art/reader-960.jpg"><i></i><button>Press</button><details><summary>More</summary><p>Folded</p></details></div>
<script>document.querySelector(".sf").insertAdjacentHTML("beforeend", "<u></u>")</script>`;

// What hangs fails.
const LIMIT = { timeout: 180_000 };

let browser, site;
before(async () => {
  browser = await launch();
  site = await serve(app, { "/control.html": CONTROL });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const folder = path.join(root, "public/articles");
const read = (name) => JSON.parse(readFileSync(path.join(folder, name), "utf8"));
const samples = readdirSync(folder).filter((name) => name.endsWith(".json") && typeof read(name).headline === "string");

/** Opens a sample, hands it to `check`, and gives back what that said. */
async function reading(name, check, options = {}) {
  const visited = await open(browser, site.origin, `/?src=articles/${name}`, options);
  assert.equal(visited.state, "ready");
  try {
    return await check(visited.page, visited);
  } finally {
    await visited.close();
  }
}

/** Opens the page that does everything wrong. */
async function wrong(check, options = {}) {
  const visited = await visit(browser, `${site.origin}/control.html`, options);
  try {
    return await check(visited.page, visited);
  } finally {
    await visited.close();
  }
}

// The checks run in the page, and each gives a list of faults: empty when all is well.

/** Motion that lasts: what has run or will run for longer than 100 ms. */
const moving = (page) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter((a) => a.effect.getComputedTiming().endTime > 100 && a.playState === "running")
      .map((a) => `${a.animationName ?? a.transitionProperty} on ${a.effect.target.localName}.${a.effect.target.className.baseVal ?? a.effect.target.className}`),
  );

/** Headings that skip a level, and a first or a second headline. */
const headings = (page) =>
  page.evaluate(() => {
    const levels = [...document.querySelectorAll(":is(h1, h2, h3, h4, h5, h6)")].map((el) => Number(el.localName[1]));
    const faults = levels[0] === 1 ? [] : [`the first heading is h${levels[0]}`];
    if (levels.filter((level) => level === 1).length > 1) faults.push("more than one h1");
    levels.forEach((level, at) => at > 0 && level > levels[at - 1] + 1 && faults.push(`h${level} after h${levels[at - 1]}`));
    return faults;
  });

/** Pictures without words, without reserved room, or fetched at the wrong time. `lead`: whether one stands over the text. */
const pictures = (page, lead) =>
  page.evaluate((lead) => {
    const images = [...document.querySelectorAll(".sf img")];
    const roomy = (img) => (img.hasAttribute("width") && img.hasAttribute("height")) || getComputedStyle(img).aspectRatio !== "auto";
    const faults = images.flatMap((img) => [
      ...(img.hasAttribute("alt") ? [] : [`no alt: ${img.src}`]),
      ...(roomy(img) ? [] : [`no room: ${img.src}`]),
    ]);
    const eager = images.filter((img) => img.loading !== "lazy");
    const first = images.filter((img) => img.fetchPriority === "high");
    if (eager.length !== (lead ? 1 : 0)) faults.push(`${eager.length} are eager`);
    if (first.length !== eager.length || first[0] !== eager[0]) faults.push(`${first.length} have a high priority`);
    return faults;
  }, lead);

/** Buttons that only their fill would show. That over a picture has the picture's own edge, and an outline with the focus. */
const edgeless = (page) =>
  page.evaluate(() => {
    const drawn = (style, side) => style[`${side}Style`] !== "none" && parseFloat(style[`${side}Width`]) > 0;
    const place = document.querySelector("dialog[open]") ?? document; // what is behind an open dialog takes no focus
    return [...place.querySelectorAll(".sf button")]
      .filter((button) => button.checkVisibility())
      .filter((button) => {
        if (button.matches(".sf-zoom")) button.focus({ focusVisible: true });
        const style = getComputedStyle(button);
        return !drawn(style, "borderTop") && !drawn(style, "outline");
      })
      .map((button) => `${button.className}: ${button.textContent}`);
  });

/** What is wrong on paper. */
const onPaper = (page) =>
  page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const shown = (selector) => all(selector).filter((el) => el.checkVisibility());
    return [
      ...shown("button, input, select, audio, dialog, iframe, .demo-header").map((el) => `a control: ${el.localName}.${el.className}`),
      ...all(".sf details:not([open])").map((el) => `folded: ${el.textContent.slice(0, 24)}`),
      ...all(".sf img[loading=lazy]").map((img) => `lazy: ${img.src}`),
      ...shown(".sf :is(p, li, dd) > a[href^=http]:not(.sf-byline *, .sf-tags *, .sf-rights *)")
        .filter((a) => !/attr\(href\)/.test(getComputedStyle(a, "::after").content) && !getComputedStyle(a, "::after").content.includes(a.getAttribute("href")))
        .map((a) => `no address after “${a.textContent}”`),
    ];
  });

const box = (page) => page.locator("dialog.sf-lightbox");
const position = (page) => page.locator(".sf-position").innerText();
const closed = (page) => page.waitForFunction(() => !document.querySelector("dialog.sf-lightbox").open);

/** Draws a real finger over the middle of the window, `by` pixels to the right. */
async function swipe(page, by) {
  const touch = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize();
  const send = (type, ...touchPoints) => touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", { x: width / 2, y: height / 3 });
  for (const part of [0.25, 0.5, 0.75, 1]) await send("touchMove", { x: width / 2 + by * part, y: height / 3 });
  await send("touchEnd");
  await touch.detach();
}

/** Counts how far what was already shown has moved. */
const countShifts = (page) =>
  page.addInitScript(() => {
    globalThis.shifts = [];
    const note = (list) =>
      list.getEntries().forEach(({ value, hadRecentInput, sources }) => {
        if (!hadRecentInput) shifts.push({ value, moved: sources.map(({ node }) => node?.className ?? node?.nodeName).join(", ") });
      });
    globalThis.shiftObserver = new PerformanceObserver(note);
    shiftObserver.observe({ type: "layout-shift", buffered: true });
    globalThis.shifted = () => (note({ getEntries: () => shiftObserver.takeRecords() }), shifts);
  });

describe("control", LIMIT, () => {
  test("a page that does everything wrong fails every check of this file", async () => {
    await wrong(async (page) => {
      assert.match((await sideways(page)).join(), /p\./);
      assert.match((await pale(page)).join(), /Pale/);
      assert.match((await moving(page)).join(), /turn on i/);
      assert.deepEqual(await headings(page), ["the first heading is h2", "h4 after h2"]);
      assert.deepEqual((await pictures(page, true)).map((fault) => fault.split(":")[0]), ["no alt", "no room", "0 have a high priority"]);
      assert.match((await edgeless(page)).join(), /Press/);
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = false)));
      assert.match((await onPaper(page)).join(), /a control: button.*folded: More.*no address after “Link”/);
    }, { viewport: { width: 320, height: 640 } });
  });

  test("markup from a string is a violation where Trusted Types are required", async () => {
    await wrong(async (page) => assert.match((await page.evaluate(() => violations)).join(), /^require-trusted-types-for/), { before: trustNothing });
  });

  test("a page whose parts move is seen to move", async () => {
    await wrong(async (page) => {
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      await page.evaluate(() => document.body.prepend(Object.assign(document.createElement("p"), { style: "block-size: 200px" })));
      await page.waitForFunction(() => shifted().length > 0);
    }, { before: countShifts });
  });
});

describe("width", LIMIT, () => {
  for (const name of [...samples, "broken/hostile-text.json", "broken/wrong-types.json", "broken/deep-nesting.json"]) {
    test(`the page of ${name} never scrolls sideways, from 280 to 1440 px and with text twice as large`, async () => {
      await reading(name, async (page) => {
        const faults = [];
        const look = async (width, size) => {
          await page.setViewportSize({ width, height: 800 });
          await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
          faults.push(...(await sideways(page)).map((fault) => `${width} px, ${size}: ${fault}`));
        };
        await settle(page);
        for (const width of [280, 320, 768, 1440]) await look(width, "100%");
        await look(320, "200%");
        assert.deepEqual(faults, []);
      });
    });
  }
});

describe("lightbox", LIMIT, () => {
  test("the lightbox opens, turns and closes by the keys, and gives the focus back", async () => {
    await reading("report.json", async (page) => {
      const { image } = read("report.json");
      await tabTo(page, ".sf-zoom");
      const name = await page.evaluate(() => document.activeElement.ariaLabel);
      await page.keyboard.press("Enter");
      await box(page).waitFor();
      const caption = page.locator(".sf-slide .sf-caption");
      assert.equal(await caption.innerText(), `${image.caption} (${image.creditText})`);
      assert.ok(await caption.isVisible());
      const first = await position(page);
      assert.match(first, /1\D+4/);
      await page.keyboard.press("ArrowRight");
      assert.match(await position(page), /2\D+4/);
      assert.notEqual(await caption.innerText(), `${image.caption} (${image.creditText})`);
      await page.keyboard.press("ArrowLeft");
      assert.equal(await position(page), first);
      await page.keyboard.press("ArrowLeft"); // before the first comes the last
      assert.match(await position(page), /4\D+4/);
      await page.keyboard.press("Escape");
      await closed(page);
      await page.waitForFunction((label) => document.activeElement.matches(".sf-zoom") && document.activeElement.ariaLabel === label, name);
    });
  });

  test("Tab stays in the open lightbox, whose buttons keep the focus while the pictures change", async () => {
    await reading("report.json", async (page) => {
      await tabTo(page, ".sf-zoom");
      await page.keyboard.press("Enter");
      await tabTo(page, ".sf-lightbox-next");
      await page.keyboard.press("Enter");
      assert.match(await position(page), /2\D+4/);
      assert.ok(await page.evaluate(() => document.activeElement.matches(".sf-lightbox-next")));
      for (let at = 0; at < 6; at++) {
        await page.keyboard.press("Tab");
        // The browser's own controls are in the round, where the page sees its body.
        assert.ok(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog.sf-lightbox")));
      }
    });
  });

  test("Back closes the lightbox and stays on the article, with the focus on the picture's button", async () => {
    await reading("report.json", async (page) => {
      const address = page.url();
      await tabTo(page, ".sf-zoom");
      await page.keyboard.press("Enter");
      await box(page).waitFor();
      await page.goBack();
      await closed(page);
      assert.equal(page.url(), address);
      assert.ok(await page.locator(".sf-headline").isVisible());
      await page.waitForFunction(() => document.activeElement.matches(".sf-zoom"));
    });
  });

  test("a lightbox that was closed by a key leaves nothing behind for Back", async () => {
    const { page, close } = await visit(browser, `${site.origin}/control.html`);
    await page.goto(`${site.origin}/?src=articles/report.json`);
    await page.evaluate(() => ((globalThis.pops = 0), addEventListener("popstate", () => pops++)));
    for (const round of [1, 2]) {
      await page.locator(".sf-zoom").first().press("Enter");
      await box(page).waitFor();
      await page.keyboard.press("Escape");
      await closed(page);
      await page.waitForFunction((round) => pops === round, round, { timeout: 5000 });
    }
    await page.goBack();
    assert.match(page.url(), /control\.html$/);
    await close();
  });

  test("a finger turns the pictures, and a tap does not", async () => {
    await reading("report.json", async (page) => {
      await page.locator(".sf-zoom").first().tap();
      await box(page).waitFor();
      await swipe(page, -120);
      await page.locator(".sf-position", { hasText: /2\D+4/ }).waitFor();
      await swipe(page, 120);
      await page.locator(".sf-position", { hasText: /1\D+4/ }).waitFor();
      await swipe(page, 8);
      assert.match(await position(page), /1\D+4/);
    }, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 780 } });
  });

  test("the pointer selects words of the caption without turning the picture", async () => {
    await reading("report.json", async (page) => {
      await page.locator(".sf-zoom").first().click();
      const { x, y, width } = await page.locator(".sf-slide .sf-caption").boundingBox();
      const line = { from: x + width / 2, y: y + 24 };
      await page.mouse.move(line.from, line.y);
      await page.mouse.down();
      await page.mouse.move(line.from - 150, line.y, { steps: 5 });
      await page.mouse.up();
      assert.match(await position(page), /1\D+4/);
      assert.notEqual(await page.evaluate(() => String(getSelection())), "");
    });
  });

  test("in an article from right to left, the left arrow and a finger to the right go on", async () => {
    await reading("arabic.json", async (page) => {
      const caption = page.locator(".sf-slide .sf-caption");
      await tabTo(page, ".sf-zoom");
      await page.keyboard.press("Enter");
      const first = await caption.innerText();
      await page.keyboard.press("ArrowLeft");
      const second = await caption.innerText();
      assert.notEqual(second, first);
      await page.keyboard.press("ArrowRight");
      assert.equal(await caption.innerText(), first);
      await swipe(page, 120);
      await page.waitForFunction((text) => document.querySelector(".sf-slide .sf-caption").innerText === text, second);
    }, { hasTouch: true, viewport: { width: 390, height: 780 } });
  });
});

describe("print", LIMIT, () => {
  for (const name of samples) {
    test(`on paper ${name} has no controls and nothing folded, and is folded again afterwards`, async () => {
      await reading(name, async (page) => {
        const folded = () => page.locator(".sf details:not([open])").count();
        const before = await folded();
        await page.emulateMedia({ media: "print" });
        await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        assert.deepEqual(await onPaper(page), []);
        assert.equal(await page.locator(".sf-address").innerText(), read(name).url);
        await page.evaluate(() => dispatchEvent(new Event("afterprint")));
        await page.emulateMedia({ media: null });
        assert.equal(await folded(), before);
        assert.ok(!(await page.locator(".sf-address").isVisible()));
      });
    });
  }

  test("there is a sample with something folded, and with a link to follow", () => {
    assert.match(JSON.stringify(read("every-block.json")), /"type":"details"/);
    assert.match(JSON.stringify(read("every-block.json").body), /"href":"http/);
  });
});

describe("colour", LIMIT, () => {
  for (const colorScheme of ["light", "dark"]) {
    test(`${colorScheme}: body, quiet and accent text have at least 4.5:1 on their paper, in the lightbox too`, async () => {
      for (const name of samples) {
        await reading(name, async (page) => {
          const inks = await page.evaluate(() => new Set([...document.querySelectorAll(".sf :is(.sf-body p, .sf-standfirst, .sf-kicker)")].map((el) => getComputedStyle(el).color)).size);
          assert.ok(inks >= 2, `${name} has only ${inks} inks`);
          assert.deepEqual((await pale(page)).map((fault) => `${name}: ${fault}`), []);
          await page.locator(".sf-zoom").first().press("Enter");
          await box(page).waitFor();
          assert.deepEqual((await pale(page)).map((fault) => `${name}, lightbox: ${fault}`), []);
        }, { colorScheme });
      }
    });
  }

  test("the paper is dark where dark is asked for, and light where it is not", async () => {
    const paper = (colorScheme) => reading("report.json", (page) => page.locator(".sf").evaluate((el) => getComputedStyle(el).backgroundColor), { colorScheme });
    assert.deepEqual([await paper("light"), await paper("dark")], ["rgb(255, 254, 251)", "rgb(18, 20, 23)"]);
  });

  test("with forced colours every button has an edge, in the lightbox too", async () => {
    await reading("every-block.json", async (page) => {
      assert.ok((await page.locator(".sf .sf-button").count()) > 0);
      assert.deepEqual(await edgeless(page), []);
      await page.locator(".sf-zoom").first().press("Enter");
      await box(page).waitFor();
      assert.deepEqual(await edgeless(page), []);
    }, { forcedColors: "active" });
  });
});

describe("language", LIMIT, () => {
  for (const name of samples) {
    test(`the page takes the headline of ${name} as its title, and its language and direction`, async () => {
      const { headline, inLanguage } = read(name);
      await reading(name, async (page) => {
        const taken = await page.evaluate(() => [document.title, document.documentElement.lang, document.documentElement.dir]);
        assert.deepEqual(taken, [headline, inLanguage, inLanguage === "ar" ? "rtl" : "ltr"]);
      });
    });
  }

  test("the Arabic sample has Arabic words on its controls, runs from right to left, and its code does not", async () => {
    await reading("arabic.json", async (page) => {
      const named = await page.evaluate(() => [...document.querySelectorAll(".sf :is(button, [aria-label]:not(pre))")].map((el) => el.ariaLabel ?? el.textContent));
      assert.ok(named.length > 3);
      assert.deepEqual(named.filter((name) => !/\p{Script=Arabic}/u.test(name)), []);
      const direction = (selector) => page.locator(selector).first().evaluate((el) => getComputedStyle(el).direction);
      assert.deepEqual([await direction(".sf-headline"), await direction(".sf-body p"), await direction(".sf-code pre")], ["rtl", "rtl", "ltr"]);
      const aligned = await page.locator(".sf-code pre").evaluate((el) => getComputedStyle(el).textAlign);
      assert.ok(["start", "left"].includes(aligned), aligned);
    });
  });
});

describe("motion", LIMIT, () => {
  for (const name of samples) {
    test(`where less motion is asked for, nothing of ${name} moves for longer than 100 ms`, async () => {
      await reading(name, async (page) => assert.deepEqual(await moving(page), []), { reducedMotion: "reduce" });
    });
  }

  for (const width of [320, 1440]) {
    test(`at ${width} px the report moves by less than 0.05 while its pictures arrive late`, async (t) => {
      // No picture arrives before the article is there: the worst case for what has no room reserved.
      let release;
      const ready = new Promise((done) => (release = done));
      const late = async (page) => {
        await countShifts(page);
        await page.route(/\.(jpg|png|webp|avif|svg)$/, (route) => ready.then(() => route.continue()));
      };
      await reading("report.json", async (page) => {
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        release();
        await settle(page);
        assert.ok(await page.evaluate(() => [...document.querySelectorAll(".sf-figure img")].every((img) => img.naturalWidth > 0)));
        const shifts = await page.evaluate(() => shifted());
        const sum = shifts.reduce((all, { value }) => all + value, 0);
        t.diagnostic(`cumulative layout shift at ${width} px: ${sum.toFixed(4)} ${shifts.map(({ value, moved }) => `(${value.toFixed(4)}: ${moved})`).join(" ")}`);
        assert.ok(sum < 0.05, JSON.stringify(shifts));
      }, { viewport: { width, height: 800 }, before: late });
    });
  }
});

describe("structure", LIMIT, () => {
  for (const name of samples) {
    test(`the headings of ${name} begin with one h1 and skip no level`, async () => {
      await reading(name, async (page) => assert.deepEqual(await headings(page), []));
    });

    test(`every picture of ${name} has alt and room, and only the lead is fetched at once`, async () => {
      await reading(name, async (page) => assert.deepEqual(await pictures(page, Boolean(read(name).image)), []));
    });
  }

  test("every block is shown where Trusted Types are required and none are trusted", async () => {
    await reading("every-block.json", async (page, { record }) => {
      await settle(page);
      for (const button of await page.locator(".sf-embed .sf-button").all()) await button.press("Enter");
      await page.locator(".sf-zoom").first().press("Enter");
      await box(page).waitFor();
      await page.keyboard.press("Escape");
      await page.evaluate(() => (dispatchEvent(new Event("beforeprint")), dispatchEvent(new Event("afterprint"))));
      // The app has no policy of its own: its HTML is refused once, and then parsed by what needs none.
      assert.match((await page.evaluate(() => violations)).join("\n"), /^require-trusted-types-for DOMParser [^\n]*$/);
      await page.getByText("Those are read too").and(page.locator("strong")).waitFor();
      assert.deepEqual(record.uncaught, []);
    }, { before: trustNothing });
  });
});
