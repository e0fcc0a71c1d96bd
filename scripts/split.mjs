// Cuts the program in parts: what a page needs for a canonical article, and what is fetched when it is needed: blocks that few
// articles have, the formats of others with the policy for HTML, the words of other languages than English, and the rest.
//
// The whole is compiled, linked and made small as one program. Then it is parted, as text: each part goes on in the memory,
// the table and the signals of the first one. The first part enters the others by gates alone, and so do they each other; all
// that the gates of one part lead to and nothing else belongs to it, functions and data (scripts/linked.mjs). Until a part is
// there, its places in the table hold a function of a type that nothing calls, and those of its data zeros: a call is a trap,
// never a wrong call.

/** What is called of each part: functions marked #[inline(never)]. */
export const GATES = {
  blocks: [
    ...["rare", "video", "audio"].map((name) => `content::formats::canonical::rare::${name}`),
    "components::article_foot::contacts",
    "components::media::audio",
    "components::media::video",
    "components::rare::rare",
    "content::enhance::pairs::paired",
  ],
  formats: ["content::formats::foreign", "content::formats::asks_newsroom", "content::formats::told", "content::html::rich_blocks", "content::html::rich_text"],
  newsroom: ["article", "edited_blocks", "mapped"].map((name) => `content::formats::newsroom::${name}`),
  rest: [
    "components::embed::opened",
    "components::lightbox::lightbox",
    "components::passage::bar",
    "components::problems::problems",
    "components::share_menu::menu",
    "components::share_menu::press",
    "components::share_menu::said",
    "components::share_menu::works",
    "elements::other",
    "reader::discussion::discussion",
    "reader::share::listen",
    "reader::share::means",
  ],
  words: ["i18n::other"],
};

/** The parts that are always there before another, the nearest first. */
export const UNDER = { blocks: [], rest: [], words: [], formats: ["blocks"], newsroom: ["formats", "blocks"] };

/** Where what two parts lead to belongs: to the nearest part that is there before either, if there is one. */
export const shares = (one, other) => [one, ...UNDER[one]].find((part) => part === other || UNDER[other].includes(part));

/** Those that others stand on come first. */
export const inOrder = (parts) => [...parts].sort((a, b) => UNDER[a].length - UNDER[b].length);

/** The module under which the others find the first part: src/elements/program.js has the same. */
export const FIRST = "p";

/** Names of what is shared, as they are given here: numbers. */
export const isShared = (name) => /^\d+$/.test(name);

/** The path as it stands in a name, by -Csymbol-mangling-version=v0. */
const mangled = (path) => path.split("::").map((part) => part.length + part).join("");
const ALL = Object.values(GATES).flat();
const PATTERNS = Object.entries(GATES).map(([part, gates]) => [part, new RegExp(`^_RNv(?:Nt)*C\\w*_10standfirst(?:${gates.map(mangled).join("|")})$`)]);

const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+)`;
const CALLS = new RegExp(String.raw`\((?:return_call|call|ref\.func) (${NAME})`, "g");
const GLOBALS = new RegExp(String.raw`\(global\.[gs]et (${NAME})`, "g");

/** What wasm-opt needs before the cut: names, the gates as they are, and no function in the place of its like. */
export const BEFORE = ["-g", ...ALL.map((gate) => `--no-inline=*${mangled(gate)}`), "--skip-pass=duplicate-function-elimination"];

/** The part that a function of the linked program is a gate of, if it is one. */
export const partOf = (name) => PATTERNS.find(([, gates]) => gates.test(name))?.[0];

/** Exports that nobody calls when the program runs: the classes of wasm-streams, and what wasm-bindgen has read. */
export const isRoot = (name) => !/^(?:__wbg_)?intounderlying|^__wbindgen_describe/.test(name);

/** Parts a program in the text form of binaryen: the first part, and the others by name. */
export function cut(text, { parts: owned, dead }) {
  const forms = text.slice(text.indexOf("\n") + 1, text.lastIndexOf("\n)")).split(/\n(?= \()/).map((form) => ({
    form,
    kind: form.match(/^ \((\w+)/)?.[1],
    name: form.match(new RegExp(`^ \\(\\w+ (${NAME})`))?.[1],
  }));
  const of = (kind) => forms.filter((it) => it.kind === kind);
  const imports = new Map(of("import").map((it) => [it.form.match(new RegExp(`\\((?:func|global|memory|table|tag) (${NAME})`))?.[1], it]));
  const functions = new Map(of("func").map((it) => [it.name, { ...it, calls: [...it.form.matchAll(CALLS)].map(([, name]) => name) }]));
  const gates = new Map([...functions.keys()].map((name) => [name, partOf(name.slice(1))]).filter(([, part]) => part));
  if (gates.size < ALL.length) throw new Error(`the gates are ${ALL.join(", ")}, but only these are in the program: ${[...gates.keys()].join(", ")}. Each needs #[inline(never)], and to be called`);

  const table = of("elem").map((it) => elements(it.form));
  const slots = table.flatMap(({ from, names }) => names.map((name, at) => ({ at: from + at, name })));
  const isDead = (name) => dead.functions.has(name.slice(1));
  const ownerOf = new Map(Object.entries(owned).flatMap(([part, { functions }]) => [...functions].map((name) => [`$${name}`, part])));
  const roots = [...of("export"), ...of("start")].flatMap(({ form }) => [form.match(new RegExp(`\\((?:func|start) (${NAME})\\)`))?.[1] ?? form.match(new RegExp(`^ \\(start (${NAME})`))?.[1]]);
  roots.push(...slots.map(({ name }) => name).filter((name) => !ownerOf.has(name) && !isDead(name)));
  // All that names lead to, by whom.
  const lead = (names, closed) => {
    const found = new Map();
    const todo = names.filter((name) => functions.has(name)).map((name) => [name, "from outside or through the table"]);
    for (let next = todo.pop(); next; next = todo.pop()) {
      const [name, by] = next;
      if (found.has(name) || closed(name)) continue;
      found.set(name, by);
      for (const called of functions.get(name).calls) if (functions.has(called)) todo.push([called, name]);
    }
    return found;
  };
  const first = lead(roots, (name) => gates.has(name));
  // Then what the gates of a part and its places in the table lead to besides. What two parts lead to of which neither stands
  // on the other is in both: to have it in the first part would be 2 kB of brotli that few pages need. It is code alone.
  const owner = new Map();
  const copied = new Map();
  // Who has a copy gives it to those that stand on it.
  const giver = (part, name) => UNDER[part].find((under) => copied.get(name)?.has(under));
  for (const part of inOrder(Object.keys(owned))) {
    const own = [...[...gates].filter(([, it]) => it === part).map(([name]) => name), ...slots.map(({ name }) => name).filter((name) => ownerOf.get(name) === part)];
    const isUnder = (name) => UNDER[part].includes(owner.get(name)) || giver(part, name);
    const found = lead(own, (name) => first.has(name) || isUnder(name) || (gates.has(name) && gates.get(name) !== part));
    for (const name of found.keys()) {
      const before = owner.get(name);
      const both = before ? shares(part, before) : part;
      if (copied.has(name)) copied.get(name).add(part);
      else if (both) owner.set(name, both);
      else {
        copied.set(name, new Set([before, part]));
        owner.delete(name);
      }
    }
  }
  const back = [...first.keys()].filter((name) => ownerOf.has(name));
  if (back.length) throw new Error(`the first part leads to what was beyond the gates:\n${back.map((name) => `${name}, from ${first.get(name)}`).join("\n")}`);
  const isGone = (name) => functions.has(name) && !first.has(name) && !owner.has(name) && !copied.has(name);

  // The gates get places behind the others.
  const tableName = of("table").find(({ form }) => form.endsWith("funcref)")).name;
  const size = Math.max(...slots.map(({ at }) => at)) + 1;
  const gateSlots = [...gates.keys()].map((name, at) => ({ at: size + at, name }));
  const hole = "$standfirst.hole";
  const grown = (form) => form.replace(/ \d+( \d+)? funcref\)$/, ` ${size + gates.size} ${size + gates.size} funcref)`);

  const used = (names) => [...new Set(names)];
  const isIn = (part, name) => owner.get(name) === part || copied.get(name)?.has(part);
  const bodiesOf = (part) => [...functions.values()].filter(({ name }) => isIn(part, name));
  const outside = (part) => used(bodiesOf(part).flatMap(({ calls }) => calls)).filter((name) => !isIn(part, name));
  const globalsOf = (part) => used(bodiesOf(part).flatMap(({ form }) => [...form.matchAll(GLOBALS)].map(([, name]) => name)));
  const names = Object.keys(owned);
  // A gate is called by its stub, in the first part.
  const givers = new Map(names.flatMap((part) => outside(part).map((name) => [name, giver(part, name)])).filter(([, part]) => part));
  const giverOf = (name) => givers.get(name) ?? owner.get(name);
  const isOthers = (name) => giverOf(name) && !gates.has(name);
  const shared = [
    ...used(names.flatMap(outside)).filter((name) => functions.has(name)).map((name) => ({ name, kind: "func", type: signature(functions.get(name).form) })),
    ...used(names.flatMap(globalsOf)).map((name) => ({ name, kind: "global", type: forms.find((it) => it.kind === "global" && it.name === name).form.match(new RegExp(`^ \\(global ${NAME.replace("$", "$")} (\\(mut \\w+\\)|\\w+)`))[1] })),
    ...of("memory").map((it) => ({ name: it.name, kind: "memory", type: it.form.match(/((?: \d+)+)\)$/)[1] })),
    ...of("table").map((it) => ({ name: it.name, kind: "table", type: grown(it.form).match(/((?: \d+)+ \w+)\)$/)[1] })),
  ].map((it, at) => ({ ...it, short: String(at) }));

  const primary = forms.flatMap((it) => {
    if (it.kind === "func" && gates.has(it.name)) return [stub(it.form, gateSlots.find(({ name }) => name === it.name).at, tableName)];
    if (it.kind === "func" && !first.has(it.name)) return [];
    if (it.kind === "table" && it.name === tableName) return [grown(it.form)];
    if (it.kind === "elem" || it.kind === "data") return [];
    return [it.form];
  });
  const held = table.map(({ from, names }) => elem(tableName, from, names.map((name) => (owner.has(name) || isGone(name) ? hole : name))));
  const memory = image(of("data"), Object.fromEntries(names.map((part) => [part, owned[part].data])), dead.data);
  primary.push(
    ...memory.first.map(segment),
    ...shared.filter(({ name }) => !isOthers(name)).map(exported),
    ...held,
    elem(tableName, size, gateSlots.map(() => hole)),
    // Nothing has this type: wasm-opt keeps it apart from every other function.
    ` (func ${hole} (param f64 f64 f64 f64 f64 f64 f64)\n  (unreachable)\n )`,
  );
  const others = Object.fromEntries(names.map((part) => {
    const wanted = new Set([...outside(part), ...globalsOf(part)]);
    const moved = [...slots, ...gateSlots].filter(({ name }) => owner.get(name) === part);
    return [part, whole([
      ...of("type").map(({ form }) => form),
      ...outside(part).filter((name) => imports.has(name)).map((name) => imports.get(name).form),
      ...shared.filter(({ kind, name }) => kind === "memory" || kind === "table" || wanted.has(name)).map(({ name, kind, type, short }) => ` (import "${FIRST}" "${short}" (${kind} ${name} ${type.trim()}))`),
      ...runs(moved).map(({ from, names }) => elem(tableName, from, names)),
      ...memory.parts[part].map(segment),
      ...shared.filter(({ name }) => isOthers(name) && giverOf(name) === part).map(exported),
      ...bodiesOf(part).map(({ form }) => form),
    ])];
  }));
  return { primary: whole(primary), others };
}

const whole = (forms) => {
  // What is imported stands before what is made.
  const rank = (form) => (/^ \((type|rec)/.test(form) ? 0 : form.startsWith(" (import") ? 1 : 2);
  return `(module\n${[...forms].sort((a, b) => rank(a) - rank(b)).join("\n")}\n)\n`;
};
const exported = ({ name, kind, short }) => ` (export "${short}" (${kind} ${name}))`;
const elem = (table, from, names) => ` (elem (table ${table}) (i32.const ${from}) func ${names.join(" ")})`;

/** Parameters and results, and the type's name where it stands. */
const signature = (form) => (form.split("\n")[0].match(/ \((?:type|param|result) [^()]*\)/g) ?? []).join("").trim();

/** A function of the same type that calls what stands in the table. */
function stub(form, at, table) {
  const head = form.split("\n")[0];
  const count = (head.match(new RegExp(`\\(param ${NAME} \\w+\\)`, "g")) ?? []).length;
  const params = [...head.matchAll(new RegExp(`\\(param (${NAME}) \\w+\\)`, "g"))].map(([, name]) => `(local.get ${name})`);
  if (params.length !== count || /\(param [^$]/.test(head)) throw new Error(`a gate of another form: ${head}`);
  const type = signature(form).replace(new RegExp(`\\(param ${NAME} `, "g"), "(param ");
  return `${head}\n  (call_indirect ${table} ${type} ${params.join(" ")} (i32.const ${at}))\n )`;
}

/** The data of all: in the first part zeros stand for what the others bring. */
function image(forms, owned, dead) {
  const first = forms.map(({ form }) => {
    const found = form.match(/^ \(data (?:\S+ )?\(i32\.const (\d+)\) "((?:[^"\\]|\\.)*)"\)$/);
    if (!found) throw new Error(`data of another form: ${form.slice(0, 100)}`);
    return { at: Number(found[1]), bytes: bytesOf(found[2]) };
  });
  for (const { address, size } of dead) {
    for (const { at, bytes } of first) if (address < at + bytes.length && at < address + size) bytes.fill(0, Math.max(0, address - at), address + size - at);
  }
  const parts = Object.fromEntries(Object.entries(owned).map(([part, moved]) => [part, taken(first, moved)]));
  return { first, parts };
}

/** Moves data out of the first part. */
function taken(first, moved) {
  const found = [];
  for (const { address, size } of [...moved].sort((a, b) => a.address - b.address)) {
    const bytes = new Uint8Array(size);
    for (const { at, bytes: from } of first) {
      const [start, end] = [Math.max(at, address), Math.min(at + from.length, address + size)];
      if (start >= end) continue;
      bytes.set(from.subarray(start - at, end - at), start - address);
      from.fill(0, start - at, end - at);
    }
    const last = found.at(-1);
    // What lies between may be another part's, however small.
    if (last && address === last.at + last.bytes.length) last.bytes = Uint8Array.from([...last.bytes, ...bytes]);
    else found.push({ at: address, bytes });
  }
  return found;
}

const ESCAPES = { t: 9, n: 10, r: 13, '"': 34, "'": 39, "\\": 92 };

function bytesOf(text) {
  const bytes = [];
  for (const [whole, hex, letter] of text.matchAll(/\\([0-9a-fA-F]{2})|\\(.)|[^\\]/gsu)) {
    if (hex) bytes.push(parseInt(hex, 16));
    else if (letter) bytes.push(ESCAPES[letter]);
    else bytes.push(...new TextEncoder().encode(whole));
  }
  return Uint8Array.from(bytes);
}

const segment = ({ at, bytes }) => ` (data (i32.const ${at}) "${[...bytes].map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("")}")`;

function elements(form) {
  const found = form.match(new RegExp(`^ \\(elem (?:${NAME} )?(?:\\(table ${NAME}\\) )?\\(i32\\.const (\\d+)\\) (?:func )?([\\s\\S]*)\\)$`));
  if (!found) throw new Error(`a part of the table of another form: ${form.slice(0, 100)}`);
  return { from: Number(found[1]), names: found[2].match(new RegExp(NAME, "g")) ?? [] };
}

/** Neighbours together. */
function runs(slots) {
  const all = [];
  for (const { at, name } of [...slots].sort((a, b) => a.at - b.at)) {
    const last = all.at(-1);
    if (last && last.from + last.names.length === at) last.names.push(name);
    else all.push({ from: at, names: [name] });
  }
  return all;
}
