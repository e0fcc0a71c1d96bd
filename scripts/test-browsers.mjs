// What `make test-browsers` checks, in each of the three engines, with the same tests in all:
//   wasm    the wasm-bindgen tests (tests/browser), by wasm-bindgen's own runner and the engine's driver
//   flows   what a reader does with dist/embed and dist/app (tests/engines), by WebDriver
//   node scripts/test-browsers.mjs                      everything
//   ENGINES="firefox webkit" PARTS=flows ONLY=share …   some of it
// Each part's output is kept in target/test-logs/ENGINE-PART.log. A table ends it; it fails where a test has failed, or none ran.
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "node:test";
import { fileURLToPath } from "node:url";
import { app } from "../tests/e2e/lib.mjs";
import { ENGINES, drive, launch } from "../tests/engines/engines.mjs";
import { start as startFaults } from "../tests/faults/server.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = path.join(root, "tests/engines");
const logs = path.join(root, "target/test-logs");
const words = (name, all) => {
  const chosen = process.env[name]?.split(/[\s,]+/).filter(Boolean) ?? [];
  const unknown = chosen.filter((word) => !all.includes(word));
  if (unknown.length) stop(`There is no ${unknown.join(", ")} in ${name}; there are: ${all.join(", ")}`);
  return chosen.length ? chosen : all;
};
function stop(why) {
  console.error(why);
  process.exit(2);
}
const engines = words("ENGINES", Object.keys(ENGINES));
const parts = words("PARTS", ["wasm", "flows"]);
const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs") && name.includes(process.env.ONLY ?? "")).sort();
if (files.length === 0) stop(`No file tests/engines/*.test.mjs has a name with "${process.env.ONLY}" in it.`);
if (parts.includes("flows") && !existsSync(path.join(app, "index.html"))) stop("dist is not built. Mend it with: make dist");

// Whatever this run starts has this mark in its environment, and what its children start too: by it, all that is left at the
// end is found, and ended by its id, also what has lost its parent.
const MARK = `STANDFIRST_TEST_BROWSERS=${process.pid}-${Date.now()}`;
process.env[MARK.split("=")[0]] = MARK.split("=")[1];
function sweep() {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
    try {
      if (readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(MARK)) process.kill(Number(pid), "SIGKILL");
    } catch {
      // It has ended, or is somebody else's.
    }
  }
}
process.on("exit", sweep);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

/** Runs a program, shows what it says, keeps it, and gives it with its end. */
const say = (command, args, log, env = {}) =>
  new Promise((done) => {
    const kept = createWriteStream(log);
    let said = "";
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (bytes) => {
        said += bytes;
        kept.write(bytes);
        process.stdout.write(bytes);
      });
    }
    child.on("close", (code) => kept.end(() => done({ said: said.replace(/\x1b\[[0-9;]*m/g, ""), code })));
  });

const CARGO = ["test", "--locked", "--target", "wasm32-unknown-unknown", "--features", "csr", "--test", "browser"];
// The runner knows WebKitGTK's driver only under the name of Safari's: it speaks the same protocol, and MiniBrowser is what
// it opens by itself, without capabilities.
const REMOTE = { chromium: "CHROMEDRIVER_REMOTE", firefox: "GECKODRIVER_REMOTE", webkit: "SAFARIDRIVER_REMOTE" };

/** The wasm-bindgen tests. They fetch from the fault server. */
async function wasm(engine, log) {
  const [driver, faults] = [await drive(engine), await startFaults(Number(process.env.STANDFIRST_FAULTS_PORT) || undefined)];
  const home = mkdtempSync(path.join(tmpdir(), "standfirst-"));
  const capabilities = path.join(home, "webdriver.json");
  writeFileSync(capabilities, JSON.stringify(ENGINES[engine].ask({})));
  try {
    const { said, code } = await say("cargo", CARGO, log, {
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: "wasm-bindgen-test-runner",
      [REMOTE[engine]]: driver.address,
      WASM_BINDGEN_TEST_TIMEOUT: "300",
      WASM_BINDGEN_TEST_DRIVER_TIMEOUT: "60",
      WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities,
    });
    const [, passed = 0, failed = 0, ignored = 0] = said.match(/test result: .*?(\d+) passed; (\d+) failed; (\d+) ignored/) ?? [];
    const count = { passed: Number(passed), failed: Number(failed), skipped: Number(ignored), reasons: [...said.matchAll(/^test (\S+) \.\.\. ignored,? ?(.*)$/gm)].map(([, name, why]) => `${name}: ${why}`) };
    // It may also end before it has counted.
    return code === 0 || count.failed ? count : { ...count, failed: 1 };
  } finally {
    rmSync(home, { recursive: true, force: true });
    await driver.stop();
    await faults.close();
  }
}

/** The flows. Each file has its own browser, one after the other: they share two processor cores with it. */
async function flows(engine, log) {
  process.env.ENGINE = engine;
  const kept = createWriteStream(log);
  const tell = (line) => (console.log(line), kept.write(`${line}\n`));
  const count = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  for await (const { type, data } of run({ files: files.map((name) => path.join(folder, name)), concurrency: 1 })) {
    if (type === "test:stderr" || type === "test:stdout") tell(data.message.trimEnd());
    if (type !== "test:pass" && type !== "test:fail") continue;
    const { name, skip, details } = data;
    // A group, and a file as a whole, count for nothing but their own failures.
    const whole = details.type === "suite" || name.endsWith(".test.mjs");
    const cause = details.error?.cause ?? details.error;
    if (whole && (type === "test:pass" || details.error?.failureType === "subtestsFailed")) continue;
    if (skip !== undefined) {
      count.skipped++;
      count.reasons.push(`${name}: ${skip}`);
      tell(`  skipped  ${name} (${skip})`);
    } else if (type === "test:pass") {
      count.passed++;
      tell(`  good     ${name} (${Math.round(details.duration_ms)} ms)`);
    } else {
      count.failed++;
      tell(`  FAILED   ${name}\n${String(cause?.stack ?? cause).replace(/^/gm, "           ")}`);
    }
  }
  await new Promise((done) => kept.end(done));
  return count;
}

async function version(engine) {
  const browser = await launch(engine);
  await browser.close();
  return browser.session.capabilities.browserVersion;
}

mkdirSync(logs, { recursive: true });
if (parts.includes("wasm")) {
  // Built before it is waited for: a runner that waits for a compiler tells nothing.
  const { code } = await say("cargo", [...CARGO, "--no-run"], path.join(logs, "engines-build.log"));
  if (code !== 0) stop("The wasm-bindgen tests do not compile.");
}
const table = [];
for (const engine of engines) {
  const { name } = ENGINES[engine];
  const found = await version(engine);
  for (const part of parts) {
    const log = path.join(logs, `${engine}-${part}.log`);
    console.log(`\n==> ${name} ${found}: ${part}`);
    const began = Date.now();
    const count = await { wasm, flows }[part](engine, log).catch((error) => (console.error(error), { passed: 0, failed: 1, skipped: 0, reasons: [] }));
    if (count.passed + count.failed === 0) count.failed = 1; // nothing ran at all
    table.push({ name, found, part, ...count, seconds: Math.round((Date.now() - began) / 1000) });
  }
}

const rows = [["engine", "version", "tests", "passed", "failed", "skipped", "seconds"], ...table.map((row) => [row.name, row.found, row.part, row.passed, row.failed, row.skipped, row.seconds].map(String))];
const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
console.log();
for (const row of rows) console.log(`| ${row.map((cell, at) => (at < 3 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join(" | ")} |`);
for (const { name, part, reasons } of table) for (const reason of reasons) console.log(`skipped in ${name}, ${part}: ${reason}`);
const failed = table.reduce((sum, row) => sum + row.failed, 0);
console.log(`\n${table.reduce((sum, row) => sum + row.passed, 0)} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
