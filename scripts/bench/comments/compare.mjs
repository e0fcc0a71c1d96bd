// Threads of comments: a plain list by hand against ours, at several sizes. Rounds take the pages in turn, each in another
// order, and a ratio is taken within its round.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { serve } from "../server.mjs";
import { thread } from "../thread.mjs";
import { LINE, PHONE, slowEnough } from "../visit.mjs";
import { pages } from "./pages.mjs";
import { markdown, summary } from "./table.mjs";
import { CONDITIONS, faultsOf, visit } from "./visit.mjs";

const KINDS = ["plain", "limit", "ours"];

/** `counts` and `slow` (names of CONDITIONS) are lists. Prints the tables, and gives back every figure. */
export async function compareComments(browser, { embed, counts, slow, rounds: many }) {
  for (const name of slow) if (!Object.hasOwn(CONDITIONS, name)) throw new Error(`--slow wants some of: ${Object.keys(CONDITIONS).join(", ")}`);
  for (const count of counts) if (!(count >= 10)) throw new Error("--counts wants numbers from 10");
  const there = await readFile(path.join(embed, "custom-elements.json"), "utf8").then((text) => text.includes("standfirst-comments"), () => false);
  const kinds = there ? KINDS : KINDS.filter((kind) => kind !== "ours");
  if (!there) console.log("There is no <standfirst-comments> in dist/embed: only the plain lists are measured.");
  const asked = Object.fromEntries(counts.map((count) => [count, thread(count)]));
  const server = await serve({
    folders: { "/embed/": embed },
    made: { "/thread/": (name) => asked[path.parse(name).name] && JSON.stringify(asked[path.parse(name).name]) },
    single: { [LINE.name]: LINE.bytes },
  });
  try {
    for (const count of counts) {
      for (const [kind, page] of Object.entries(await pages(count))) server.add({ name: `${kind}-${count}`, ...page });
    }
    const written = { browser: browser.version(), phone: PHONE, rounds: many, conditions: {} };
    console.log(`Comments in Chromium ${written.browser}, a phone's window (${PHONE.viewport.width} by ${PHONE.viewport.height}), every visit cold; medians of ${many} rounds, in brackets the median of the ratios to the plain list`);
    for (const [at, condition] of slow.entries()) {
      const summaries = {};
      const visits = {};
      for (const count of counts) {
        const { items } = asked[count];
        // The server compresses each thread once, before anybody waits for it.
        await (await fetch(`${server.origin}/thread/${count}.json`, { headers: { "accept-encoding": "br" } })).arrayBuffer();
        const warm = at === 0 && count === counts[0];
        visits[count] = await measure({ browser, server, kinds, count, items, slow: CONDITIONS[condition], many, warm });
        summaries[count] = summary(visits[count], kinds);
      }
      console.log(`\n${named(CONDITIONS[condition])}\n\n${markdown(summaries, kinds)}`);
      written.conditions[condition] = { slow: CONDITIONS[condition], figures: summaries, visits };
    }
    return written;
  } finally {
    await server.close();
  }
}

async function measure({ browser, server, kinds, count, items, slow, many, warm }) {
  const largest = mostReplies(items);
  const rounds = [];
  // A warming round is not counted: it loads what server and browser keep.
  for (let round = warm ? 0 : 1; round <= many; round++) {
    const visits = {};
    for (let turn = 0; turn < kinds.length; turn++) {
      const kind = kinds[(turn + round) % kinds.length];
      const one = await visit(browser, server.address(`${kind}-${count}`), { slow, largest });
      const faults = faultsOf(one, items, slow);
      if (faults.length > 0) throw new Error(`${kind}, ${count} comments: the figures cannot be used.\n${faults.join("\n")}`);
      const { texts, ...figures } = one;
      visits[kind] = figures;
    }
    if (round > 0) rounds.push(visits);
  }
  if (slow?.cpu && !slowEnough(rounds.flatMap((visits) => Object.values(visits)), slow)) throw new Error(`the processor was not slowed ${slow.cpu} times`);
  return rounds;
}

/** The comment at the top level with the most below it. */
function mostReplies(items) {
  const top = new Map();
  const below = new Map();
  for (const { id, parentItem } of items) {
    const root = parentItem ? top.get(parentItem) : id;
    top.set(id, root);
    below.set(root, (below.get(root) ?? 0) + 1);
  }
  return [...below].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

function named(slow) {
  if (!slow) return "full speed";
  const line = slow.bytes ? `${(slow.bytes * 8) / 1e6} Mbit/s, ${slow.latency} ms latency` : "";
  return ["slowed:", [line, slow.cpu ? `processor ${slow.cpu} times slower` : ""].filter(Boolean).join(", ")].join(" ");
}
