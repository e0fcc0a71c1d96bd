// A page of somebody else with our elements in it: a server for such pages, and a record of what is heard in them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { app, launch, root, visit } from "./lib.mjs";

export const embed = path.join(root, "dist/embed");
// An article that is given has its pictures beside the page.
const FOLDERS = { "/embed/": embed, "/articles/": path.join(app, "articles"), "/art/": path.join(app, "articles/art") };
const TYPES = { ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".jpg": "image/jpeg", ".txt": "text/plain", ".vtt": "text/vtt" };
export const SCRIPT = '<script type="module" src="/embed/standfirst.js"></script>';
export const REPORT = '<standfirst-article src="/articles/report.json"></standfirst-article>';
export const FALLBACK = '<standfirst-article src="/articles/report.json"><p id="fallback">Read it elsewhere.</p></standfirst-article>';
export const article = (name) => JSON.parse(readFileSync(path.join(FOLDERS["/articles/"], `${name}.json`), "utf8"));
export const headline = article("report").headline;

/** Opens a page. `heard` are the events in the order of their coming, `warnings` what we said on the console. */
export async function watch(browser, address, { before, ...options } = {}) {
  const warnings = [];
  const visited = await visit(browser, address, {
    ...options,
    before: async (page) => {
      page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
      await page.addInitScript(() => {
        const heard = [];
        Object.defineProperty(globalThis, "heard", { value: heard });
        for (const type of ["standfirst-load", "standfirst-error"]) {
          document.addEventListener(type, ({ target, detail, bubbles, composed }) => heard.push({ type, id: target.id, bubbles, composed, detail: JSON.parse(JSON.stringify(detail)) }));
        }
        for (const type of ["error", "unhandledrejection"]) addEventListener(type, (event) => heard.push({ type, message: String(event.message ?? event.reason) }));
      });
      await before?.(page);
    },
  });
  const { page, record } = visited;
  const asked = (end) => record.requests.filter((url) => new URL(url).pathname.endsWith(end));
  return {
    ...visited,
    warnings,
    asked,
    heard: () => page.evaluate(() => heard.map((event) => ({ ...event }))),
    /** Waits until `count` events of a type have come. */
    hear: (type, count = 1) => page.waitForFunction(([type, count]) => heard.filter((event) => event.type === type).length >= count, [`standfirst-${type}`, count], { timeout: 15_000 }),
    quiet: () => assert.deepEqual([record.console, record.uncaught, record.foreign, warnings], [[], [], [], []]),
  };
}

/** A browser, and a server of pages: `show` opens one. */
export async function host() {
  const browser = await launch();
  /** Pages by path. */
  const pages = new Map();
  const server = createServer(async (req, res) => {
    const name = new URL(req.url, "http://127.0.0.1").pathname;
    const page = pages.get(name);
    if (page) return res.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...page.headers }).end(page.html);
    const at = Object.keys(FOLDERS).find((prefix) => name.startsWith(prefix));
    const bytes = at && (await readFile(path.join(FOLDERS[at], path.normalize(name.slice(at.length)))).catch(() => null));
    if (!bytes) return res.writeHead(404).end();
    res.writeHead(200, { "Content-Type": TYPES[path.extname(name)] ?? "application/octet-stream", "Cache-Control": "no-store" }).end(bytes);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;

  /** Opens a page with `body`. */
  function show(body, { headers = {}, head = "", ...options } = {}) {
    const name = `/${pages.size + 1}.html`;
    pages.set(name, { headers, html: `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body>${body}</body></html>` });
    return watch(browser, origin + name, options);
  }

  return {
    browser,
    origin,
    show,
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The headline of an article that is shown: not of its head alone, which stands there before. */
export const title = (page, text = headline, within = "") => page.locator(`${within} .sf-article:has(.sf-body) .sf-headline`, { hasText: text });
/** How an article looks: what a page could have changed. */
export const look = (page) =>
  page.locator("standfirst-article").evaluate((host) =>
    Object.fromEntries(
      [".sf-headline", ".sf-article p:not([class])", ".sf-figure button", ".sf-standfirst"].map((selector) => {
        const el = host.shadowRoot.querySelector(selector);
        const style = getComputedStyle(el);
        const { x, width, height } = el.getBoundingClientRect();
        const names = ["display", "fontSize", "fontFamily", "fontWeight", "lineHeight", "letterSpacing", "textTransform", "textAlign", "color", "backgroundColor", "marginTop", "paddingTop", "cursor", "visibility", "opacity"];
        return [selector, { x, width, height, ...Object.fromEntries(names.map((name) => [name, style[name]])) }];
      }),
    ),
  );
/** What hit testing finds in the middle of the fallback is the fallback. */
export const readable = (page) =>
  page.evaluate(() => {
    const p = document.querySelector("#fallback");
    const { x, y, width, height } = p.getBoundingClientRect();
    return width > 50 && height > 8 && p.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && document.elementFromPoint(x + 5, y + height / 2) === p;
  });
/** A door: requests wait before it. */
export function door() {
  let open;
  const opened = new Promise((done) => (open = done));
  return { opened, open };
}

/** A page without the means to check hashes, as one without https: it takes another program than the script's own. */
export const unchecked = (page) => page.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { value: undefined }));
