// The program behind an article: compiled once a page, one instance for each article, none that a fault has stopped.
import { glue } from "standfirst:glue";

const FILE = new URL("standfirst_bg.wasm", import.meta.url).href;

let compiled;
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

/** Compiled once a page. A failure is not kept. */
function compile() {
  compiled ??= load().catch((error) => {
    compiled = undefined;
    throw error;
  });
  return compiled;
}

async function load() {
  const response = await fetch(FILE);
  if (!response.ok) throw new Error(`${FILE}: status ${response.status}`);
  try {
    // A server that names another type refuses streaming, nothing else.
    return await (response.headers.get("Content-Type")?.startsWith("application/wasm")
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer()));
  } catch (error) {
    throw new Error(`${FILE}: ${error.message}`);
  }
}

/** An instance with the functions of src/elements.rs. `died` is called once, when it stops. */
class Instance {
  died = () => {};
  dead = false;
  async start() {
    const module = await compile();
    this.program = glue((exports) => this.#guarded(exports));
    await this.program.default({ module_or_path: module });
    if (this.dead) throw new Error("stopped at its start");
    return this;
  }
  // Waits, as the functions below do, by what a page cannot have changed.
  async #tell(error) {
    await null;
    this.died(error);
  }
  // What enters the program comes through here: a fault ends with it, and nothing enters again. The outermost entry
  // keeps the fault from the page.
  #guarded(exports) {
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
