// The names by which the parts of a program find what is shared, given in the order in which the first part has it. A name
// says nothing then that its place does not say, and compresses to next to nothing: 0.5 kB of brotli in all.

const EXPORTS = 7;
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A short name. It begins with a digit, as no name does that wasm-opt gives, and ends with a letter, as none of a part's own does. */
const short = (at) => `${Math.floor(at / LETTERS.length)}${LETTERS[at % LETTERS.length]}`;

/** The first part with new names for what `isShared` by its name, in its order; and the new names by the old ones. */
export function renamed(bytes, isShared) {
  const all = sections(bytes);
  const held = entries(bytes, all);
  const shared = held.filter(({ name }) => isShared(name)).sort((a, b) => a.kind - b.kind || a.index - b.index);
  const names = new Map(shared.map(({ name }, at) => [name, short(at)]));
  const own = held.filter(({ name }) => !isShared(name));
  const body = leb(held.length);
  for (const { name, kind, index } of [...own, ...shared]) {
    const called = new TextEncoder().encode(names.get(name) ?? name);
    body.push(...leb(called.length), ...called, kind, ...leb(index));
  }
  const section = ({ id, start, end }) => (id === EXPORTS ? Buffer.from([id, ...leb(body.length), ...body]) : bytes.subarray(start, end));
  return { bytes: Buffer.concat([bytes.subarray(0, 8), ...all.map(section)]), names };
}

/** Another part, as text, with these names for what it takes from `module`, in their order. */
export function taking(text, module, names) {
  const line = new RegExp(`^ \\(import "${module}" "([^"]+)" .*\\n`, "gm");
  const order = [...names.keys()];
  const place = (name) => (names.has(name) ? order.indexOf(name) : order.length);
  const found = [...text.matchAll(line)].sort(([, a], [, b]) => place(a) - place(b));
  const lines = found.map(([whole, name]) => whole.replace(`"${name}"`, `"${names.get(name) ?? name}"`));
  return text.replace(line, "").replace(/^\(module\n((?: \((?:type|rec)[\s\S]*?\n(?= \((?!type|rec)))?)/, (head) => head + lines.join(""));
}

function entries(bytes, all) {
  let at = all.find(({ id }) => id === EXPORTS).from;
  const number = () => {
    let [value, shift, byte] = [0, 0];
    do {
      byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    return value;
  };
  return Array.from({ length: number() }, () => {
    const length = number();
    const name = new TextDecoder().decode(bytes.subarray(at, (at += length)));
    return { name, kind: bytes[at++], index: number() };
  });
}

function sections(bytes) {
  const found = [];
  for (let at = 8; at < bytes.length; ) {
    const start = at;
    const id = bytes[at++];
    let [length, shift, byte] = [0, 0];
    do {
      byte = bytes[at++];
      length += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    found.push({ id, start, from: at, end: at + length });
    at += length;
  }
  return found;
}

function leb(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value);
  return bytes;
}
