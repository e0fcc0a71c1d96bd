// Fails when the distribution weighs more than size-budget.json allows. `make dist` comes first: it writes the sizes.
//   node scripts/size-budget.mjs               the budget against target/sizes.json
//   node scripts/size-budget.mjs --selftest    proves that it can fail
import { readFile } from "node:fs/promises";

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

if (process.argv.includes("--selftest")) {
  process.exit(selftest() ? 0 : 1);
} else {
  const { ok, lines } = judge(await read("size-budget.json", "It holds the limits."), await read("target/sizes.json", "Mend it with: make dist"));
  for (const line of lines) console.log(`size budget: ${line}`);
  process.exit(ok ? 0 : 1);
}
