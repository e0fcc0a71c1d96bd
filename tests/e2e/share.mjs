// What the tests of sharing have in common: pages with a share button, and where things stand in them.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { host, SCRIPT } from "./host.mjs";

export const LIMIT = { timeout: 60_000 };
const DESK = { viewport: { width: 1280, height: 720 } };
export const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };
export const READS = { permissions: ["clipboard-read", "clipboard-write"] };
export const ADDRESS = "https://news.example/report";
export const alone = (more = "", inner = "") => `<standfirst-share id="alone" url="${ADDRESS}" headline="Salt &amp; light" ${more}>${inner}</standfirst-share>`;
export const small = { headline: "Salt & light", url: ADDRESS, body: [{ type: "paragraph", text: "The first paragraph speaks of salt." }, { type: "paragraph", text: "The second one speaks of light, and of nothing else." }] };
export const long = { ...small, author: "A", body: Array.from({ length: 60 }, (_, at) => ({ type: "paragraph", text: `Paragraph ${at} of many.` })) };
export const inline = (data, more = "") => `<standfirst-article ${more}><script type="application/json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script></standfirst-article>`;
export const USUAL = ["Facebook", "X", "LinkedIn", "WhatsApp", "Email", "Copy link"];

let show, here, close;
/** Where the pages are. */
export const origin = () => here;
before(async () => {
  ({ show, origin: here, close } = await host());
});
after(() => close?.());

/** Opens a page, with what it hears of shares. `stop` in it names a target whose shares it stops. */
export async function open(body, { before, first = "Share", ...options } = {}) {
  const visited = await show(SCRIPT + body, {
    ...DESK,
    ...options,
    before: async (page) => {
      page.setDefaultTimeout(10_000);
      await page.addInitScript(() => {
        Object.defineProperty(globalThis, "shares", { value: [] });
        for (const type of ["standfirst-share", "standfirst-shared"]) {
          document.addEventListener(type, (event) => {
            const { detail, bubbles, composed, cancelable } = event;
            shares.push({ type, bubbles, composed, cancelable, ...detail });
            if (detail.target === globalThis.stop) event.preventDefault();
          });
        }
      });
      await before?.(page);
    },
  });
  const { page } = visited;
  if (first) await page.getByRole("button", { name: first, exact: true }).first().waitFor();
  return { ...visited, told: () => page.evaluate(() => shares.map(({ type, target, url, outcome }) => [type.slice("standfirst-".length), target, url ?? outcome])) };
}

export const button = (page, name = "Share") => page.getByRole("button", { name, exact: true }).first();
export const menu = (page) => page.getByRole("list", { name: "Share" });
export const entry = (page, name) => menu(page).getByRole("listitem").filter({ hasText: name }).locator("a, button");
export const names = (page) => menu(page).locator("a, button").allInnerTexts();
export const status = (page) => page.getByRole("status");
/** What has the focus, through shadow roots: its name, or its tag. */
export const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at.getAttribute("aria-label") ?? (at.textContent.trim() || at.id || at.localName);
  });
/** What is to become so within five seconds. */
export async function becomes(read, wanted) {
  for (const end = Date.now() + 5000; ; ) {
    const found = await read();
    if (JSON.stringify(found) === JSON.stringify(wanted) || Date.now() > end) return assert.deepEqual(found, wanted);
    await new Promise((done) => setTimeout(done, 25));
  }
}
export const expanded = (page) => page.getByRole("button", { expanded: true }).evaluateAll((all) => all.map((el) => el.ariaLabel ?? el.textContent.trim()));
/** Puts our own answer in the place of a part of `navigator`. */
export const own = (name, make) => (page) => page.addInitScript(`globalThis.calls = []; Object.defineProperty(navigator, "${name}", { configurable: true, value: ${make} })`);
export const sheet = (answer) => own("share", `(data) => (calls.push({ ...data }), ${answer})`);
export const clipboard = (value) => own("clipboard", value);
export const refusing = clipboard('{ writeText: (text) => (calls.push(text), Promise.reject(new DOMException("no", "NotAllowedError"))) }');
