// Where the reader has asked for less motion, nothing moves. Each engine is told of it in its own way (see engines.mjs).
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LIMIT, shown, stage } from "./stage.mjs";

/** What moves for longer than a tenth of a second, or would. */
const moving = () =>
  probe.all("*").flatMap((it) => [null, "::before", "::after"].flatMap((part) => {
    if (!it.closest(".sf")) return [];
    const style = getComputedStyle(it, part);
    const seconds = (list) => Math.max(...list.split(",").map((each) => parseFloat(each) * (/ms$/.test(each.trim()) ? 0.001 : 1)));
    const animated = style.animationName !== "none" && seconds(style.animationDuration) > 0.1;
    const turned = style.transitionProperty !== "none" && seconds(style.transitionDuration) > 0.1;
    return animated || turned || style.scrollBehavior === "smooth" ? [`${it.localName}.${it.className.baseVal ?? it.className}${part ?? ""}`] : [];
  }));
const asked = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

describe("less motion", () => {
  const page = stage({ still: true });
  test("nothing of an article moves, nor of its open menu and lightbox", LIMIT, async () => {
    await page.show(shown("every-block"));
    await page.until(() => probe.one(".sf-foot"));
    assert.equal(await page.run(asked), true);
    assert.deepEqual(await page.run(moving), []);
    await page.click("button", "Share");
    await page.get("button", "Copy link");
    await page.click("button", "Copy link");
    await page.until(() => probe.events("shared").length);
    assert.deepEqual(await page.run(moving), []);
    await page.quiet();
  });
});

describe("as much motion as ever", () => {
  const page = stage();
  test("control: the engine says so, and what moves is seen to move", LIMIT, async () => {
    await page.show(shown("report"));
    await page.until(() => probe.one(".sf-foot"));
    assert.equal(await page.run(asked), false);
    await page.run(() => probe.one(".sf-headline").style.setProperty("transition", "color 1s"));
    assert.deepEqual((await page.run(moving)).filter((it) => /headline/.test(it)).length, 1);
  });
});
