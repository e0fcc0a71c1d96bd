// What leads to what in a linked program: read from the file that wasm-ld has written with --emit-relocs, before anything
// else has touched it. An address in code or data is known for what it names, so this is exact: also for what is called
// through the table, and for data.
// The sections: https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md

const UNDEFINED = 0x10;
const EXPLICIT_NAME = 0x40;
const [FUNCTION, DATA, SECTION] = [0, 1, 3];
/** Relocations that have an addend: those of addresses and of offsets. */
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);

class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }
  number() {
    let [value, shift, byte] = [0, 0];
    do {
      byte = this.bytes[this.at++];
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    return value;
  }
  text() {
    const length = this.number();
    return new TextDecoder().decode(this.take(length));
  }
  take(length) {
    return this.bytes.subarray(this.at, (this.at += length));
  }
}

/** The sections in their order: what they are, where their content begins. */
function sections(bytes) {
  const found = [];
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const id = reader.bytes[reader.at++];
    const length = reader.number();
    const start = reader.at;
    const name = id === 0 ? reader.text() : String(id);
    found.push({ name, start, from: reader.at, end: start + length });
    reader.at = start + length;
  }
  return found;
}

/**
 * The functions and the data that only the gates of one part lead to, by part, and those that nothing leads to (`dead`),
 * from the exports that are roots. `partOf` names the part that a function is a gate of, `inOrder` puts parts that others stand
 * on first, and `shares` says where what two of them lead to belongs: if to none, to the first part.
 */
export function beyond(bytes, { partOf, isRoot, inOrder, shares }) {
  const all = sections(bytes);
  const open = (name) => {
    const section = all.find((it) => it.name === name);
    if (!section) throw new Error(`the linked program has no section ${name}: see -Clink-arg=--emit-relocs`);
    return new Reader(bytes, section.from);
  };
  const names = functionNames(open("name"), all.find((it) => it.name === "name").end);
  const symbols = symbolTable(open("linking"), all.find((it) => it.name === "linking").end);
  const segments = dataSegments(open("11"));
  // Nodes: "f" and the number of a function, "d" and the number of a symbol.
  const codeAt = all.find((it) => it.name === "10");
  const dataAt = all.find((it) => it.name === "11");
  const bodies = functionBodies(open("10"), codeAt.start, importedFunctions(all.some((it) => it.name === "2") ? open("2") : undefined));
  const objects = symbols.flatMap((it, at) => (it.kind === DATA && it.size > 0 && segments[it.segment] ? [{ ...it, node: `d${at}`, start: segments[it.segment].start - dataAt.start + it.offset, address: segments[it.segment].address + it.offset }] : []));
  // One place may have several symbols.
  const place = new Map();
  for (const it of [...objects].sort((a, b) => b.size - a.size)) if (!place.has(it.address)) place.set(it.address, it.node);
  const sorted = [];
  for (const it of objects.filter((it) => place.get(it.address) === it.node).sort((a, b) => a.start - b.start || b.size - a.size)) {
    const last = sorted.at(-1);
    // What begins within other data is of one with it: constants that share their end.
    if (!last || it.start >= last.start + last.size) sorted.push({ ...it });
    else {
      place.set(it.address, last.node);
      last.size = Math.max(last.size, it.start + it.size - last.start);
    }
  }
  const nodeOf = (at) => {
    const symbol = symbols[at];
    if (symbol.kind === FUNCTION) return `f${symbol.index}`;
    if (symbol.kind !== DATA) return undefined;
    const object = byNode.get(`d${at}`);
    return object && place.get(object.address);
  };
  const byNode = new Map(objects.map((it) => [it.node, it]));
  const edges = new Map();
  const lead = (from, to) => to && (edges.get(from) ?? edges.set(from, new Set()).get(from)).add(to);
  for (const { offset, symbol } of relocations(open("reloc.CODE"))) lead(within(bodies, offset)?.node, nodeOf(symbol));
  for (const { offset, symbol } of relocations(open("reloc.DATA"))) {
    const from = within(sorted, offset);
    if (!from) throw new Error(`an address at ${offset} of the data belongs to nothing`);
    lead(from.node, nodeOf(symbol));
  }
  const gates = new Map([...names].map(([at, name]) => [`f${at}`, partOf(name)]).filter(([, part]) => part));
  const roots = exported(open("7")).filter(({ name }) => isRoot(name)).map(({ at }) => `f${at}`);
  const first = reached(roots, edges, (node) => gates.has(node));
  const used = reached(roots, edges, () => false);
  const owners = new Map();
  for (const part of inOrder(new Set(gates.values()))) {
    const own = [...gates].filter(([, it]) => it === part).map(([node]) => node);
    for (const node of reached(own, edges, (node) => gates.has(node) && gates.get(node) !== part)) {
      if (first.has(node)) continue;
      const owner = owners.get(node);
      owners.set(node, owners.has(node) ? owner && shares(part, owner) : part);
    }
  }
  const found = (has) => ({
    functions: new Set(bodies.filter(({ node }) => has(node)).map(({ node }) => names.get(Number(node.slice(1))))),
    data: sorted.filter(({ node }) => has(node)).map(({ address, size }) => ({ address, size })),
  });
  const parts = Object.fromEntries([...new Set(gates.values())].map((part) => [part, found((node) => used.has(node) && owners.get(node) === part)]));
  return { parts, dead: found((node) => !used.has(node)) };
}

/** All that the roots lead to, not through `closed`. */
function reached(roots, edges, closed) {
  const found = new Set();
  const todo = [...roots];
  for (let next = todo.pop(); next; next = todo.pop()) {
    if (found.has(next) || closed(next)) continue;
    found.add(next);
    todo.push(...(edges.get(next) ?? []));
  }
  return found;
}

/** The one of the ordered parts that an offset is in. */
function within(parts, offset) {
  let [low, high] = [0, parts.length - 1];
  while (low <= high) {
    const at = (low + high) >> 1;
    const { start, size } = parts[at];
    if (offset < start) high = at - 1;
    else if (offset >= start + size) low = at + 1;
    else return parts[at];
  }
  return undefined;
}

function functionNames(reader, end) {
  while (reader.at < end) {
    const id = reader.bytes[reader.at++];
    const length = reader.number();
    if (id === 1) return new Map(Array.from({ length: reader.number() }, () => [reader.number(), reader.text()]));
    reader.at += length;
  }
  throw new Error("the linked program has no names");
}

function symbolTable(reader, end) {
  if (reader.number() !== 2) throw new Error("the linked program is of another version");
  while (reader.at < end) {
    const id = reader.bytes[reader.at++];
    const length = reader.number();
    if (id !== 8) {
      reader.at += length;
      continue;
    }
    return Array.from({ length: reader.number() }, () => {
      const kind = reader.bytes[reader.at++];
      const flags = reader.number();
      if (kind === DATA) {
        const name = reader.text();
        return flags & UNDEFINED ? { kind, name, size: 0 } : { kind, name, segment: reader.number(), offset: reader.number(), size: reader.number() };
      }
      const index = reader.number();
      if (kind !== SECTION && (!(flags & UNDEFINED) || flags & EXPLICIT_NAME)) reader.text();
      return { kind, index };
    });
  }
  throw new Error("the linked program has no symbols");
}

function relocations(reader) {
  reader.number();
  return Array.from({ length: reader.number() }, () => {
    const type = reader.number();
    const found = { offset: reader.number(), symbol: reader.number() };
    // A type's number, not a symbol's.
    if (type === 6) found.symbol = undefined;
    if (WITH_ADDEND.has(type)) reader.number();
    return found;
  }).filter(({ symbol }) => symbol !== undefined);
}

function importedFunctions(reader) {
  if (!reader) return 0;
  const limits = () => {
    const flags = reader.number();
    reader.number();
    if (flags & 1) reader.number();
  };
  return Array.from({ length: reader.number() }, () => {
    reader.text();
    reader.text();
    const kind = reader.bytes[reader.at++];
    if (kind === 0) reader.number();
    else if (kind === 1) reader.at += 1, limits();
    else if (kind === 2) limits();
    else reader.at += 2;
    return kind;
  }).filter((kind) => kind === 0).length;
}

function exported(reader) {
  return Array.from({ length: reader.number() }, () => {
    const name = reader.text();
    return { name, kind: reader.bytes[reader.at++], at: reader.number() };
  }).filter(({ kind }) => kind === 0);
}

function functionBodies(reader, base, imported) {
  return Array.from({ length: reader.number() }, (_, at) => {
    const size = reader.number();
    const start = reader.at - base;
    reader.at += size;
    return { node: `f${imported + at}`, start, size };
  });
}

function dataSegments(reader) {
  return Array.from({ length: reader.number() }, () => {
    // Active, in the first memory, at a constant: i32.const, the number, end.
    if (reader.number() !== 0 || reader.bytes[reader.at++] !== 0x41) throw new Error("data of another form");
    const address = reader.number();
    reader.at += 1;
    const length = reader.number();
    const start = reader.at;
    reader.at += length;
    return { address, start, length };
  });
}
