// The share menu, in an article and alone: what a reader does with it, and what the page around it hears.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { article } from "./host.mjs";
import { ADDRESS, LIMIT, PHONE, READS, USUAL, alone, becomes, button, clipboard, entry, expanded, focused, inline, long, menu, names, open, own, refusing, sheet, small, status } from "./share.mjs";

describe("the menu by keyboard and mouse", LIMIT, () => {
  test("Enter opens it, Tab goes through it in order, arrows, Home and End move in it, Escape closes it and gives the focus back", async () => {
    const { page, quiet, close } = await open(`<input id="first">${alone()}<input id="last">`);
    await page.locator("#first").focus();
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "Share");
    assert.equal(await button(page).getAttribute("aria-expanded"), "false");
    assert.equal(await menu(page).count(), 0);
    await page.keyboard.press("Enter");
    await becomes(() => button(page).getAttribute("aria-expanded"), "true");
    assert.ok(await button(page).evaluate((el) => el.getRootNode().getElementById(el.getAttribute("aria-controls")).matches(":popover-open")));
    for (const name of USUAL) {
      await page.keyboard.press("Tab");
      assert.equal(await focused(page), name);
    }
    for (const [key, name] of [["Home", "Facebook"], ["ArrowDown", "X"], ["ArrowUp", "Facebook"], ["ArrowUp", "Copy link"], ["ArrowDown", "Facebook"], ["End", "Copy link"]]) {
      await page.keyboard.press(key);
      assert.equal(await focused(page), name, key);
    }
    await page.keyboard.press("Escape");
    await becomes(() => button(page).getAttribute("aria-expanded"), "false");
    await becomes(() => focused(page), "Share");
    assert.equal(await menu(page).count(), 0);
    quiet();
    await close();
  });

  test("a press outside closes it: the focus goes back to the button, or stays where the press has put it", async () => {
    const { page, quiet, close } = await open(`${alone()}<input id="other" style="position:fixed;bottom:9px;left:9px">`);
    await button(page).click();
    await menu(page).waitFor();
    await entry(page, "LinkedIn").focus();
    await page.mouse.click(1200, 650);
    await becomes(() => expanded(page), []);
    await becomes(() => focused(page), "Share");
    await button(page).click();
    await menu(page).waitFor();
    await page.locator("#other").click();
    await becomes(() => expanded(page), []);
    assert.equal(await focused(page), "other");
    quiet();
    await close();
  });

  test("one menu is open at a time, and only its button says so", async () => {
    const { page, quiet, close } = await open(`<div style="display:flex;gap:600px">${alone()}${alone('targets="reddit"').replace("alone", "two")}</div>`);
    const [one, two] = ["#alone", "#two"].map((id) => page.locator(id).getByRole("button", { name: "Share", exact: true }));
    await one.click();
    await becomes(() => one.getAttribute("aria-expanded"), "true");
    await two.click();
    await becomes(() => two.getAttribute("aria-expanded"), "true");
    await becomes(() => one.getAttribute("aria-expanded"), "false");
    assert.deepEqual(await names(page), ["Reddit"]);
    // Pressed again, it closes.
    await two.click();
    await becomes(() => expanded(page), []);
    quiet();
    await close();
  });

  test("an article has it at its byline and its foot, and small ones on its posts and pictures: each shares its own place, pressed one after the other", async () => {
    const { page, quiet, close } = await open('<standfirst-article src="/articles/live.json"></standfirst-article>');
    const url = article("live").url;
    assert.equal(await page.getByRole("button", { name: "Share", exact: true }).count(), 2);
    const posts = page.getByRole("button", { name: /^Share this post: \S/ });
    await posts.nth(0).click();
    await becomes(() => entry(page, "Facebook").getAttribute("href"), `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(`${url}#post-2340`)}`);
    await becomes(async () => (await expanded(page)).length, 1);
    // Another button, while it is open: it is the other place's now, and stays open.
    await button(page).evaluate((el) => el.focus({ preventScroll: true }));
    await page.keyboard.press("Enter");
    await becomes(() => expanded(page), ["Share"]);
    assert.equal(await entry(page, "Facebook").getAttribute("href"), `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`);
    assert.ok((await page.getByRole("button", { name: /^Share the picture: \S/ }).count()) > 1);
    quiet();
    await close();
  });
});

test("every small one has a name that says what it shares, also on a post without a title", LIMIT, async () => {
  const { page, quiet, close } = await open('<standfirst-article src="/articles/live.json"></standfirst-article>');
  assert.deepEqual(await page.getByRole("button", { name: /^Share this/ }).evaluateAll((all) => all.map((el) => el.ariaLabel).filter((name) => /: *$/.test(name))), [], "names that end in nothing");
  quiet();
  await close();
});

describe("what it offers", LIMIT, () => {
  const links = (page) => menu(page).getByRole("link").evaluateAll((all) => Object.fromEntries(all.map((el) => [el.textContent, [decodeURIComponent(el.getAttribute("href")), el.target, el.rel]])));

  test("a list of links and one button, each with its address, in the usual order", async () => {
    const { page, record, quiet, close } = await open(inline({ ...small, url: `${ADDRESS}?utm_source=feed&id=7&fbclid=abc`, description: "A text." }));
    await button(page).click();
    await menu(page).waitFor();
    assert.deepEqual(await names(page), USUAL);
    assert.equal(await page.getByRole("menu").or(page.getByRole("menuitem")).count(), 0);
    assert.equal(await menu(page).getByRole("listitem").count(), 6);
    const [url, rel] = [`${ADDRESS}?id=7`, "noopener noreferrer"];
    assert.deepEqual(await links(page), {
      Facebook: [`https://www.facebook.com/sharer/sharer.php?u=${url}`, "_blank", rel],
      X: [`https://x.com/intent/tweet?text=Salt & light&url=${url}`, "_blank", rel],
      LinkedIn: [`https://www.linkedin.com/sharing/share-offsite/?url=${url}`, "_blank", rel],
      WhatsApp: [`https://api.whatsapp.com/send?text=Salt & light\nA text.\n${url}`, "_blank", rel],
      Email: [`mailto:?subject=Salt & light&body=Salt & light\r\n\r\nA text.\r\n\r\n${url}`, "", rel],
    });
    assert.match(await entry(page, "X").getAttribute("href"), /text=Salt%20%26%20light&url=https%3A%2F%2Fnews\.example%2Freport%3Fid%3D7$/);
    // Nobody hears of it that it is open, or pointed at.
    for (const name of USUAL) await entry(page, name).hover();
    assert.deepEqual(record.foreign, []);
    quiet();
    await close();
  });

  test("Messenger comes first where the article has an app id; the campaign is added where the article has one", async () => {
    const { page, quiet, close } = await open(inline({ ...small, share: { appId: "1234", campaign: "utm_source={target}" } }));
    await button(page).click();
    await menu(page).waitFor();
    assert.deepEqual(await names(page), ["Messenger", ...USUAL]);
    const url = `${ADDRESS}?utm_source=messenger`;
    assert.deepEqual((await links(page)).Messenger, [`https://www.facebook.com/dialog/send?app_id=1234&link=${url}&redirect_uri=${url}`, "_blank", "noopener noreferrer"]);
    assert.match((await links(page)).X[0], /report\?utm_source=x$/);
    quiet();
    await close();
  });

  test("the page names the targets: none, names, or a list with its own", async () => {
    const { page, hear, quiet, close } = await open(inline(small, 'share="none"'), { first: null });
    await hear("load");
    const set = (targets) => page.locator("standfirst-article").evaluate((el, targets) => el.setAttribute("share", targets), targets);
    const list = async () => {
      await button(page).click();
      await menu(page).waitFor();
      const found = await names(page);
      await page.keyboard.press("Escape");
      return found;
    };
    await page.getByText("The second one speaks").waitFor();
    assert.equal(await page.getByRole("button", { name: /Share/ }).count(), 0);
    await set("copy bluesky");
    assert.deepEqual(await list(), ["Copy link", "Bluesky"]);
    await set(JSON.stringify(["x", { name: "forum", title: "Our forum", url: "https://forum.example/new?u={url}&t={title}" }]));
    await becomes(list, ["X", "Our forum"]);
    await button(page).click();
    assert.deepEqual((await links(page))["Our forum"], [`https://forum.example/new?u=${ADDRESS}&t=Salt & light`, "_blank", "noopener noreferrer"]);
    quiet();
    await close();
  });

  test("a press on a link opens its target in a tab that knows nothing of this one, and asks nobody before", async () => {
    const { page, context, record, told, close } = await open(alone());
    await context.route("https://x.com/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>There</title>" }));
    await button(page).click();
    assert.deepEqual(record.foreign, []);
    const opened = context.waitForEvent("page");
    await entry(page, "X").first().evaluate((el) => el.scrollIntoView());
    await menu(page).getByRole("link", { name: "X", exact: true }).click();
    const tab = await opened;
    await tab.waitForURL(/^https:\/\/x\.com\/intent\/tweet\?text=Salt%20%26%20light&url=/);
    assert.deepEqual(await tab.evaluate(() => [opener, document.referrer]), [null, ""]);
    assert.deepEqual(await told(), [["share", "x", ADDRESS], ["shared", "x", "opened"]]);
    await close();
  });
});

describe("where it stands", LIMIT, () => {
  /** The edges of the open menu that are out of the window, and how far the page can be scrolled sideways. */
  const outside = (page) =>
    menu(page).evaluate((list) => {
      const { left, top, right, bottom } = list.parentElement.getBoundingClientRect();
      const { clientWidth, scrollWidth } = document.documentElement;
      return [left < 0 && `left ${left}`, top < 0 && `top ${top}`, right > clientWidth && `right ${right - clientWidth}`, bottom > innerHeight && `bottom ${bottom - innerHeight}`, scrollWidth > clientWidth && "sideways"].filter(Boolean).join();
    });
  const PLACES = { start: "position:absolute;top:8px;left:0", end: "position:absolute;top:8px;right:0", middle: "position:fixed;top:45%;left:45%", foot: "position:fixed;bottom:2px;right:2px" };

  test("it is within the window at every width, in both directions, wherever its button is, with the code under it too", async () => {
    const { page, quiet, close } = await open(`<div style="height:2000px">${alone('targets="facebook x linkedin whatsapp email copy qr"')}</div>`);
    const faults = [];
    for (const [width, height] of [[320, 640], [768, 1024], [1280, 720], [740, 360]]) {
      await page.setViewportSize({ width, height });
      for (const [at, [place, style]] of [...Object.entries(PLACES), ...Object.entries(PLACES)].entries()) {
        const dir = at < 4 ? "ltr" : "rtl";
        await page.evaluate(([dir, style]) => {
          document.documentElement.dir = dir;
          const host = document.querySelector("standfirst-share");
          host.style.cssText = style;
          host.setAttribute("theme", dir === "ltr" ? "light" : "dark");
        }, [dir, style]);
        await button(page).click();
        await menu(page).waitFor();
        const list = await outside(page);
        await entry(page, "QR code").click();
        await page.getByRole("img", { name: /^QR/ }).waitFor();
        const code = await outside(page);
        if (list || code) faults.push(`${width}×${height} ${dir} ${place}: ${list || `with the code: ${code}`}`);
        await page.keyboard.press("Escape");
        await menu(page).waitFor({ state: "detached" }).catch(() => {});
      }
    }
    assert.deepEqual(faults, []);
    quiet();
    await close();
  });

  test("it is within the window when it belongs to an article in a narrow column", async () => {
    const { page, quiet, close } = await open(`<div style="width:280px;margin-inline-start:auto;height:1500px">${inline({ ...small, author: "A" })}</div>`);
    for (const dir of ["ltr", "rtl"]) {
      await page.evaluate((dir) => (document.documentElement.dir = dir), dir);
      await button(page).click();
      await menu(page).waitFor();
      assert.equal(await outside(page), "", dir);
      await page.keyboard.press("Escape");
    }
    quiet();
    await close();
  });

  test("under a finger everything is at least 44 pixels high, and Mastodon's question too", async () => {
    const { page, quiet, close } = await open(inline({ ...small, body: [{ type: "live-post", id: "a", title: "A", datePublished: "2026-11-19T23:40:00Z", body: [{ type: "paragraph", text: "B" }] }] }, 'share="x copy mastodon"'), PHONE);
    await button(page).tap();
    await entry(page, "Mastodon").tap();
    await page.getByRole("textbox").waitFor();
    const low = await page.locator("standfirst-article").evaluate((host) =>
      [...host.shadowRoot.querySelectorAll(".sf-share, .sf-share-one, .sf-share-menu :is(a, button, input)")].map((el) => [el.className, Math.round(el.getBoundingClientRect().height)]).filter(([, height]) => height > 0 && height < 44),
    );
    assert.deepEqual(low, []);
    assert.equal(await outside(page), "");
    quiet();
    await close();
  });
});

describe("the device's own sheet", LIMIT, () => {
  const NEXT = { shared: ["Promise.resolve()", false], cancelled: ['Promise.reject(new DOMException("x", "AbortError"))', false], refused: ['Promise.reject(new DOMException("x", "NotAllowedError"))', true] };
  for (const [outcome, [answer, opens]] of Object.entries(NEXT)) {
    test(`under a finger the button opens it; when it is ${outcome}, ${opens ? "the menu opens beside it" : "nothing more happens"}`, async () => {
      // A tablet: there is room enough for the menu beside its button.
      const tablet = { ...PHONE, viewport: { width: 820, height: 1000 } };
      const { page, told, quiet, close } = await open(`<p style="height:300px"></p>${inline({ ...long, description: "A text." })}`, { ...tablet, before: sheet(answer) });
      await button(page).tap();
      await becomes(told, [["share", "device", ADDRESS], ["shared", "device", outcome]]);
      assert.deepEqual(await page.evaluate(() => calls), [{ title: "Salt & light", text: "A text.", url: ADDRESS }]);
      if (opens) {
        await menu(page).waitFor();
        const [below, above] = [await menu(page).boundingBox(), await button(page).boundingBox()];
        const gap = Math.max(below.y - above.y - above.height, above.y - below.y - below.height, below.x - above.x - above.width, above.x - below.x - below.width);
        assert.ok(below.y >= 0 && below.y + below.height <= 1000 && gap < 40, `${gap} pixels from its button: ${JSON.stringify([below, above])}`);
        await becomes(() => button(page).getAttribute("aria-expanded"), "true");
      } else {
        assert.equal(await menu(page).count(), 0);
        assert.equal(await button(page).getAttribute("aria-expanded"), "false");
      }
      assert.equal(await page.locator("[role=status]").textContent(), "");
      quiet();
      await close();
    });
  }

  test("what it would not take opens the menu, and is not handed to it", async () => {
    const able = own("canShare", "() => false");
    const { page, told, quiet, close } = await open(alone(), { ...PHONE, before: async (page) => (await able(page), await sheet("Promise.resolve()")(page)) });
    await button(page).tap();
    await menu(page).waitFor();
    assert.deepEqual([await told(), await page.evaluate(() => calls)], [[["share", "device", ADDRESS], ["shared", "device", "refused"]], []]);
    quiet();
    await close();
  });

  test("one that never answers leaves the button working", async () => {
    const { page, told, quiet, close } = await open(alone(), { ...PHONE, before: sheet("new Promise(() => {})") });
    for (const count of [1, 2]) {
      await button(page).tap();
      await becomes(() => page.evaluate(() => calls.length), count);
    }
    assert.deepEqual((await told()).map(([type]) => type), ["share", "share"]);
    assert.equal(await menu(page).count(), 0);
    quiet();
    await close();
  });

  test("on a desk it is the first entry of the menu", async () => {
    const { page, told, quiet, close } = await open(alone(), { before: sheet("Promise.resolve()") });
    await button(page).click();
    await menu(page).waitFor();
    assert.deepEqual(await names(page), ["Share with an app", ...USUAL]);
    assert.deepEqual(await page.evaluate(() => calls), []);
    await entry(page, "Share with an app").click();
    await becomes(told, [["share", "device", ADDRESS], ["shared", "device", "shared"]]);
    quiet();
    await close();
  });
});

describe("copying", LIMIT, () => {
  test("what is copied is the address; it is said in its place and once in the status, and goes by itself", async () => {
    const { page, told, quiet, close } = await open(inline(small), READS);
    assert.equal(await status(page).count(), 1);
    await status(page).evaluate((region) => {
      globalThis.said = [];
      new MutationObserver(() => region.textContent.trim() && said.push(region.textContent.trim())).observe(region, { childList: true, characterData: true, subtree: true });
    });
    await button(page).click();
    await entry(page, "Copy link").click();
    const copied = menu(page).locator("[data-phase]");
    await copied.waitFor();
    assert.deepEqual([await copied.getAttribute("data-phase"), await copied.textContent(), await copied.locator("svg").count()], ["now", "Copied", 1]);
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), ADDRESS);
    assert.deepEqual(await page.evaluate(() => said), ["The link has been copied."]);
    // The waits are animations; their ends come sooner here.
    for (const after of ["passed", undefined]) {
      await copied.evaluate((el) => el.dispatchEvent(new AnimationEvent("animationend")));
      await becomes(async () => (await copied.count()) ? copied.getAttribute("data-phase") : undefined, after);
    }
    assert.equal((await names(page)).at(-1), "Copy link");
    assert.deepEqual(await told(), [["share", "copy", ADDRESS], ["shared", "copy", "copied"]]);
    await entry(page, "Copy link").click();
    await becomes(() => page.evaluate(() => said.length), 2);
    quiet();
    await close();
  });

  for (const [name, before] of Object.entries({ "is refused": refusing, "cannot be had": clipboard("undefined") })) {
    test(`where the clipboard ${name}, the address stands in a field, selected, and the status says so`, async () => {
      const { page, told, quiet, close } = await open(alone(), { before });
      await button(page).click();
      await entry(page, "Copy link").click();
      const field = page.getByRole("textbox", { name: "Copy the link from here:" });
      await field.waitFor();
      assert.deepEqual([await field.inputValue(), await field.getAttribute("readonly")], [ADDRESS, ""]);
      await becomes(() => field.evaluate((el) => [el.getRootNode().activeElement === el, el.value.slice(el.selectionStart, el.selectionEnd)]), [true, ADDRESS]);
      assert.equal(await status(page).textContent(), "Copy the link from here:");
      assert.equal(await menu(page).locator("[data-phase]").count(), 0);
      assert.deepEqual(await told(), [["share", "copy", ADDRESS], ["shared", "copy", "refused"]]);
      // Arrows move in the field, not in the list.
      await page.keyboard.press("Home");
      assert.equal(await field.evaluate((el) => el.getRootNode().activeElement === el), true);
      quiet();
      await close();
    });
  }
});

test("the page hears of a share before and after, and can stop a link, a copy and the sheet", LIMIT, async () => {
  const { page, context, record, told, close } = await open(alone(), { before: async (page) => (await sheet("Promise.resolve()")(page), await page.addInitScript('navigator.clipboard.writeText = async (text) => void calls.push(text)')) });
  await button(page).click();
  for (const [target, name] of [["facebook", "Facebook"], ["copy", "Copy link"], ["device", "Share with an app"]]) {
    await page.evaluate((target) => (globalThis.stop = target), target);
    await entry(page, name).click();
  }
  assert.deepEqual(await told(), [["share", "facebook", ADDRESS], ["share", "copy", ADDRESS], ["share", "device", ADDRESS]]);
  assert.deepEqual([await page.evaluate(() => calls), context.pages().length, record.foreign], [[], 1, []]);
  // Control: not stopped, it goes on.
  await page.evaluate(() => (globalThis.stop = ""));
  await entry(page, "Copy link").click();
  await becomes(() => page.evaluate(() => calls), [ADDRESS]);
  await becomes(() => page.evaluate(() => shares.slice(-2)), [
    { type: "standfirst-share", bubbles: true, composed: true, cancelable: true, target: "copy", url: ADDRESS },
    { type: "standfirst-shared", bubbles: true, composed: true, cancelable: false, target: "copy", outcome: "copied" },
  ]);
  await close();
});
