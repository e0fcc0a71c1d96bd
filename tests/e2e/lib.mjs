// What the end-to-end tests share: a server for dist/app, a browser, and a record of every request a page makes.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { tool } from "../../scripts/npm.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const app = path.join(root, "dist/app");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".ico": "image/x-icon",
  ".vtt": "text/vtt; charset=utf-8",
  ".mp4": "video/mp4",
  ".webm": "video/webm",
  ".mp3": "audio/mpeg",
  ".m4a": "audio/mp4",
  ".ogg": "audio/ogg",
  ".opus": "audio/ogg",
  ".wav": "audio/wav",
  ".txt": "text/plain; charset=utf-8",
};

/** Serves a folder on a free port of the loopback as a good static host would: types, brotli, 404. `extra` adds pages by path. */
export async function serve(folder = app, extra = {}) {
  if (folder === app && !existsSync(path.join(app, "index.html"))) {
    throw new Error("dist/app is not built. Mend it with: make dist");
  }
  const server = createServer(async (req, res) => {
    const name = new URL(req.url, "http://127.0.0.1").pathname; // plain names only: no file of ours needs decoding
    const file = path.join(folder, name.endsWith("/") ? `${name}index.html` : name);
    const headers = { "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream", "Cache-Control": "no-store" };
    if (Object.hasOwn(extra, name)) return res.writeHead(200, { ...headers, "Content-Type": TYPES[".html"] }).end(extra[name]);
    // path.join has taken out every "..", so only a path that leaves the folder does not begin with it.
    if (!file.startsWith(folder + path.sep)) return res.writeHead(403).end();
    const brotli = /\bbr\b/.test(req.headers["accept-encoding"] ?? "") && existsSync(`${file}.br`);
    try {
      const bytes = await readFile(brotli ? `${file}.br` : file);
      res.writeHead(200, { ...headers, "Content-Length": bytes.length, ...(brotli ? { "Content-Encoding": "br" } : {}) }).end(bytes);
    } catch {
      res.writeHead(404, { "Content-Type": "text/plain" }).end("Not found\n");
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((done) => (server.close(done), server.closeAllConnections())),
  };
}

/** The system's Chromium, quiet: no request of its own, a fresh profile, and no way to a name but the loopback's. */
export function launch() {
  const onPath = (process.env.PATH ?? "").split(path.delimiter).map((folder) => path.join(folder, "chromium"));
  const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", ...onPath].find((file) => file && existsSync(file));
  if (!executablePath) throw new Error("Chromium is missing. Mend it with: scripts/tools.sh test");
  return tool("playwright-core").chromium.launch({
    executablePath,
    args: [
      "--no-sandbox", // Chromium refuses to run as root with one, and the pages are ours
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ],
  });
}

const isLoopback = (url) => {
  const { protocol, hostname } = new URL(url);
  return !protocol.startsWith("http") || ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
};

/**
 * Opens a page in a fresh context. `record` fills while the page lives: `requests` (all addresses), `foreign` (those to
 * other hosts than the loopback; they are blocked), `console` (errors it logged) and `uncaught` (errors nobody caught).
 * `before` gets the page while it is still empty, to add scripts and routes; the other options are the context's.
 */
export async function visit(browser, address, { before, ...options } = {}) {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/London", serviceWorkers: "block", ...options });
  const record = { requests: [], foreign: [], console: [], uncaught: [] };
  context.on("request", (request) => {
    record.requests.push(request.url());
    if (!isLoopback(request.url())) record.foreign.push(request.url());
  });
  await context.route((url) => !isLoopback(url.href), (route) => route.abort());
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && record.console.push(message.text()));
  page.on("pageerror", (error) => record.uncaught.push(String(error)));
  await before?.(page);
  await page.goto(address);
  return { page, context, record, close: () => context.close() };
}

/** Opens the app, and waits until its reader is ready or has failed. `state` says which. */
export async function open(browser, origin, where = "/", options = {}) {
  const visited = await visit(browser, origin + where, options);
  const reader = visited.page.locator('[data-state="ready"], [data-state="failed"]').first();
  await reader.waitFor({ state: "attached", timeout: 15_000 }).catch(() => {
    const { console: logged, uncaught } = visited.record;
    throw new Error(`At ${where} nothing became ready or failed within 15 s. Console: ${logged.join("; ") || "nothing"}. Uncaught: ${uncaught.join("; ") || "nothing"}.`);
  });
  return { ...visited, reader, state: await reader.getAttribute("data-state"), reason: await reader.getAttribute("data-reason") };
}

/** Scrolls through the page, so that what loads only when it is near does load, and waits for its images and fonts. */
export async function settle(page) {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((done) => setTimeout(done, 30));
    }
    scrollTo(0, 0);
    await document.fonts.ready;
  });
  // Not "network idle": an answer that is never read to its end keeps Chromium from calling the network idle. And only
  // for a while: a picture further along in a carousel does not load before it is scrolled to.
  const shown = () => {
    const images = (place) => [...place.querySelectorAll("*")].flatMap((el) => [...(el.localName === "img" ? [el] : []), ...(el.shadowRoot ? images(el.shadowRoot) : [])]);
    return images(document).every((image) => image.complete || !image.checkVisibility());
  };
  await page.waitForFunction(shown, null, { timeout: 5000 }).catch(() => {});
}

// What more than one file looks for. A check runs in the page and gives a list of faults: empty when all is well.

/** How far the page can be scrolled sideways, and what reaches out of it. Whatever is folded is opened first. */
export const sideways = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const inScroller = (el) => el.parentElement && (/auto|scroll|hidden|clip/.test(getComputedStyle(el.parentElement).overflowX) || inScroller(el.parentElement));
    const out = [...document.body.querySelectorAll("*")].filter((el) => {
      const { left, right, width } = el.getBoundingClientRect();
      return width > 0 && (right > clientWidth + 1 || left < -1) && !inScroller(el);
    });
    const named = out.slice(0, 6).map((el) => `${el.localName}.${el.className.baseVal ?? el.className}`);
    return [`${scrollWidth} px in a window of ${clientWidth}: ${named.join(", ") || "nothing that could be named"}`];
  });

/** Every piece of text with less contrast to what is painted behind it than 4.5:1, in what the selector says. Not text over pictures. */
export const pale = (page, within = ".sf *") =>
  page.evaluate((within) => {
    const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const rgba = (colour) => {
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    };
    const over = ([r, g, b, a], under) => [r, g, b].map((part, at) => part * a + under[at] * (1 - a));
    const ground = (el) => {
      if (!el) return matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
      const colour = rgba(getComputedStyle(el).backgroundColor);
      return colour[3] === 1 ? colour.slice(0, 3) : over(colour, ground(el.parentElement));
    };
    const light = (rgb) => {
      const [r, g, b] = rgb.map((part) => part / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const faults = new Set();
    for (const el of document.querySelectorAll(within)) {
      const hint = el.placeholder && !el.value ? "::placeholder" : null;
      const texts = hint || [...el.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!texts || !el.checkVisibility({ visibilityProperty: true })) continue;
      const paper = ground(el);
      const ink = over(rgba(getComputedStyle(el, hint).color), paper);
      const [low, high] = [light(ink), light(paper)].sort((a, b) => a - b);
      const ratio = (high + 0.05) / (low + 0.05);
      if (ratio < 4.5) faults.add(`${ratio.toFixed(2)}:1 ${el.localName}.${el.className} “${(el.placeholder ?? el.textContent).trim().slice(0, 24)}”`);
    }
    return [...faults];
  }, within);

/** Presses Tab until the focus is on what the selector says. */
export async function tabTo(page, selector) {
  for (let at = 0; at < 80; at++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`80 presses of Tab did not lead to ${selector}`);
}

/** Adds the strictest rule for scripts to the page itself, and counts what breaks it. */
export async function trustNothing(page) {
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener("securitypolicyviolation", (event) => violations.push(`${event.effectiveDirective} ${event.sample} ${event.sourceFile}:${event.lineNumber}`));
  });
  await page.route((url) => /(\/|\.html)$/.test(url.pathname), async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'" };
    await route.fulfill({ response, headers });
  });
}
