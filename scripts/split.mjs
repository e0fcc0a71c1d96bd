// Cuts the program in two: what a page needs for an article, and the rest, which is fetched when it is needed.
//
// The whole is compiled, linked and made small as one program. Then it is parted, as text: the rest goes on in the memory,
// the table and the signals of the first part. The first part enters it by gates alone; all that nothing else leads to
// belongs to it, functions and data (scripts/linked.mjs). Until it is there, its places in the table hold a function of a
// type that nothing calls, and those of its data zeros: a call is a trap, never a wrong call.

/** What the first part calls of the rest: functions marked #[inline(never)]. */
const GATES = [
  "components::embed::opened",
  "components::lightbox::lightbox",
  "components::passage::bar",
  "components::share_menu::menu",
  "components::share_menu::press",
  "components::share_menu::said",
  "components::share_menu::works",
  "elements::other",
  "reader::comments::inside",
  "reader::share::listen",
  "reader::share::means",
];

/** The module under which the rest finds the first part: src/elements/program.js has the same. */
const FIRST = "p";

/** The path as it stands in a name, by -Csymbol-mangling-version=v0. */
const mangled = (path) => path.split("::").map((part) => part.length + part).join("");
const GATE = new RegExp(`^_RNv(?:Nt)*C\\w*_10standfirst(?:${GATES.map(mangled).join("|")})$`);

const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+)`;
const CALLS = new RegExp(String.raw`\((?:return_call|call|ref\.func) (${NAME})`, "g");
const GLOBALS = new RegExp(String.raw`\(global\.[gs]et (${NAME})`, "g");

/** What wasm-opt needs before the cut: names, the gates as they are, and no function in the place of its like. */
export const BEFORE = ["-g", ...GATES.map((gate) => `--no-inline=*${mangled(gate)}`), "--skip-pass=duplicate-function-elimination"];

/** Whether a function of the linked program is a gate. */
export const isGate = (name) => GATE.test(name);

/** Exports that nobody calls when the program runs: the classes of wasm-streams, and what wasm-bindgen has read. */
export const isRoot = (name) => !/^(?:__wbg_)?intounderlying|^__wbindgen_describe/.test(name);

/** Parts a program in the text form of binaryen by what is `beyond` the gates. */
export function cut(text, { rest: { functions: beyond, data }, dead }) {
  const forms = text.slice(text.indexOf("\n") + 1, text.lastIndexOf("\n)")).split(/\n(?= \()/).map((form) => ({
    form,
    kind: form.match(/^ \((\w+)/)?.[1],
    name: form.match(new RegExp(`^ \\(\\w+ (${NAME})`))?.[1],
  }));
  const of = (kind) => forms.filter((it) => it.kind === kind);
  const imports = new Map(of("import").map((it) => [it.form.match(new RegExp(`\\((?:func|global|memory|table|tag) (${NAME})`))?.[1], it]));
  const functions = new Map(of("func").map((it) => [it.name, { ...it, calls: [...it.form.matchAll(CALLS)].map(([, name]) => name) }]));
  const gates = [...functions.keys()].filter((name) => isGate(name.slice(1)));
  if (gates.length < GATES.length) throw new Error(`the gates to the rest are ${GATES.join(", ")}, but only these are in the program: ${gates.join(", ")}. Each needs #[inline(never)], and to be called`);

  const table = of("elem").map((it) => elements(it.form));
  const slots = table.flatMap(({ from, names }) => names.map((name, at) => ({ at: from + at, name })));
  const isDead = (name) => dead.functions.has(name.slice(1));
  const roots = [...of("export"), ...of("start")].flatMap(({ form }) => [form.match(new RegExp(`\\((?:func|start) (${NAME})\\)`))?.[1] ?? form.match(new RegExp(`^ \\(start (${NAME})`))?.[1]]);
  roots.push(...slots.map(({ name }) => name).filter((name) => !beyond.has(name.slice(1)) && !isDead(name)));
  // All that the roots lead to, by whom; then what the gates and the places in the table lead to besides.
  const first = new Map();
  const lead = (names, into, closed) => {
    const todo = names.filter((name) => functions.has(name)).map((name) => [name, "from outside or through the table"]);
    for (let next = todo.pop(); next; next = todo.pop()) {
      const [name, by] = next;
      if (into.has(name) || closed(name)) continue;
      into.set(name, by);
      for (const called of functions.get(name).calls) if (functions.has(called)) todo.push([called, name]);
    }
  };
  lead(roots, first, (name) => gates.includes(name));
  const second = new Map();
  lead([...gates, ...slots.map(({ name }) => name).filter((name) => beyond.has(name.slice(1)))], second, (name) => first.has(name));
  const isRest = (name) => second.has(name);
  const isGone = (name) => functions.has(name) && !first.has(name) && !second.has(name);
  const parts = [...functions.values()].reduce((all, it) => (all[isRest(it.name) ? 1 : isGone(it.name) ? 2 : 0].push(it), all), [[], [], []]);
  const back = [...first.keys()].filter((name) => beyond.has(name.slice(1)));
  if (back.length) throw new Error(`the first part leads to what was beyond the gates:\n${back.map((name) => `${name}, from ${first.get(name)}`).join("\n")}`);

  // The gates get places behind the others.
  const tableName = of("table").find(({ form }) => form.endsWith("funcref)")).name;
  const size = Math.max(...slots.map(({ at }) => at)) + 1;
  const gateSlots = gates.map((name, at) => ({ at: size + at, name }));
  const moved = [...slots.filter(({ name }) => isRest(name)), ...gateSlots];
  const hole = "$standfirst.hole";
  const grown = (form) => form.replace(/ \d+( \d+)? funcref\)$/, ` ${size + gates.length} ${size + gates.length} funcref)`);

  const used = (names) => [...new Set(names)];
  const calledByRest = used(parts[1].flatMap(({ calls }) => calls)).filter((name) => !isRest(name));
  const shared = [
    ...calledByRest.filter((name) => functions.has(name)).map((name) => ({ name, kind: "func", type: signature(functions.get(name).form) })),
    ...used(parts[1].flatMap(({ form }) => [...form.matchAll(GLOBALS)].map(([, name]) => name))).map((name) => ({ name, kind: "global", type: forms.find((it) => it.kind === "global" && it.name === name).form.match(new RegExp(`^ \\(global ${NAME.replace("$", "$")} (\\(mut \\w+\\)|\\w+)`))[1] })),
    ...of("memory").map((it) => ({ name: it.name, kind: "memory", type: it.form.match(/((?: \d+)+)\)$/)[1] })),
    ...of("table").map((it) => ({ name: it.name, kind: "table", type: grown(it.form).match(/((?: \d+)+ \w+)\)$/)[1] })),
  ].map((it, at) => ({ ...it, short: String(at) }));

  const primary = forms.flatMap((it) => {
    if (it.kind === "func" && gates.includes(it.name)) return [stub(it.form, gateSlots.find(({ name }) => name === it.name).at, tableName)];
    if (it.kind === "func" && (isRest(it.name) || isGone(it.name))) return [];
    if (it.kind === "table" && it.name === tableName) return [grown(it.form)];
    if (it.kind === "elem" || it.kind === "data") return [];
    return [it.form];
  });
  const held = table.map(({ from, names }) => elem(tableName, from, names.map((name) => (isRest(name) || isGone(name) ? hole : name))));
  const memory = image(of("data"), data, dead.data);
  primary.push(
    ...memory.first.map(segment),
    ...shared.map(({ name, kind, short }) => ` (export "${short}" (${kind} ${name}))`),
    ...held,
    elem(tableName, size, gates.map(() => hole)),
    // Nothing has this type: wasm-opt keeps it apart from every other function.
    ` (func ${hole} (param f64 f64 f64 f64 f64 f64 f64)\n  (unreachable)\n )`,
  );
  const rest = [
    ...of("type").map(({ form }) => form),
    ...calledByRest.filter((name) => imports.has(name)).map((name) => imports.get(name).form),
    ...shared.map(({ name, kind, type, short }) => ` (import "${FIRST}" "${short}" (${kind} ${name} ${type.trim()}))`),
    ...runs(moved).map(({ from, names }) => elem(tableName, from, names)),
    ...memory.rest.map(segment),
    ...parts[1].map(({ form }) => form),
  ];
  return { primary: whole(primary), rest: whole(rest), report: { gates, functions: parts.map((part) => part.length), shared: shared.length, moved: moved.length } };
}

const whole = (forms) => {
  // What is imported stands before what is made.
  const rank = (form) => (/^ \((type|rec)/.test(form) ? 0 : form.startsWith(" (import") ? 1 : 2);
  return `(module\n${[...forms].sort((a, b) => rank(a) - rank(b)).join("\n")}\n)\n`;
};
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

/** The data of both: in the first part zeros stand for what the rest brings. */
function image(forms, moved, dead) {
  const first = forms.map(({ form }) => {
    const found = form.match(/^ \(data (?:\S+ )?\(i32\.const (\d+)\) "((?:[^"\\]|\\.)*)"\)$/);
    if (!found) throw new Error(`data of another form: ${form.slice(0, 100)}`);
    return { at: Number(found[1]), bytes: bytesOf(found[2]) };
  });
  for (const { address, size } of dead) {
    for (const { at, bytes } of first) if (address < at + bytes.length && at < address + size) bytes.fill(0, Math.max(0, address - at), address + size - at);
  }
  const rest = [];
  for (const { address, size } of [...moved].sort((a, b) => a.address - b.address)) {
    const bytes = new Uint8Array(size);
    for (const { at, bytes: from } of first) {
      const [start, end] = [Math.max(at, address), Math.min(at + from.length, address + size)];
      if (start >= end) continue;
      bytes.set(from.subarray(start - at, end - at), start - address);
      from.fill(0, start - at, end - at);
    }
    const last = rest.at(-1);
    // What lies between may be the first part's, however small.
    if (last && address === last.at + last.bytes.length) last.bytes = Uint8Array.from([...last.bytes, ...bytes]);
    else rest.push({ at: address, bytes });
  }
  return { first, rest };
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
