// One cold visit to a page of comments, and three presses on it.
import { ask, count, LINE, PHONE, spin } from "../visit.mjs";

/** How the browser is slowed: bytes a second, ms, times slower. */
export const CONDITIONS = {
  none: null,
  processor: { cpu: 4 },
  line: { bytes: 200_000, latency: 150 },
  both: { cpu: 4, bytes: 200_000, latency: 150 },
};

const LONGEST = 180_000; // ms
const PATIENCE = 20_000; // ms: what took longer to show takes as long to expand, and is not asked to
const AFTER = 1000; // ms: what the browser does of itself with the new comments, its autofill for one, counts as long tasks too
const CALM = 1500; // ms: a new window of Chromium loads parts of its own, and the page before, of 240,000 nodes, is cleared away beside it; both would be counted in

/** Runs in the page before anything of its own; looks into an open shadow root if there is one. */
function watch() {
  const bench = (globalThis.__bench = { tasks: [], memories: new Set() });
  new PerformanceObserver((list) => bench.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: "longtask", buffered: true });
  bench.section = () => (document.querySelector("standfirst-comments")?.shadowRoot ?? document).querySelector(".sf-comments");
  // What is in the document in one frame has been painted when the second one after it begins.
  const painted = (act) => requestAnimationFrame(() => requestAnimationFrame(act));
  let begun = false;
  const look = () => {
    const section = bench.section();
    if (!begun && section?.querySelector(".sf-comment")) {
      begun = true;
      painted(() => (bench.first = performance.now()));
    }
    if (section?.dataset.state !== "ready") return requestAnimationFrame(look);
    painted(() => {
      bench.all = performance.now();
      globalThis.__painted("");
    });
  };
  requestAnimationFrame(look);
  // The memory of a program is not in the heap of the scripts.
  const keep = ({ instance }) => Object.values(instance.exports).forEach((one) => one instanceof WebAssembly.Memory && bench.memories.add(one));
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await real(...given);
      keep(made instanceof WebAssembly.Instance ? { instance: made } : made);
      return made;
    };
  }
}

/** Presses a button and gives the ms until what it did has been painted. */
async function press(selector) {
  const button = globalThis.__bench.section().querySelector(selector);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  button.scrollIntoView({ block: "center" });
  for (let turn = 0; turn < 4; turn++) await frame();
  await new Promise((done) => setTimeout(done, 100));
  const begun = performance.now();
  button.click();
  await frame();
  // A message posted in a frame comes when that frame has been painted.
  await new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });
  return performance.now() - begun;
}

/** Whether every thread that can be seen is folded (or open). Asked of attributes: to ask the browser what it shows would have it work out the style of all that is hidden, which the next press would pay for. */
function all(open) {
  const buttons = [...globalThis.__bench.section().querySelectorAll(".sf-fold")];
  return buttons.every((one) => one.getAttribute("aria-expanded") === String(open) || (!open && one.closest("[hidden]") !== null));
}

/** What the page shows, to compare with what was asked for. */
function shown() {
  const section = globalThis.__bench.section();
  const text = (one) => one.textContent.replace(/\s+/g, "");
  const comments = [...section.querySelectorAll(".sf-comment")];
  return {
    texts: Object.fromEntries(comments.map((one) => [one.id.replace("comment-", ""), text(one.querySelector(".sf-comment-text"))])),
    elements: section.querySelectorAll("*").length,
    height: section.getBoundingClientRect().height,
  };
}

/** Folds the branch of the comment `largest`, then all, then opens all, unless it would take too `long`; ms to each paint. */
async function presses(page, largest, long, faults) {
  const done = async (what, check, given) => {
    await page.waitForFunction(check, given, { timeout: LONGEST, polling: 100 }).catch(() => faults.push(`${what} did not do it`));
  };
  const branch = `#comment-${largest} .sf-fold`;
  const one = await page.evaluate(press, branch);
  await done("collapse one", (selector) => globalThis.__bench.section().querySelector(selector).ariaExpanded === "false", branch);
  const foldAll = await page.evaluate(press, '[data-do="fold-all"]');
  await done("collapse all", all, false);
  if (long) return { one, foldAll };
  const unfoldAll = await page.evaluate(press, '[data-do="unfold-all"]');
  await done("expand all", all, true);
  return { one, foldAll, unfoldAll };
}

/** Visits `address` in a context of its own. `largest` is the id of the comment with most replies below it. */
export async function visit(browser, address, { slow, largest }) {
  const context = await browser.newContext({ ...PHONE, locale: "en-GB", timezoneId: "Europe/London", serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    const faults = [];
    page.on("console", (message) => /error|warning/.test(message.type()) && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.addInitScript(watch);
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    // The time that the thread really ran, not what it waited for others on the same processor.
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await session.send("Runtime.enable");
    await session.send("Runtime.addBinding", { name: "__painted" });
    const painted = new Promise((done) => session.on("Runtime.bindingCalled", () => done(session.send("Performance.getMetrics"))));
    const traffic = count(session);
    if (slow?.bytes) await session.send("Network.emulateNetworkConditions", { offline: false, latency: slow.latency, downloadThroughput: slow.bytes, uploadThroughput: slow.bytes });
    const throttle = (rate) => session.send("Emulation.setCPUThrottlingRate", { rate });
    if (slow?.cpu) await throttle(slow.cpu);
    await new Promise((done) => setTimeout(done, CALM));
    await page.goto(address, { waitUntil: "commit", timeout: LONGEST });
    let timer;
    const late = new Promise((_, fail) => (timer = setTimeout(fail, LONGEST, new Error(`${address}: not all comments within ${LONGEST / 1000} s. ${faults.join("; ")}`))));
    const metric = ({ metrics }, name) => metrics.find((entry) => entry.name === name).value;
    const then = await Promise.race([painted, late]).finally(() => clearTimeout(timer));
    await new Promise((done) => setTimeout(done, AFTER));
    const { first, all: last, tasks } = await page.evaluate(() => globalThis.__bench);
    await traffic.rest(LONGEST);
    const requests = traffic.requests();

    const clicks = await presses(page, largest, last > PATIENCE, faults);

    const held = slow?.cpu && { slowed: await page.evaluate(spin) };
    if (slow?.cpu) await throttle(1);
    if (held) held.free = await page.evaluate(spin);
    const line = slow?.bytes && (await page.evaluate(ask, LINE.name));
    await session.send("HeapProfiler.collectGarbage");
    const rest = await session.send("Performance.getMetrics");
    const memory = await page.evaluate(() => [...globalThis.__bench.memories].reduce((sum, one) => sum + one.buffer.byteLength, 0));
    const long = tasks.filter(({ startTime }) => startTime < last + AFTER);
    const bytes = (thread) => requests.filter(({ name }) => name.startsWith("/thread/") === thread).reduce((sum, { bytes }) => sum + bytes, 0);
    const ms = (name) => metric(then, name) * 1000;
    return {
      thread: bytes(true),
      program: bytes(false),
      first,
      all: last,
      task: ms("TaskDuration"),
      style: ms("RecalcStyleDuration"),
      layout: ms("LayoutDuration"),
      longest: Math.max(0, ...long.map(({ duration }) => duration)),
      tasks: long.map(({ startTime, duration }) => ({ after: Math.round(startTime - last), duration })),
      heap: metric(rest, "JSHeapUsedSize"),
      memory,
      nodes: metric(rest, "Nodes"),
      clicks,
      held,
      line,
      faults,
      ...(await page.evaluate(shown)),
    };
  } finally {
    await context.close();
  }
}

/** What is wrong with a visit: nothing, if its figures can be used. `items` are the comments that were asked for. */
export function faultsOf(visit, items, slow) {
  const faults = [...visit.faults];
  const there = Object.keys(visit.texts).length;
  if (there !== items.length) faults.push(`${there} comments instead of ${items.length}`);
  const wrong = items.find(({ id, text }) => visit.texts[id] !== text.replace(/\s+/g, ""));
  if (wrong) faults.push(`comment ${wrong.id} says “${visit.texts[wrong.id]?.slice(0, 60)}” instead of “${wrong.text.slice(0, 60)}”`);
  if (!(visit.first <= visit.all)) faults.push("no first comment was painted");
  const due = slow?.bytes && slow.latency + (LINE.bytes.length / slow.bytes) * 1000;
  if (due && !(visit.line > due * 0.9)) faults.push(`${LINE.bytes.length} bytes came in ${visit.line?.toFixed(0)} ms instead of ${due.toFixed(0)}`);
  return faults;
}
