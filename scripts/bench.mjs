// The article element against a static page with the same text, pictures and style, then threads of comments against a
// plain list, then what hostile HTML costs, in Chromium. `make bench` builds dist first. Rounds take the pages in turn, each
// round in another order, and a ratio is taken within its round: what slows the machine for a while slows both sides of it.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { launch, root } from "../tests/e2e/lib.mjs";
import { compareComments } from "./bench/comments/compare.mjs";
import { compareGuard } from "./bench/guard.mjs";
import { ADDRESS, ELEMENTS, fallback, staticPage } from "./bench/pages.mjs";
import { serve } from "./bench/server.mjs";
import { largest, summary, table, waterfall } from "./bench/table.mjs";
import { CONDITIONS, faultsOf, LINE, PHONE, slowEnough, visit } from "./bench/visit.mjs";

const HELP = `node scripts/bench.mjs [options]
  --rounds N       visits to each page under each condition: 7, of comments 5, of hostile HTML 3
  --json FILE      writes every figure to a file too
  --article        the article alone
  --comments       the comments alone
  --guard          hostile HTML alone: the longest task of each of twelve

the article:
  --only WHICH     full or slowed
  --pages A,B      only these beside the static page
  --waterfall      the requests of the middle visit to each page
  --try FILE       adds the pages of a module, to find out what a change would do. Its default export gets
                   { html, page, script, element, preloads } and gives a list of { name, html, files? }
  --trace FOLDER   one visit more to each page, its trace written for Chromium's performance panel
  --control        shows that the bench fails where it should: no article, another text, no throttling

the comments:
  --counts A,B     how many: 100,1000,10000
  --slow A,B       how the browser is slowed, some of none, processor, line, both: none,both`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string" }, article: { type: "boolean" }, comments: { type: "boolean" }, guard: { type: "boolean" }, counts: { type: "string", default: "100,1000,10000" }, slow: { type: "string", default: "none,both" }, only: { type: "string" }, pages: { type: "string" }, json: { type: "string" },
    waterfall: { type: "boolean" }, try: { type: "string" }, trace: { type: "string" }, control: { type: "boolean" }, help: { type: "boolean" },
  },
});
if (options.help) {
  console.log(HELP);
  process.exit();
}
const many = Number(options.rounds ?? 7);
if (!(many >= 1)) throw new Error("--rounds wants a number from 1");
if (options.only && !Object.hasOwn(CONDITIONS, options.only)) throw new Error(`--only wants one of: ${Object.keys(CONDITIONS).join(", ")}`);

const shared = path.join(root, "dist/embed");
const article = await readFile(path.join(root, "dist/app", ADDRESS), "utf8").catch(() => null);
if (!article) throw new Error("dist is not built. Mend it with: make dist");
const alone = options.article || ["only", "pages", "waterfall", "try", "trace", "control"].some((name) => options[name]);
const list = (text) => text.split(",");
let server;
const browser = await launch();
try {
  const written = options.comments || options.guard ? {} : await compareArticle();
  if (!alone && !options.guard) {
    written.comments = await compareComments(browser, {
      embed: shared, counts: list(options.counts).map(Number), slow: list(options.slow), rounds: Number(options.rounds ?? 5),
    });
  }
  if (!alone && !options.comments) written.guard = await compareGuard(browser, Number(options.rounds ?? 3));
  if (options.json) await writeFile(options.json, `${JSON.stringify(written, null, 2)}\n`);
} finally {
  await browser.close();
  await server?.close();
}

async function compareArticle() {
  server = await serve({ folders: { "/articles/": path.join(root, "dist/app/articles") }, shared, single: { [LINE.name]: LINE.bytes } });
  const pages = [...ELEMENTS, fallback(JSON.parse(article)), ...(options.try ? await tried(options.try) : [])];
  for (const page of pages) server.add(page);
  const { page, end } = await staticPage(browser, server);
  server.add(page);
  const chosen = options.pages?.split(",") ?? pages.map(({ name }) => name);
  for (const name of chosen) if (!pages.some((page) => page.name === name)) throw new Error(`there is no page ${name}; there are ${pages.map(({ name }) => name).join(", ")}`);
  const names = ["static", ...chosen.filter((name) => name !== "static")];
  if (!options.control) return compare(names, end);
  await controls(page, end);
  return {};
}

async function tried(file) {
  const { page, SCRIPT, ELEMENT, PRELOADS } = await import("./bench/pages.mjs");
  const module = await import(pathToFileURL(path.resolve(file)));
  return module.default({ shared, page, script: SCRIPT, element: ELEMENT, preloads: PRELOADS });
}

async function compare(names, end) {
  const written = { browser: browser.version(), phone: PHONE, rounds: many, conditions: {} };
  console.log(`Chromium ${written.browser}, a phone's window (${PHONE.viewport.width} by ${PHONE.viewport.height}, ${PHONE.deviceScaleFactor} times), every visit cold; medians of ${many} rounds`);
  for (const condition of Object.keys(CONDITIONS).filter((name) => !options.only || name === options.only)) {
    const slow = CONDITIONS[condition];
    const rounds = [];
    // The first round is not counted: it warms the server, the disk and the browser.
    for (let round = 0; round <= many; round++) {
      const visits = {};
      for (let turn = 0; turn < names.length; turn++) {
        const name = names[(turn + round) % names.length];
        visits[name] = await visit(browser, server.address(name), { slow, end });
      }
      for (const name of names) {
        const faults = faultsOf(visits[name], slow, visits.static);
        if (faults.length > 0) throw new Error(`${name}, ${condition}: the figures cannot be used.\n${faults.join("\n")}`);
      }
      if (round > 0) rounds.push(visits);
    }
    if (slow && !slowEnough(rounds.flatMap((visits) => Object.values(visits)), slow)) throw new Error(`the processor was not slowed ${slow.cpu} times`);
    const figures = summary(rounds, names);
    const what = slow ? `slowed: ${(slow.bytes * 8) / 1e6} Mbit/s, ${slow.latency} ms latency, processor ${slow.cpu} times slower` : "full speed";
    console.log(`\n${what}\n${table(figures, names)}`);
    console.log("\nlargest paint is");
    for (const name of names) console.log(`  ${name.padEnd(22)} ${largest(rounds.at(-1)[name].lcp)}`);
    if (options.waterfall) for (const name of names) console.log(`\n${name}, ${condition}, the middle visit by its largest paint, ms\n${waterfall(middle(rounds.map((round) => round[name])))}`);
    const plain = ({ text, ...visit }) => visit;
    written.conditions[condition] = { slow, figures, visits: rounds.map((round) => Object.fromEntries(names.map((name) => [name, plain(round[name])]))) };
    if (options.trace) await traces(names, condition, end);
  }
  return written;
}

function middle(visits) {
  return [...visits].sort((a, b) => a.lcp.time - b.lcp.time)[visits.length >> 1];
}

async function traces(names, condition, end) {
  for (const name of names) {
    const file = path.join(options.trace, `${name}-${condition}.json`);
    await browser.startTracing(undefined, { path: file });
    await visit(browser, server.address(name), { slow: CONDITIONS[condition], end });
    await browser.stopTracing();
    console.log(`trace: ${file}`);
  }
}

/** Each of these must be found out. */
async function controls({ html, files }, end) {
  const slow = CONDITIONS.slowed;
  const sound = await visit(browser, server.address("static"), { end });
  const several = async (slow) => {
    const visits = [];
    for (let turn = 0; turn < 3; turn++) visits.push(await visit(browser, server.address("static"), { slow, end }));
    return visits;
  };
  const slowed = await several(slow);
  const nothing = [...faultsOf(sound, null, sound), ...slowed.flatMap((visit) => faultsOf(visit, slow, sound)), ...(slowEnough(slowed, slow) ? [] : ["not slow enough"])];
  if (nothing.length > 0) throw new Error(`a sound visit is called faulty: ${nothing.join("; ")}`);
  server.add({ name: "another-text", html: html.replace("customs drive", "customs drift"), files });
  server.add({ name: "no-style", html, files: { "article.css": "" } });
  server.add({ name: "no-article", html: ELEMENTS[0].html.replace(ADDRESS, "/articles/none.json") });
  const found = {
    "no article": await visit(browser, server.address("no-article"), { end, limit: 3000 }).then(() => [], (error) => [error.message]),
    "another text": faultsOf(await visit(browser, server.address("another-text"), { end }), null, sound),
    "no style": faultsOf(await visit(browser, server.address("no-style"), { end }), null, sound),
    "no throttling": faultsOf(sound, slow, sound),
    "no slow processor": slowEnough(await several({ ...slow, cpu: 1 }), slow) ? [] : ["not slow enough"],
    "no slow line": faultsOf(await visit(browser, server.address("static"), { slow: { ...slow, bytes: 2e6 }, end }), slow, sound),
  };
  for (const [what, faults] of Object.entries(found)) {
    if (faults.length === 0) throw new Error(`control: ${what} was not found out`);
    console.log(`${what}: ${faults[0]}`);
  }
}
