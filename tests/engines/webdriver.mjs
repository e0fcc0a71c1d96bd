// A thin client of the W3C WebDriver protocol: a driver takes commands as JSON over HTTP, the same ones in every engine.
import assert from "node:assert/strict";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf"; // the name the standard gives to a reference
export const KEYS = { Tab: "\uE004", Shift: "\uE008", Control: "\uE009", Escape: "\uE00C", Enter: "\uE007", Space: " ", ArrowDown: "\uE015", ArrowLeft: "\uE012", ArrowRight: "\uE014", End: "\uE010" };

/** What WebKitGTK and Firefox say of a script whose page has gone. Chromium's driver waits for a page before it goes on. */
const LEFT = /before the unload event|Document was unloaded/;

export class WebDriverError extends Error {}

async function ask(url, method, body, limit = 60_000) {
  const response = await fetch(url, { method, signal: AbortSignal.timeout(limit), ...(body ? { body: JSON.stringify(body), headers: { "Content-Type": "application/json; charset=utf-8" } } : {}) });
  const { value } = await response.json();
  if (!response.ok) throw Object.assign(new WebDriverError(`${value.error}: ${value.message} (${method} ${new URL(url).pathname.replace(/[0-9a-f-]{30,}/i, "…")})`), { code: value.error });
  return value;
}

/** A session: one browser with one window, and a fresh profile. */
export class Session {
  constructor(driver, { sessionId, capabilities }) {
    Object.assign(this, { base: `${driver}/session/${sessionId}`, capabilities });
  }

  static async start(driver, capabilities, limit) {
    return new Session(driver, await ask(`${driver}/session`, "POST", { capabilities: { alwaysMatch: capabilities } }, limit));
  }

  post = (path, body = {}) => ask(this.base + path, "POST", body);
  get = (path) => ask(this.base + path, "GET");

  close = () => ask(this.base, "DELETE");
  go = (url) => this.post("/url", { url });
  back = () => this.post("/back");
  address = () => this.get("/url");

  /** Runs a function in the page: what it gives, or what its promise comes to. It sees only its arguments. */
  async run(script, ...args) {
    const { value, error } = await this.post("/execute/async", {
      // A driver's own "javascript error" does not say where; and what is thrown need not be an Error.
      script: `const done = arguments[arguments.length - 1]; const given = [...arguments].slice(0, -1);
        Promise.resolve().then(() => (${script})(...given)).then((value) => done({ value: value ?? null }), (error) => done({ error: \`\${error}\\n\${error?.stack ?? ""}\` }));`,
      args,
    });
    assert.equal(error, undefined, `in the page: ${error}`);
    return value;
  }

  /** Waits, within the page, until a function gives something true, and gives that. No clock decides: it is asked in every frame. Where the page goes meanwhile, as after a press on a link, the one that comes is asked, when all of it has been read. */
  async until(script, ...args) {
    const ask = () => this.#wait(script, ...args).catch((error) => (LEFT.test(error.message) ? ask() : Promise.reject(error)));
    const found = await ask();
    assert.ok(!("late" in found), `this did not become true within 25 s: ${script} ${JSON.stringify(args.filter((arg) => !arg?.[ELEMENT]))}`);
    return found.value;
  }

  #wait(script, ...args) {
    return this.run(
      `async (...given) => { for (const end = performance.now() + 25_000; ; ) { const value = document.readyState !== "loading" && (await (${script})(...given)); if (value) return { value }; if (performance.now() > end) return { late: document.title }; await new Promise((done) => setTimeout(done, 20)); } }`,
      ...args,
    );
  }

  /** Presses the mouse in the middle of an element, which is scrolled to before. */
  click = (element) => this.post(`/element/${element[ELEMENT]}/click`);

  /** Presses keys one after the other; "Shift+Tab" holds the first while the second is pressed. */
  async press(...all) {
    for (const keys of all) {
      const parts = keys.split("+").map((key) => KEYS[key] ?? key);
      const down = parts.map((value) => ({ type: "keyDown", value }));
      const up = parts.toReversed().map((value) => ({ type: "keyUp", value }));
      await this.post("/actions", { actions: [{ type: "key", id: "keyboard", actions: [...down, ...up] }] });
    }
  }

  role = (element) => this.get(`/element/${element[ELEMENT]}/computedrole`);
  label = (element) => this.get(`/element/${element[ELEMENT]}/computedlabel`);
}
