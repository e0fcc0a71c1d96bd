// The program behind an article: compiled once a page, one instance for each article, none that a fault has stopped. It is
// cut in two (scripts/split.mjs): the rest is fetched when the first part asks for it, and goes on in its memory.
import { glue } from "standfirst:glue";

const FIRST = new URL("standfirst_bg.wasm", import.meta.url).href;
const REST = new URL("standfirst_rest.wasm", import.meta.url).href;
/** The module under which the rest finds the first part: scripts/split.mjs has the same. */
const MODULE = "p";

/** By address. */
const compiled = new Map();
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

/** Has the rest of the program on its way, for what needs it. */
export function ahead() {
  compile(REST).catch(() => {});
}

/** Compiled once a page. A failure is not kept. */
function compile(file) {
  let module = compiled.get(file);
  if (!module) {
    module = load(file);
    compiled.set(file, module);
    module.catch(() => compiled.delete(file));
  }
  return module;
}

async function load(file) {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: status ${response.status}`);
  try {
    // A server that names another type refuses streaming, nothing else.
    return await (response.headers.get("Content-Type")?.startsWith("application/wasm")
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer()));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
}

/** An instance with the functions of src/elements.rs. `died` is called once, when it stops. */
class Instance {
  died = () => {};
  dead = false;
  #exports;
  #rest;
  async start() {
    const module = await compile(FIRST);
    this.program = glue((exports) => this.#guarded(exports));
    await this.program.default({ module_or_path: module });
    if (this.dead) throw new Error("stopped at its start");
    this.program.later((now) => (now ? this.#whole() : ahead()));
    return this;
  }
  // Once an instance. The rest calls the first part as it calls itself: what enters is guarded where it has entered.
  #whole() {
    this.#rest ??= compile(REST)
      .then((module) => WebAssembly.instantiate(module, { ...this.program.imports(), [MODULE]: this.#exports }))
      // In a turn of its own: while a press is under way, browsers take no other of the same button.
      .then(() => new Promise((done) => setTimeout(done)))
      .catch((error) => {
        this.#rest = undefined;
        throw error;
      });
    return this.#rest;
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
