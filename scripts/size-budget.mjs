// Fails when the distribution weighs more than size-budget.json allows. `make dist` comes first: it writes the sizes.
//   node scripts/size-budget.mjs               the budget against target/sizes.json
//   node scripts/size-budget.mjs --selftest    proves that it can fail
//   node scripts/size-budget.mjs --readme      writes the table of sizes in README.md anew
import { readFile, writeFile } from "node:fs/promises";

/** One line for each budget, and whether all hold. A budget without a size, or without a limit, does not hold. */
export function judge(budget, sizes) {
  const lines = Object.entries(budget).map(([name, { limit_brotli_bytes: limit, what }]) => {
    const size = sizes[name]?.brotli;
    if (!(size > 0) || !(limit > 0)) return { ok: false, line: `${name}: there is no ${size > 0 ? "limit" : "size"} to compare` };
    const left = limit - size;
    const verdict = left >= 0 ? `${left} to spare` : `${-left} TOO MUCH; make it smaller, or raise the limit in size-budget.json with a reason`;
    return { ok: left >= 0, line: `${name}: ${size} of ${limit} bytes as brotli, ${verdict} (${what})` };
  });
  return { ok: lines.length > 0 && lines.every(({ ok }) => ok), lines: lines.map(({ line }) => line) };
}

function selftest() {
  const budget = { app: { limit_brotli_bytes: 100, what: "a test" } };
  const cases = [
    ["within the limit", budget, { app: { brotli: 100 } }, true],
    ["one byte past it", budget, { app: { brotli: 101 } }, false],
    ["not measured", budget, {}, false],
    ["no limit", { app: { what: "a test" } }, { app: { brotli: 1 } }, false],
    ["no budget at all", {}, { app: { brotli: 1 } }, false],
  ];
  const wrong = cases.filter(([, b, s, expected]) => judge(b, s).ok !== expected);
  for (const [name] of wrong) console.error(`size budget: the self-test "${name}" came out wrong`);
  return wrong.length === 0;
}

async function read(name, mend) {
  try {
    return JSON.parse(await readFile(new URL(`../${name}`, import.meta.url), "utf8"));
  } catch (error) {
    console.error(`size budget: ${name} cannot be read (${error.message}). ${mend}`);
    process.exit(1);
  }
}

/** The table in the README: what each page loads, with its limit. */
function rows(budget, sizes) {
  const file = (name) => [/bg\.wasm$/.test(name) ? "program, not cut" : /\.css$/.test(name) ? "style" : /\.js$/.test(name) ? "script" : `\`${name}\``, sizes.files[name]];
  const bold = ([name, size, limit]) => [`**${name}**`, size, limit];
  const limit = (name) => budget[name].limit_brotli_bytes;
  const all = [
    ...sizes.app.files.map(file),
    bold(["all that the app loads for the sample article, without images", sizes.app, limit("app")]),
    bold(["all that a page loads for one article element: script with its style, first part of the program", sizes.embed, limit("embed")]),
    ["the rest with its style, when a reader needs it", sizes.embed_rest, limit("embed_rest")],
    ["blocks that few articles have, with their style", sizes.embed_blocks, limit("embed_blocks")],
    ["the words of German and Arabic", sizes.embed_words, limit("embed_words")],
    ["the formats of the web and HTML, for articles in them", sizes.embed_formats, limit("embed_formats")],
    ["the formats of newsrooms, for articles in them", sizes.embed_newsroom, limit("embed_newsroom")],
    ["a program of its own with three icons", sizes.three_icons, limit("three_icons")],
    ["with all icons", sizes.all_icons, limit("all_icons")],
  ];
  const number = (bytes) => bytes?.toLocaleString("en") ?? "";
  return ["| bytes | as it is | gzip | brotli | limit |", "|---|---:|---:|---:|---:|", ...all.map(([name, size, most]) => `| ${name} | ${number(size.raw)} | ${number(size.gzip)} | ${number(size.brotli)} | ${number(most)} |`)].join("\n");
}

async function readme(budget, sizes) {
  const file = new URL("../README.md", import.meta.url);
  const text = await readFile(file, "utf8");
  const marked = /(<!-- sizes -->\n)[\s\S]*?(<!-- \/sizes -->)/;
  if (!marked.test(text)) throw new Error("README.md has no <!-- sizes --> … <!-- /sizes -->");
  await writeFile(file, text.replace(marked, (_, start, end) => `${start}${rows(budget, sizes)}\n${end}`));
}

if (process.argv.includes("--selftest")) {
  process.exit(selftest() ? 0 : 1);
} else if (process.argv.includes("--readme")) {
  await readme(await read("size-budget.json", "It holds the limits."), await read("target/sizes.json", "Mend it with: make dist icon-sizes"));
} else {
  const { ok, lines } = judge(await read("size-budget.json", "It holds the limits."), await read("target/sizes.json", "Mend it with: make dist"));
  for (const line of lines) console.log(`size budget: ${line}`);
  process.exit(ok ? 0 : 1);
}
