// What `make test-browsers` checks, in each of the three engines, with the same tests in all:
//   wasm    the wasm-bindgen tests (tests/browser), by wasm-bindgen's own runner and the engine's driver
//   flows   what a reader does with dist/embed and dist/app (tests/engines), by WebDriver
//   node scripts/test-browsers.mjs                      everything
//   ENGINES="firefox webkit" PARTS=flows ONLY=share …   some of it
// A part that takes longer than a quarter of an hour (PART_LIMIT=seconds for another time) is ended, and has failed.
// Each part's output is kept in target/test-logs/ENGINE-PART.log. A table ends it; it fails where a test has failed, or none ran.
import { spawn } from "node:child_process";
import { setMaxListeners } from "node:events";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "node:test";
import { fileURLToPath } from "node:url";
import { app } from "../tests/e2e/lib.mjs";
import { ENGINES, drive, launch } from "../tests/engines/engines.mjs";
import { counted, sessionless } from "../tests/engines/runner.mjs";
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
const LIMIT = Number(process.env.PART_LIMIT || 900) * 1000;
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

/** Does one thing, but not for ever: past the limit, whatever was started is ended. What it is handed says when that is. */
async function limited(what, does) {
  const over = new AbortController();
  setMaxListeners(0, over.signal); // one for each file of tests
  const doing = does(over.signal);
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => {
      over.abort();
      sweep();
      fail(new Error(`${what} was not through within ${LIMIT / 1000} s, and was ended`));
    }, LIMIT);
  });
  try {
    return await Promise.race([doing, late]);
  } finally {
    clearTimeout(timer);
    // What it says once it was ended, nobody waits for.
    doing.catch(() => {});
  }
}

/** Runs a program, shows what it says, keeps it, and gives it with its end. Where `stuck` stays true of what it says, it is ended. */
const say = (command, args, log, { env = {}, stuck } = {}) =>
  new Promise((done) => {
    const kept = createWriteStream(log, { flags: "a" });
    let said = "";
    const plain = () => said.replace(/\x1b\[[0-9;]*m/g, "");
    // A group of its own: what it has started ends with it.
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let timer;
    const ends = () => {
      try {
        if (stuck(plain())) process.kill(-child.pid, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (bytes) => {
        said += bytes;
        kept.write(bytes);
        process.stdout.write(bytes);
        if (stuck?.(plain())) timer ??= setTimeout(ends, SESSION);
      });
    }
    child.on("error", (error) => (said += `${error}\n`));
    child.on("close", (code) => {
      clearTimeout(timer);
      kept.end(() => done({ said: plain(), code }));
    });
  });

const CARGO = ["test", "--locked", "--target", "wasm32-unknown-unknown", "--features", "csr", "--test", "browser"];
// The runner knows WebKitGTK's driver only under the name of Safari's: it speaks the same protocol, and MiniBrowser is what
// it opens by itself, without capabilities.
const REMOTE = { chromium: "CHROMEDRIVER_REMOTE", firefox: "GECKODRIVER_REMOTE", webkit: "SAFARIDRIVER_REMOTE" };

// How long a browser may take to come up, and how often it is tried. The runner itself would wait for as long as for all tests.
const SESSION = 90_000;
const TRIES = 3;

/** The wasm-bindgen tests. They fetch from the fault server. Now and then MiniBrowser does not come up for its driver: then, and only then, it is tried again. */
async function wasm(engine, log, over) {
  for (let nth = 1; ; nth++) {
    const { said, code } = await once(engine, log);
    if (code === 0 || over.aborted || !sessionless(said) || nth === TRIES) return counted(said, code);
    console.log(`${ENGINES[engine].name} did not come up, and no test ran: try ${nth + 1} of ${TRIES}`);
  }
}

async function once(engine, log) {
  const driver = await drive(engine);
  const home = mkdtempSync(path.join(tmpdir(), "standfirst-"));
  let faults;
  try {
    faults = await startFaults(Number(process.env.STANDFIRST_FAULTS_PORT) || undefined);
    const capabilities = path.join(home, "webdriver.json");
    writeFileSync(capabilities, JSON.stringify(ENGINES[engine].ask({})));
    const env = {
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: "wasm-bindgen-test-runner",
      [REMOTE[engine]]: driver.address,
      WASM_BINDGEN_TEST_TIMEOUT: "300",
      WASM_BINDGEN_TEST_DRIVER_TIMEOUT: "60",
      WASM_BINDGEN_TEST_WEBDRIVER_JSON: capabilities,
    };
    return await say("cargo", CARGO, log, { env, stuck: sessionless });
  } finally {
    rmSync(home, { recursive: true, force: true });
    await driver.stop();
    await faults?.close();
  }
}

/** The flows. Each file has its own browser, one after the other: they share two processor cores with it. */
async function flows(engine, log, over) {
  process.env.ENGINE = engine;
  const kept = createWriteStream(log);
  const tell = (line) => (console.log(line), kept.write(`${line}\n`));
  const count = { passed: 0, failed: 0, skipped: 0, reasons: [] };
  for await (const { type, data } of run({ files: files.map((name) => path.join(folder, name)), concurrency: 1, signal: over })) {
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
  const log = path.join(logs, "engines-build.log");
  rmSync(log, { force: true });
  const { code } = await limited("The build", () => say("cargo", [...CARGO, "--no-run"], log)).catch((error) => stop(error.message));
  if (code !== 0) stop("The wasm-bindgen tests do not compile.");
}
const table = [];
const FAILED = { passed: 0, failed: 1, skipped: 0, reasons: [] };
for (const engine of engines) {
  const { name } = ENGINES[engine];
  const found = await limited(name, () => version(engine)).catch((error) => (console.error(error), "?"));
  for (const part of parts) {
    const log = path.join(logs, `${engine}-${part}.log`);
    rmSync(log, { force: true });
    console.log(`\n==> ${name} ${found}: ${part}`);
    const began = Date.now();
    const count = await limited(`${name}: ${part}`, (over) => ({ wasm, flows })[part](engine, log, over)).catch((error) => (console.error(error), FAILED));
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
