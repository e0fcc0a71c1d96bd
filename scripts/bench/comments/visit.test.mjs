import assert from "node:assert/strict";
import { test } from "node:test";
import { CONDITIONS, faultsOf } from "./visit.mjs";

const items = [{ id: "1", text: "Good  morning.\n\nAnd more." }, { id: "2", text: "Yes." }];
const sound = { faults: [], texts: { 1: "Goodmorning.Andmore.", 2: "Yes." }, first: 10, all: 20, line: 300 };

test("a visit that shows every comment with its own text has no fault", () => {
  assert.deepEqual(faultsOf(sound, items, null), []);
  assert.deepEqual(faultsOf(sound, items, CONDITIONS.both), []);
});

test("control: a comment that is missing, another text, no paint, a line that is not slowed and an error are all found out", () => {
  const found = (changed, slow = null) => faultsOf({ ...sound, ...changed }, items, slow).length;
  assert.ok(found({ texts: { 1: sound.texts[1] } }) > 0);
  assert.ok(found({ texts: { ...sound.texts, 2: "No." } }) > 0);
  assert.ok(found({ first: undefined }) > 0);
  assert.ok(found({ line: 5 }, CONDITIONS.line) > 0);
  assert.ok(found({ faults: ["an error"] }) > 0);
});
