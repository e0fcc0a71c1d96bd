// The program behind an article: compiled once a page, one instance for each article, none that a fault has stopped. It is
// cut in parts (scripts/split.mjs): the others are fetched when the first one asks for them, and go on in its memory.
import { HASHES } from "standfirst:declared";
import { glue } from "standfirst:glue";
import { dress } from "./host.js";

const FIRST = new URL("standfirst_bg.wasm", import.meta.url).href;
/** By their numbers in src/browser/later.rs: the files of the other parts, each with the style of what it draws. */
const PARTS = [
  [new URL("standfirst_rest.wasm", import.meta.url).href, new URL("standfirst_rest.css", import.meta.url).href],
  [new URL("standfirst_formats.wasm", import.meta.url).href],
  [new URL("standfirst_newsroom.wasm", import.meta.url).href],
  [new URL("standfirst_blocks.wasm", import.meta.url).href, new URL("standfirst_blocks.css", import.meta.url).href],
  [new URL("standfirst_words.wasm", import.meta.url).href],
];
export const REST = 0;
export const FORMATS = 1;
const NEWSROOM = 2;
const BLOCKS = 3;
export const WORDS = 4;
/** The part that a part stands on: scripts/split.mjs has the same. It is there before. */
const UNDER = { [FORMATS]: BLOCKS, [NEWSROOM]: FORMATS };
/** The module under which they find the first part: scripts/split.mjs has the same. */
const MODULE = "p";

/** By address: programs that are compiled, and the style. */
const loaded = new Map();
/** Instances whose article has gone: taken again before a new one is made. */
const free = [];
const MOST_FREE = 4;
/** What a stopped program answers: what reads a pair of results finds no failure in it, and as a number it is 0. */
const NOTHING = Object.freeze([]);

/** An instance that waits for an article. One may have stopped since, and would show nothing for ever. */
export function takeFree() {
  let instance;
  do instance = free.pop();
  while (instance?.dead);
  return instance;
}

export function putBack(instance) {
  if (free.length < MOST_FREE) free.push(instance);
}

/** A new instance. Whoever waits for it hears of its failure. */
export function create() {
  const coming = new Instance().start();
  coming.catch(() => {});
  return coming;
}

/** Has a part of the program on its way, for what needs it. */
export function ahead(part = REST) {
  for (let next = part; next !== undefined; next = UNDER[next]) files(next).catch(() => {});
}

/** A part, with its style if it has one: neither is of use without the other. */
const files = (part) => Promise.all(PARTS[part].map(once));

/** Loaded once a page. A failure is not kept. */
function once(file) {
  let coming = loaded.get(file);
  if (!coming) {
    coming = load(file);
    loaded.set(file, coming);
    coming.catch(() => loaded.delete(file));
  }
  return coming;
}

async function load(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: status ${response.status}`);
  if (/\.css\b/.test(file)) return response.text();
  try {
    const checked = check(file, response.clone());
    // A server that names another type refuses streaming, nothing else.
    const compiled = response.headers.get("Content-Type")?.startsWith("application/wasm")
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer());
    return (await Promise.all([compiled, checked]))[0];
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
}

/**
 * The program must be the one that this script was built with: not of another version, not of another hand. While it is
 * compiled; an integrity of the request would have the browser wait for the last byte. Pages without https have no hashes.
 */
async function check(file, response) {
  const bytes = await response.arrayBuffer();
  if (!globalThis.crypto?.subtle) return;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  if (btoa(String.fromCharCode(...hash)).slice(0, HASHES[0].length) !== HASHES[file === FIRST ? 0 : 1 + PARTS.findIndex(([program]) => program === file)]) throw new Error("not the one that belongs to this script");
}

let policy;

/** HTML that may be parsed where the page has Trusted Types: by a policy of our name, made once a page. What is parsed is never put into the page. Throws where the page lets no such policy be made, which it is asked only once: each time is reported. */
function trusted(html) {
  if (policy === undefined) {
    policy = null;
    policy = globalThis.trustedTypes?.createPolicy("standfirst", { createHTML: String }) ?? { createHTML: String };
  }
  return policy.createHTML(html);
}

/** Whether a passage of the article is selected. Some browsers ask the shadow root for it, some the document. */
function selects(root) {
  const selection = root.getSelection?.() ?? document.getSelection();
  return !selection.isCollapsed && root.querySelector(".sf-body")?.contains(selection.getRangeAt(0).commonAncestorContainer);
}

/** An instance with the functions of src/elements.rs. `died` is called once, when it stops. */
class Instance {
  died = () => {};
  dead = false;
  #exports;
  #parts = [];
  #host;
  #styles = [];
  #here = [];
  #ends;
  async start() {
    const module = await once(FIRST);
    this.program = glue((exports) => this.#guarded(exports));
    await this.program.default({ module_or_path: module });
    if (this.dead) throw new Error("stopped at its start");
    this.program.trusted(trusted);
    this.program.later((now, part) => (now ? this.whole(part) : ahead(part)));
    return this;
  }
  /** The element that shows what the instance draws; none any more when it has gone. */
  shownIn(host) {
    this.#host = host;
    this.#ends?.abort();
    if (!host) return;
    if (!this.has(REST)) this.#awaits(host);
    dress(host, this.#styles);
  }
  // What needs the rest and is no press: an address that names a place, and a passage that is selected.
  #awaits(host) {
    const { signal } = (this.#ends = new AbortController());
    const fetches = (wanted) => () => wanted() && this.whole().catch(() => {});
    const named = fetches(() => location.hash.length > 1);
    host.addEventListener("standfirst-load", named, { signal });
    addEventListener("hashchange", named, { signal });
    document.addEventListener("selectionchange", fetches(() => selects(host.shadowRoot)), { signal });
  }
  has(part) {
    return this.#here[part];
  }
  /** With a part, once. It calls the first one as that calls itself: what enters is guarded where it has entered. */
  whole(part = REST) {
    this.#parts[part] ??= Promise.all([files(part), UNDER[part] === undefined || this.whole(UNDER[part])])
      .then(async ([[module, style]]) => {
        const { exports } = await WebAssembly.instantiate(module, { ...this.program.imports(), [MODULE]: this.#exports });
        // What one part brings, a later one may call.
        this.#exports = { ...this.#exports, ...exports };
        this.#here[part] = true;
        if (style === undefined) return;
        this.#styles.push(style);
        this.shownIn(this.#host);
      })
      // In a turn of its own: while a press is under way, browsers take no other of the same button.
      .then(() => new Promise((done) => setTimeout(done)))
      .then(() => this.program.arrived(part))
      .catch((error) => {
        this.#parts[part] = undefined;
        throw error;
      });
    return this.#parts[part];
  }
  // Waits, as the functions below do, by what a page cannot have changed.
  async #tell(error) {
    await null;
    this.died(error);
  }
  // What enters the program comes through here: a fault ends with it, and nothing enters again. The outermost entry
  // keeps the fault from the page.
  #guarded(exports) {
    this.#exports = exports;
    let depth = 0;
    const entry = (run) => (...args) => {
      if (this.dead) return NOTHING;
      depth += 1;
      try {
        return run(...args);
      } catch (error) {
        if (!this.dead) this.#tell(error);
        this.dead = true;
        if (depth > 1) throw error;
        return NOTHING;
      } finally {
        depth -= 1;
      }
    };
    return Object.fromEntries(
      Object.entries(exports).map(([name, value]) => [name, typeof value === "function" ? entry(value) : value]),
    );
  }
}
