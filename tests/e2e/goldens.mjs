// What a page was when somebody looked at it and found it right: kept beside the tests, renewed with STANDFIRST_RENEW=1.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

export const renews = process.env.STANDFIRST_RENEW === "1";
const place = new URL("goldens/", import.meta.url);

/** What is kept under a name, or null. */
export function kept(name) {
  try {
    return readFileSync(new URL(name, place));
  } catch {
    return null;
  }
}

export function keep(name, bytes) {
  mkdirSync(place, { recursive: true });
  writeFileSync(new URL(name, place), bytes);
}

/** The lines that are in one text alone, with a line around them, `-` before those of the first, `+` before those of the second. Empty when there are none. */
export function difference(before, after) {
  const [a, b] = [before.split("\n"), after.split("\n")];
  // Length of the longest common rest, from each pair of lines on.
  const rest = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) rest[i][j] = a[i] === b[j] ? rest[i + 1][j + 1] + 1 : Math.max(rest[i + 1][j], rest[i][j + 1]);
  const lines = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) (lines.push(`  ${a[i]}`), i++, j++);
    else if (j === b.length || (i < a.length && rest[i + 1][j] >= rest[i][j + 1])) lines.push(`- ${a[i++]}`);
    else lines.push(`+ ${b[j++]}`);
  }
  return lines.filter((_, at) => lines.slice(Math.max(0, at - 1), at + 2).some((line) => !line.startsWith(" "))).join("\n");
}

/** Fails with the difference where a text is not as it is kept. */
export function sameText(name, text) {
  if (renews) return keep(name, `${text}\n`);
  const before = kept(name)?.toString();
  if (before == null) throw new Error(`tests/e2e/goldens/${name} is missing. Make it with STANDFIRST_RENEW=1, and look at it.`);
  const found = difference(before.trimEnd(), text);
  if (found) throw new Error(`It is not as in tests/e2e/goldens/${name}. If it is right, renew that with STANDFIRST_RENEW=1.\n${found}`);
}
