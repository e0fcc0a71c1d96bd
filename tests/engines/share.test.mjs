// The share menu: by keyboard, by mouse, and what becomes of a link that is copied.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMIT, stage } from "./stage.mjs";

const page = stage();
const ADDRESS = "https://news.example/report";
const SHARE = `<input id="first" aria-label="first"><standfirst-share id="alone" url="${ADDRESS}" headline="Salt &amp; light"></standfirst-share><input id="last" aria-label="last">`;
const USUAL = ["Facebook", "X", "LinkedIn", "WhatsApp", "Email", "Copy link"];
const show = async (body = SHARE, more = {}) => {
  await page.show(body, { count: 0, ...more });
  await page.get("button", "Share");
};
const expanded = () => probe.get("button", "Share").getAttribute("aria-expanded");
const entries = () => probe.every("list").flatMap((list) => [...list.querySelectorAll("a, button")].filter(probe.seen).map(probe.name));

test("Enter opens it, Tab and the arrows go through it, Escape closes it and gives the focus back", LIMIT, async () => {
  await show();
  assert.deepEqual(await page.said("button", "Share"), ["button", "Share"]);
  await page.focus("textbox", "first");
  await page.press("Tab");
  assert.equal(await page.focused(), "Share");
  assert.deepEqual([await page.run(expanded), await page.run(entries)], ["false", []]);
  await page.press("Enter");
  await page.becomes(expanded, "true");
  await page.becomes(entries, USUAL);
  for (const name of USUAL) {
    await page.press("Tab");
    await page.becomes(() => probe.focused(), name);
  }
  await page.press("ArrowDown");
  assert.equal(await page.focused(), "Facebook");
  await page.press("End");
  assert.equal(await page.focused(), "Copy link");
  await page.press("Escape");
  await page.becomes(expanded, "false");
  await page.becomes(() => probe.focused(), "Share");
  assert.deepEqual(await page.run(entries), []);
  await page.quiet();
});

test("control: where Escape is kept from it, it stays open", LIMIT, async () => {
  await show();
  await page.click("button", "Share");
  await page.becomes(expanded, "true");
  await page.run(() => addEventListener("keydown", (event) => event.key === "Escape" && (event.preventDefault(), event.stopImmediatePropagation()), true));
  await page.press("Escape");
  assert.deepEqual(await page.run(entries), USUAL);
});

test("a press elsewhere closes it", LIMIT, async () => {
  await show(`${SHARE}<p style="position:fixed;bottom:0;left:0"><button>Elsewhere</button></p>`);
  await page.click("button", "Share");
  await page.becomes(expanded, "true");
  await page.click("button", "Elsewhere");
  await page.becomes(expanded, "false");
  assert.equal(await page.focused(), "Elsewhere");
  await page.quiet();
});

const PLACES = { "at the top left": "top:8px;left:0", "at the top right": "top:8px;right:0", "in the middle": "top:45%;left:45%", "at the bottom right": "bottom:2px;right:2px" };
test("it stands within the window, near its button, wherever that is", LIMIT, async () => {
  await show();
  const faults = [];
  for (const [place, style] of Object.entries(PLACES)) {
    await page.run((style) => void (document.querySelector("standfirst-share").style.cssText = `position:fixed;${style}`), style);
    await page.click("button", "Share");
    await page.becomes(entries, USUAL);
    faults.push(
      ...(await page.run((place) => {
        const menu = probe.one(":popover-open").getBoundingClientRect();
        const button = probe.get("button", "Share").getBoundingClientRect();
        const { clientWidth, clientHeight } = document.documentElement;
        const far = Math.max(menu.left - button.right, button.left - menu.right, menu.top - button.bottom, button.top - menu.bottom);
        return [menu.left < 0 && "left", menu.top < 0 && "top", menu.right > clientWidth && "right", menu.bottom > Math.max(clientHeight, innerHeight) && "bottom", far > 24 && `${far} px from its button`].filter(Boolean).map((fault) => `${place}: ${fault}`);
      }, place)),
    );
    await page.press("Escape");
    await page.becomes(expanded, "false");
  }
  assert.deepEqual(faults, []);
});

test("a copied link is in the clipboard: it can be pasted", LIMIT, async () => {
  await show();
  await page.click("button", "Share");
  await page.click("button", "Copy link");
  await page.until(() => probe.events("shared").length);
  assert.deepEqual((await page.events("shared")).map(({ target, outcome }) => [target, outcome]), [["copy", "copied"]]);
  await page.get("button", "Copied");
  await page.focus("textbox", "last");
  await page.press("Control+v");
  await page.becomes(() => document.querySelector("#last").value, ADDRESS);
  await page.quiet();
});

for (const [how, value] of Object.entries({ "is refused": '{ writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) }', "is not there": "undefined" })) {
  test(`where the clipboard ${how}, the address stands in a field, selected`, LIMIT, async () => {
    await show(SHARE, { head: `<script>Object.defineProperty(navigator, "clipboard", { configurable: true, value: ${value} })</script>` });
    await page.click("button", "Share");
    await page.click("button", "Copy link");
    await page.get("textbox", "Copy the link from here:");
    await page.becomes(() => { const it = probe.focus(); return it.value?.slice(it.selectionStart, it.selectionEnd); }, ADDRESS);
    assert.deepEqual((await page.events("shared")).map(({ target, outcome }) => [target, outcome]), [["copy", "refused"]]);
    await page.quiet();
  });
}

test("the code for phones is drawn, and has a name", LIMIT, async () => {
  await show(SHARE.replace("url=", 'targets="copy qr" url='));
  await page.click("button", "Share");
  await page.click("button", "QR code");
  const code = await page.get("image", "/^QR");
  assert.ok(await page.run((it) => { const { width, height } = it.getBoundingClientRect(); return width > 80 && height > 80; }, code));
  await page.quiet();
});
