import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { thread } from "./thread.mjs";

const json = (count, options) => JSON.stringify(thread(count, options));
const levels = (items) => {
  const level = new Map();
  for (const { id, parentItem } of items) level.set(id, parentItem ? level.get(parentItem) + 1 : 1);
  return [...level.values()];
};

test("the same seed gives the same bytes, in every run and on every machine", () => {
  const hash = createHash("sha256").update(json(1000, { seed: 1 })).digest("hex");
  assert.equal(hash, "5085aa272f822722a34e7cfe49ed9d41306817514c58be06374bb82dda35d6e4");
  assert.equal(json(100), json(100));
});

test("control: another seed gives other bytes", () => {
  assert.notEqual(json(100, { seed: 2 }), json(100, { seed: 1 }));
});

test("10,000 comments stay below the limit of 4 MiB for a page of them", () => {
  assert.ok(Buffer.byteLength(json(10_000)) < 4 * 1024 * 1024);
});

test("every comment answers an earlier one or nobody, to six levels, with 20 to 600 characters, in the order of time", () => {
  const { items, commentCount } = thread(3000);
  assert.equal(commentCount, 3000);
  assert.equal(new Set(items.map(({ id }) => id)).size, 3000);
  const all = levels(items);
  assert.ok(all.every((level) => level >= 1 && level <= 6));
  assert.deepEqual([...new Set(all)].sort(), [1, 2, 3, 4, 5, 6]);
  assert.ok(items.every(({ text }) => text.length >= 20 && text.length <= 600));
  assert.ok(items.every(({ dateCreated }, at) => at === 0 || items[at - 1].dateCreated <= dateCreated));
});
