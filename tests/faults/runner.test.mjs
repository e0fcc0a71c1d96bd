// Is what the runner of the wasm-bindgen tests says read as it is meant? A try may be made again only where no test ran.
import assert from "node:assert/strict";
import { test } from "node:test";
import { counted, sessionless, started } from "../engines/runner.mjs";

const ASKED = "Running headless tests in Safari on `http://127.0.0.1:9/`\nTry find `webdriver.json` for configure browser's capabilities:\nOk\n";
const good = `${ASKED}Loading scripts...\n\nrunning 2 tests\ntest a::b ... ok\ntest a::c ... ignored, why\n\ntest result: ok. 1 passed; 0 failed; 1 ignored; 0 filtered out\n`;

test("a driver that gave no browser is told from everything that comes later", () => {
  assert.equal(sessionless(`${ASKED}Error: http://127.0.0.1:9/session: timeout`), true);
  assert.equal(sessionless(`${ASKED}Loading scripts...\n`), false, "the page was there, the tests did not begin");
  assert.equal(sessionless(`${ASKED}Loading scripts...\nrunning 2 tests\ntest a::b ... FAIL\n`), false);
  assert.equal(sessionless(good), false);
  assert.equal(sessionless("error[E0425]: cannot find value\n"), false, "it did not compile");
  assert.deepEqual([ASKED, good].map(started), [false, true]);
});

test("tests are counted, and an end that is not good is a failure", () => {
  assert.deepEqual(counted(good, 0), { passed: 1, failed: 0, skipped: 1, reasons: ["a::c: why"] });
  assert.equal(counted(good, 1).failed, 1);
  assert.equal(counted("", null).failed, 1);
  assert.deepEqual(counted("test result: FAILED. 3 passed; 2 failed; 0 ignored", 1), { passed: 3, failed: 2, skipped: 0, reasons: [] });
});
