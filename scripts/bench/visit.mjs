// One visit to a page, cold: what the browser says of it, and whether it can be believed.
import { randomBytes } from "node:crypto";
import { median } from "./table.mjs";

export const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/** A phone of the middle range in a poor network; the figures are those of the reference. Bytes a second, ms, times slower. */
export const CONDITIONS = {
  full: null,
  slowed: { bytes: 200_000, latency: 150, cpu: 4 },
};

/** What the line is tried with. */
export const LINE = { name: "/line", bytes: randomBytes(20_000) };

const LONGEST = 30_000; // ms
const CALM = 1000; // ms: a new window of Chromium loads parts of its own, which would be counted in
const QUIET = 600; // ms without a request: then the page is at rest

/** Runs in the page before anything of its own. The same for every page: it looks into an open shadow root if there is one. */
function watch(end) {
  const bench = (globalThis.__bench = { lcp: [], shifts: 0, shown: null });
  new PerformanceObserver((list) => {
    for (const { startTime, size, url, element } of list.getEntries()) {
      bench.lcp.push({ time: startTime, size, url, what: element ? `${element.localName}.${element.className}` : "in the shadow tree" });
    }
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) bench.shifts += value;
  }).observe({ type: "layout-shift", buffered: true });
  bench.article = () => {
    const root = document.querySelector("standfirst-article")?.shadowRoot;
    return (root ?? document).querySelector(".sf-article");
  };
  // The last paragraph has its place in one frame, and that frame has been painted when the second one after it begins.
  const look = () => {
    const last = end && bench.article()?.querySelector(".sf-body > :last-child");
    if (last?.textContent === end && last.getClientRects().length > 0) {
      requestAnimationFrame(() => requestAnimationFrame(() => (bench.shown = performance.now())));
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}

/** Runs in the page when it is at rest. */
function collect() {
  const bench = globalThis.__bench;
  const article = bench.article();
  const images = [...article.querySelectorAll("img")];
  const fcp = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  return {
    fcp,
    lcp: bench.lcp.at(-1),
    // Where the frames run on behind a style sheet that blocks painting, nothing is to be seen before the first paint.
    shown: Math.max(bench.shown, fcp),
    shifts: bench.shifts,
    text: article.textContent.replace(/\s+/g, " ").trim(),
    width: article.getBoundingClientRect().width,
    height: article.getBoundingClientRect().height,
    pictures: images.filter((image) => image.complete && image.naturalWidth > 0 && image.currentSrc).map((image) => new URL(image.currentSrc).pathname),
  };
}

/** The middle one of some loops of fixed work, in ms: shows whether the processor is slowed, whatever else runs beside. */
export function spin() {
  const took = [];
  for (let turn = 0; turn < 7; turn++) {
    const begun = performance.now();
    for (let at = 0, sum = 0; at < 2e6; at++) sum = (sum + at * at) % 1021;
    took.push(performance.now() - begun);
  }
  return took.sort((a, b) => a - b)[3];
}

/** A fetch of a file that nothing compresses, in ms: shows whether the line is slowed. */
export async function ask(file) {
  const begun = performance.now();
  await (await fetch(file, { cache: "no-store" })).arrayBuffer();
  return performance.now() - begun;
}

/**
 * Visits `address` in a context of its own, so with an empty cache and no connection open. `end` is the text of the last
 * paragraph, and without it nothing is waited for but rest. `limit` is how long the article may take.
 */
export async function visit(browser, address, { slow = null, end, limit = LONGEST, before, then } = {}) {
  const context = await browser.newContext({ ...PHONE, locale: "en-GB", timezoneId: "Europe/London", serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    const faults = [];
    page.on("console", (message) => /error|warning/.test(message.type()) && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.addInitScript(watch, end);
    await before?.(page);
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Performance.enable");
    const traffic = count(session);
    if (slow) {
      await session.send("Network.emulateNetworkConditions", { offline: false, latency: slow.latency, downloadThroughput: slow.bytes, uploadThroughput: slow.bytes });
      await session.send("Emulation.setCPUThrottlingRate", { rate: slow.cpu });
    }
    await new Promise((done) => setTimeout(done, CALM));
    await page.goto(address, { waitUntil: "load", timeout: limit });
    if (end) {
      await page.waitForFunction(() => globalThis.__bench.shown, null, { timeout: limit, polling: 100 }).catch(async () => {
        const seen = await page.evaluate(() => `article ${globalThis.__bench.article() ? "there" : "missing"}, page ${document.visibilityState}`).catch(String);
        const open = traffic.requests().filter(({ last }) => last === undefined).map(({ name }) => name);
        throw new Error(`${address}: no article within ${limit / 1000} s (${seen}; open requests: ${open.join(", ") || "none"}). ${faults.join("; ")}`);
      });
    }
    await traffic.rest(limit);
    const { metrics } = await session.send("Performance.getMetrics");
    const metric = (name) => metrics.find((entry) => entry.name === name).value * 1000;
    const result = await then?.(page) ?? await page.evaluate(collect);
    const requests = traffic.requests();
    const held = slow && { slowed: await page.evaluate(spin) };
    if (slow) {
      await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
      held.free = await page.evaluate(spin);
      held.line = await page.evaluate(ask, LINE.name);
    }
    return { ...result, requests, bytes: sum(requests), task: metric("TaskDuration"), script: metric("ScriptDuration"), layout: metric("LayoutDuration") + metric("RecalcStyleDuration"), held, faults };
  } finally {
    await context.close();
  }
}

const sum = (requests) => requests.reduce((total, { bytes }) => total + bytes, 0);

/**
 * What goes over the network, as the browser tells it: bytes with headers, compressed; ms since the page was asked for.
 * Not by the page's own resource timing, whose first byte comes before the latency that the browser adds.
 */
export function count(session) {
  const all = new Map();
  let last = performance.now();
  let zero;
  const note = (event, act) => session.on(`Network.${event}`, (details) => {
    last = performance.now();
    if (event === "requestWillBeSent") act(details);
    else if (all.has(details.requestId)) act(details, all.get(details.requestId));
  });
  const since = (timestamp) => (timestamp - zero) * 1000;
  note("requestWillBeSent", ({ requestId, request, timestamp }) => {
    if (!/^https?:/.test(request.url)) return;
    zero ??= timestamp;
    all.set(requestId, { name: new URL(request.url).pathname, priority: request.initialPriority, start: since(timestamp) });
  });
  note("requestServedFromCache", ({ requestId }) => all.delete(requestId)); // what was preloaded, taken up
  note("responseReceived", ({ timestamp }, entry) => (entry.first = since(timestamp)));
  note("loadingFinished", ({ timestamp, encodedDataLength }, entry) => Object.assign(entry, { last: since(timestamp), bytes: encodedDataLength }));
  note("loadingFailed", ({ requestId }) => all.delete(requestId));
  const open = () => [...all.values()].filter((entry) => entry.last === undefined);
  return {
    requests: () => [...all.values()],
    async rest(limit) {
      const begun = performance.now();
      while (open().length > 0 || performance.now() - last < QUIET) {
        if (performance.now() - begun > limit) throw new Error(`no rest within ${limit / 1000} s: waiting for ${open().map(({ name }) => name).join(", ")}`);
        await new Promise((done) => setTimeout(done, 50));
      }
    },
  };
}

/** What is wrong with a visit: nothing, if its figures can be used. `like` is a visit to the static page. */
export function faultsOf(visit, slow, like) {
  const faults = [...visit.faults];
  const differs = (what, a, b) => faults.push(`${what} differs from the static page's: ${a} instead of ${b}`);
  if (!(visit.fcp > 0)) faults.push("the browser reports no first paint");
  if (!visit.lcp) faults.push("the browser reports no largest paint");
  if (visit.text.length < 5000) faults.push(`only ${visit.text.length} characters of text`);
  if (like && visit.text !== like.text) {
    const at = [...visit.text].findIndex((letter, at) => letter !== like.text[at]);
    differs("the text", `“${visit.text.slice(at, at + 40)}”`, `“${like.text.slice(at, at + 40)}”`);
  }
  if (like && visit.pictures.join() !== like.pictures.join()) differs("the list of pictures", visit.pictures.join(), like.pictures.join());
  for (const side of ["width", "height"]) {
    if (like && Math.abs(visit[side] - like[side]) > 1) differs(`the ${side}`, visit[side], like[side]);
  }
  if (!slow) return faults;
  if (!visit.held) return [...faults, "nothing was slowed"];
  const { line } = visit.held;
  const due = slow.latency + (LINE.bytes.length / slow.bytes) * 1000;
  if (!(line > due * 0.9)) faults.push(`${LINE.bytes.length} bytes came in ${line.toFixed(0)} ms instead of ${due.toFixed(0)}`);
  for (const { name, start, first } of visit.requests) {
    if (first - start < slow.latency * 0.9) faults.push(`${name} answered after ${Math.round(first - start)} ms, before the latency of ${slow.latency}`);
  }
  // The program is the largest file, where there is one.
  const largest = visit.requests.reduce((most, next) => (next.bytes > most.bytes ? next : most));
  const least = slow.latency + (largest.bytes / slow.bytes) * 1000;
  if (largest.last - largest.start < least * 0.85) faults.push(`${largest.name} came in ${Math.round(largest.last - largest.start)} ms instead of ${Math.round(least)}`);
  return faults;
}

/** How many times slower the processor was. Over many visits: in one of them, something else may have held it up. */
export function slowEnough(visits, slow) {
  return median(visits.map(({ held: { slowed, free } }) => slowed / free)) > slow.cpu * 0.6;
}
