// What makes dist/embed an npm package: its manifest, its types, what editors read of the elements. All of it comes from
// src/config.rs, so nothing is written twice.
//   node scripts/package-files.mjs --readme    writes the derived part of README.md anew
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...parts) => path.join(root, ...parts);
const MODULE = "standfirst.js";
/** What the module fetches from beside itself, but for icons. */
const PARTS = ["standfirst_bg.wasm", "standfirst_blocks.wasm", "standfirst_blocks.css", "standfirst_rest.wasm", "standfirst_rest.css", "standfirst_formats.wasm", "standfirst_newsroom.wasm", "standfirst_words.wasm"];
const HASHED = [MODULE, ...PARTS];

/** Writes the package's files by `write(name, text)`. `bytes(name)` gives a file that is there already. */
export async function packageFiles({ elements }, write, bytes) {
  await write("package.json", json(await manifest()));
  await write("custom-elements.json", json(customElements(elements)));
  await write("standfirst.d.ts", types(elements));
  await write("README.md", packageReadme(await readFile(at("README.md"), "utf8"), await manifest()));
  const hashes = await Promise.all(HASHED.map(async (name) => `sha384-${createHash("sha384").update(await bytes(name)).digest("base64")}  ${name}\n`));
  await write("integrity.txt", hashes.join(""));
}

/** What src/config.rs declares. */
export async function declared() {
  const program = at("target/embed/declared");
  await mkdir(path.dirname(program), { recursive: true });
  run("rustc", ["--edition", "2024", "-o", program, "scripts/declared.rs"]);
  return JSON.parse(run(program, []));
}

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

async function manifest() {
  const cargo = (await readFile(at("Cargo.toml"), "utf8")).split("\n[")[0];
  const field = (name) => {
    const found = cargo.match(new RegExp(`^${name} = "([^"]*)"`, "m"));
    if (!found) throw new Error(`Cargo.toml has no ${name}`);
    return found[1];
  };
  const plain = [...PARTS, "icons.svg", "icons.txt", "icons/*", "custom-elements.json", "package.json"];
  const entry = { types: "./standfirst.d.ts", default: `./${MODULE}` };
  return {
    name: "standfirst",
    version: field("version"),
    description: field("description"),
    license: field("license"),
    type: "module",
    main: MODULE,
    module: MODULE,
    types: "standfirst.d.ts",
    exports: { ".": entry, [`./${MODULE}`]: entry, ...Object.fromEntries(plain.map((name) => [`./${name}`, `./${name}`])) },
    customElements: "custom-elements.json",
    // Importing it defines the elements.
    sideEffects: true,
    // Without the compressed copies, which are for a host.
    files: [...HASHED, "standfirst.d.ts", "custom-elements.json", "icons", "icons.svg", "icons.txt", "integrity.txt", "LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.md"],
  };
}

/** Custom Elements Manifest, 1.0.0. */
function customElements(elements) {
  const declarations = elements.map((it) => ({
    kind: "class",
    name: it.class,
    description: it.doc,
    superclass: { name: "HTMLElement" },
    customElement: true,
    tagName: it.tag,
    attributes: it.attributes.map(({ name, values, doc }) => ({ name, type: { text: "string" }, description: `${doc} Values: ${values}.` })),
    members: [
      ...it.properties.map(({ name, kind, doc }) => ({ kind: "field", name, type: { text: kind }, description: doc })),
      ...it.methods.map(({ name, doc }) => ({ kind: "method", name, description: doc, return: { type: { text: "void" } } })),
    ],
    events: it.events.map((event) => ({ name: event.name, type: { text: `CustomEvent<${detailName(event)}>` }, description: event.doc })),
    cssParts: it.parts.map(({ name, doc }) => ({ name, description: doc })),
    cssProperties: it.styles.map(({ name, default: normal, doc }) => ({ name, description: `${doc} When not set: ${normal}.` })),
  }));
  const definitions = elements.map((it) => ({ kind: "custom-element-definition", name: it.tag, declaration: { name: it.class, module: MODULE } }));
  const exported = [...elements.map((it) => it.class), "define"].map((name) => ({ kind: "js", name, declaration: { name, module: MODULE } }));
  const define = {
    kind: "function",
    name: "define",
    description: DEFINE,
    parameters: [
      { name: "element", type: { text: "CustomElementConstructor" }, optional: true },
      { name: "name", type: { text: "string" }, optional: true },
    ],
    return: { type: { text: "void" } },
  };
  return { schemaVersion: "1.0.0", modules: [{ kind: "javascript-module", path: MODULE, declarations: [...declarations, define], exports: [...exported, ...definitions] }] };
}

const DEFINE = "Defines an element under its name, or a class made from one under another. A name that is taken stays as it is.";

/** `standfirst-load` is StandfirstLoad. */
const pascal = (name) => name.split("-").map((word) => word[0].toUpperCase() + word.slice(1)).join("");
const detailName = ({ name }) => `${pascal(name)}Detail`;
const doc = (text, indent = "") => `${indent}/** ${text} */\n`;
const key = (name) => (/^\w+$/.test(name) ? name : JSON.stringify(name));
const block = (head, lines) => (lines.length ? `${head} {\n${lines.join("")}}\n` : `${head} {}\n`);

function types(elements) {
  const events = elements.flatMap((it) => it.events);
  const details = events.map((event) => doc(`The detail of \`${event.name}\`.`)
    + block(`export interface ${detailName(event)}`, event.detail.map((it) => `${doc(it.doc, "  ")}  ${it.name}: ${it.kind};\n`)));
  return [
    "// Written by scripts/package-files.mjs from src/config.rs.\n",
    ...details,
    ...elements.flatMap(elementTypes),
    `${doc(DEFINE)}export function define(element?: CustomElementConstructor, name?: string): void;\n`,
    block("declare global", [`  interface HTMLElementTagNameMap {\n${elements.map((it) => `    ${key(it.tag)}: ${it.class};\n`).join("")}  }\n`]),
    `${doc("What every element takes in a framework's template.")}${PAGE}`,
    ...elements.map(props),
    // These name nothing of the frameworks, so they harm nobody who has none.
    block('declare module "react"', [
      `  namespace JSX {\n    interface IntrinsicElements {\n${elements.map((it) => `      ${key(it.tag)}: ${it.class}Props & ${reactOnly(it)};\n`).join("")}    }\n  }\n`,
    ]),
    block('declare module "vue"', [
      `  interface GlobalComponents {\n${elements.map((it) => `    ${key(it.tag)}: new () => { $props: ${it.class}Props & ${vueOnly(it)} };\n`).join("")}  }\n`,
    ]),
  ].join("\n");
}

const PAGE = `export interface StandfirstPageProps {
  id?: string;
  class?: string;
  slot?: string;
  lang?: string;
  dir?: string;
  hidden?: boolean;
  title?: string;
}
`;

function elementTypes(it) {
  const map = `${it.class}EventMap`;
  const heard = it.events.map((event) => `${doc(event.doc, "  ")}  ${key(event.name)}: CustomEvent<${detailName(event)}>;\n`);
  const listener = (name, options) => [
    `  ${name}<K extends keyof ${map}>(type: K, listener: (this: ${it.class}, event: ${map}[K]) => unknown, options?: boolean | ${options}): void;\n`,
    `  ${name}(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | ${options}): void;\n`,
  ];
  const members = [
    ...it.properties.map((member) => `${doc(member.doc, "  ")}  ${member.name}: ${member.kind};\n`),
    ...it.methods.map((method) => `${doc(method.doc, "  ")}  ${method.name}(): void;\n`),
    ...(heard.length ? [...listener("addEventListener", "AddEventListenerOptions"), ...listener("removeEventListener", "EventListenerOptions")] : []),
  ];
  return [
    ...(heard.length ? [`${doc(`The events of \`${it.tag}\`.`)}${block(`export interface ${map} extends HTMLElementEventMap`, heard)}`] : []),
    `${doc(it.doc)}${block(`export class ${it.class} extends HTMLElement`, members)}`,
  ];
}

function props(it) {
  return `${doc(`What a template may give to \`${it.tag}\`.`)}${block(`export interface ${it.class}Props extends StandfirstPageProps`, [
    ...it.attributes.map((attribute) => `${doc(`${attribute.doc} Values: ${attribute.values}.`, "  ")}  ${key(attribute.name)}?: ${/^\d/.test(attribute.values) ? "number | string" : "string"};\n`),
    ...it.properties.map((member) => `${doc(member.doc, "  ")}  ${member.name}?: ${member.kind};\n`),
  ])}`;
}

/** React listens to `onstandfirst-load`. */
function reactOnly(it) {
  const heard = it.events.map((event) => ` ${key(`on${event.name}`)}?: (event: CustomEvent<${detailName(event)}>) => void;`).join("");
  return `{ className?: string; style?: object; children?: unknown; key?: string | number | bigint | null; ref?: ((element: ${it.class} | null) => unknown) | { current: ${it.class} | null } | null; suppressHydrationWarning?: boolean;${heard} }`;
}

/** Vue knows `@standfirst-load` as onStandfirstLoad, and its checker reads `heading-level` as headingLevel. */
function vueOnly(it) {
  const camel = it.attributes.filter(({ name }) => name.includes("-")).map(({ name }) => {
    const [first, ...rest] = name.split("-");
    return ` ${first}${pascal(rest.join("-"))}?: ${it.class}Props[${key(name)}];`;
  }).join("");
  const heard = it.events.map((event) => ` on${pascal(event.name)}?: (event: CustomEvent<${detailName(event)}>) => void;`).join("");
  return `{ style?: unknown; key?: PropertyKey; ref?: unknown;${camel}${heard} }`;
}

/** The tables of README.md. tests/native/elements.rs compares them row by row. */
function tables(elements) {
  const table = (head, rows) => (rows.length ? [[`| ${head.join(" | ")} |`, `|${"---|".repeat(head.length)}`, ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n")] : []);
  const code = (text) => `\`${text}\``;
  return elements.flatMap((it) => [
    `**\`<${it.tag}>\`:** ${it.doc}`,
    ...table(["attribute", "values", "does"], it.attributes.map(({ name, values, doc: text }) => [code(name), values, text])),
    ...table(["in scripts", "does"], [
      ...it.properties.map(({ name, doc: text }) => [code(name), text]),
      ...it.methods.map(({ name, doc: text }) => [code(`${name}()`), text]),
    ]),
    ...table(["event", "its `detail`", "says"], it.events.map(({ name, detail, doc: text }) => [code(name), detail.map((member) => code(member.name)).join(", "), text])),
    ...table(["part", "is"], it.parts.map(({ name, doc: text }) => [code(name), text])),
  ]).join("\n\n");
}

/** What of README.md a page's author needs. The rest is about the sources, which are not in the package. */
export function packageReadme(readme, { description, files }) {
  // Parted at its headings: `## Name`, then what stands under it.
  const [, ...rest] = readme.split(/^## /m);
  const sections = new Map(rest.map((text) => [text.slice(0, text.indexOf("\n")), `## ${text}`]));
  const section = (name, from) => {
    const text = sections.get(name);
    const start = from ? text?.indexOf(from) : 0;
    if (!text || start < 0) throw new Error(`README.md has no “${from ?? `## ${name}`}”: see packageReadme in scripts/package-files.mjs`);
    return from ? `## ${name}\n\n${text.slice(start)}` : text;
  };
  const parts = [
    `# Standfirst\n\n${description}.\n\n`,
    section("Embed it"),
    section("Styling"),
    // What stands before is for Leptos programs.
    section("Icons", "In a page without scripts"),
    section("The article as JSON"),
    section("What the reader gets"),
    section("Sharing"),
    section("Licences"),
  ];
  const text = parts.join("").replace(/<!--.*?-->\n/g, "").replaceAll("the folder `dist/embed/`", "this folder").replace("The folder is an npm package as it stands:", "It is an npm package:").replaceAll("`dist/embed/`", "this folder");
  const has = (target) => {
    if (target.startsWith("#")) return anchors(text).includes(target.slice(1));
    return /^[a-z]+:/.test(target) || files.some((name) => target === name || target.startsWith(`${name}/`));
  };
  const kept = outsideCode(text, (line) => line
    .replace(/!\[[^\]]*\]\(([^)]*)\)/g, (picture, target) => (has(target) ? picture : ""))
    // A sentence about a file of the sources is of no use without them.
    .split(/(?<=\.) (?=[A-Z`[])/).filter((sentence) => !SOURCES.test(sentence)).join(" ")
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, (link, words, target) => (has(target) ? link : words)));
  return `${kept.replace(/\n{3,}/g, "\n\n").trim()}\n`;
}

const SOURCES = /(?:[` ]|\]\()(?:src|scripts|style|schema|docs|public|tests|examples|artwork)\/|`(?:make|cargo) |`on_load`|^In the app,/;
/** The anchors that a heading makes. */
const anchors = (text) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading.toLowerCase().replace(/[^\w\s-]/g, "").replace(/\s/g, "-"));
const outsideCode = (text, change) => text.split(/(^```[\s\S]*?^```$)/m).map((part, at) => (at % 2 ? part : part.split("\n").map(change).join("\n"))).join("");

async function rewriteReadme() {
  const file = at("README.md");
  const readme = await readFile(file, "utf8");
  const marked = /(<!-- elements -->\n)[\s\S]*?(<!-- \/elements -->)/;
  if (!marked.test(readme)) throw new Error("README.md has no <!-- elements --> … <!-- /elements -->");
  const { elements } = await declared();
  await writeFile(file, readme.replace(marked, (_, start, end) => `${start}${tables(elements)}\n${end}`));
}

function run(command, args) {
  const { status, error, stdout } = spawnSync(command, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
  if (error) throw new Error(`${command} could not be started: ${error.message}`);
  if (status !== 0) throw new Error(`${command} failed`);
  return stdout;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv.includes("--readme")) await rewriteReadme();
