// What the tests of an engine share: its browser, the pages, and the words of a reader for what is done in them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before } from "node:test";
import { app } from "../e2e/lib.mjs";
import { ENGINES, launch } from "./engines.mjs";
import { site } from "./site.mjs";

export const engine = process.env.ENGINE ?? "chromium";
if (!ENGINES[engine]) throw new Error(`There is no engine '${engine}'; there are: ${Object.keys(ENGINES).join(", ")}`);
/** What hangs fails. */
export const LIMIT = { timeout: 60_000 };
export const article = (name) => JSON.parse(readFileSync(path.join(app, "articles", `${name}.json`), "utf8"));
export const shown = (name, more = "") => `<standfirst-article src="/articles/${name}.json" ${more}></standfirst-article>`;
export const inline = (data, tag = "standfirst-article", more = "") => `<${tag} ${more}><script type="application/json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script></${tag}>`;

/** A browser and a server of pages for all tests of a file. */
export function stage(options = {}) {
  let browser, pages;
  before(async () => {
    pages = await site();
    browser = await launch(engine, { ...options, proxy: pages.proxy });
  });
  after(async () => {
    await browser?.close();
    await pages?.close();
  });

  const run = (...all) => browser.session.run(...all);
  const until = (...all) => browser.session.until(...all);
  const events = (name) => run((name) => probe.events(name), name);
  const it = {
    run,
    until,
    events,
    get asked() {
      return pages.asked;
    },
    /** Hosts that the page asked for and that are not ours. */
    get others() {
      return pages.foreign.filter((host) => !OWN.test(host));
    },
    add: (...all) => pages.add(...all),
    /** Opens an address of ours. */
    async go(address) {
      // Addresses that differ in their fragment alone are one document; and what a test has left on the device is not the next one's.
      await browser.session.go(`${pages.origin}/blank`);
      await run(() => localStorage.clear());
      pages.asked.length = pages.foreign.length = 0;
      await browser.session.go(pages.origin + address);
    },
    back: () => browser.session.back(),
    /** Opens a page with this in its body, and waits until `count` articles say that they are there. */
    async show(body, { count = 1, hash = "", ...more } = {}) {
      await it.go(pages.add(body, more) + hash);
      if (count) await until((count) => probe.events("load").length >= count, count);
    },
    /** Opens the app, and waits until it shows something. */
    async app(where = "") {
      await it.go(`/app/${where}`);
      await until(() => document.querySelector('[data-state="ready"], [data-state="failed"]'));
    },
    /** Waits for something that is to be seen, by its role and name. */
    get: (role, name) => until((role, name) => probe.get(role, name), role, name),
    /** Waits for something and presses it as soon as a pointer can meet it: what has just been opened, WebKitGTK's driver may not take for shown yet. A frame passes before each new try. */
    async click(role, name) {
      for (let tries = 1; ; tries++) {
        try {
          return await browser.session.click(await it.get(role, name));
        } catch (error) {
          if (tries === 50 || error.code !== "element not interactable") throw error;
          await run(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
        }
      }
    },
    press: (...keys) => browser.session.press(...keys),
    /** Gives something the focus, as a script of the page would. */
    focus: async (role, name) => run((el) => el.focus(), await it.get(role, name)),
    focused: () => run(() => probe.focused()),
    /** What the engine itself says of something: its role and its name, as a screen reader gets them. */
    said: async (role, name) => {
      const element = await it.get(role, name);
      return [await browser.session.role(element), await browser.session.label(element)];
    },
    /** What a script of the page gives becomes this. */
    async becomes(script, wanted, ...args) {
      const same = `async (wanted, ...given) => JSON.stringify(await (${script})(...given)) === wanted`;
      await until(same, JSON.stringify(wanted), ...args).catch(async () => assert.deepEqual(await run(script, ...args), wanted));
    },
    /** Nothing was said on the console, nothing was left uncaught, nothing was asked for elsewhere. */
    async quiet() {
      assert.deepEqual(await run(() => probe.record.errors), []);
      assert.deepEqual(it.others, []);
    },
  };
  return it;
}

/** Whom Firefox and Chromium ask on their own account, whatever page they show. */
const OWN = /\.(mozilla\.(com|org|net)|gvt1\.com)$|^(accounts|clients\d?|android\.clients)\.google\.com$|^(update|optimizationguide-pa|content-autofill|safebrowsing)\.googleapis\.com$/;
