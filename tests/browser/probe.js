// What the tests ask the page that Rust cannot see: what is still listened to, waited for, painted; and what only a
// person does: keys, fingers, the printer. Loaded before the reader, so that everything it asks for is counted.

const later = globalThis.setTimeout.bind(globalThis);

/** Lets the page work for a moment. Not counted among the timers. */
export const pause = (ms) => new Promise((done) => later(done, ms));

/** What stands at an address. */
export const text_at = async (url) => (await fetch(url)).text();

// --- Timers ---
// WebKitGTK's driver reads the page ten times a second, and for that time has a timer of its own in it: it is none of ours,
// and whether it is there when a test counts is chance.
const isDrivers = (does) => typeof does === "function" && String(does).includes('"JavaScriptTimeout"');
const timers = new Map();
for (const [set, clear, repeats] of [["setTimeout", "clearTimeout", false], ["setInterval", "clearInterval", true]]) {
  const [start, stop] = [globalThis[set].bind(globalThis), globalThis[clear].bind(globalThis)];
  globalThis[set] = (does, ms = 0, ...rest) => {
    const id = start((...args) => {
      if (!repeats) timers.delete(id);
      does(...args);
    }, ms, ...rest);
    if (!isDrivers(does)) timers.set(id, ms);
    return id;
  };
  globalThis[clear] = (id) => {
    timers.delete(id);
    stop(id);
  };
}

/** The delays of the timers that have not fired. */
export const timersPending = () => Float64Array.from(timers.values());

// --- Listeners ---
const heard = new WeakMap(); // target -> Map(key -> number)
const lasting = new Set(); // targets that no article takes with it
const numbers = new WeakMap();
let next = 0;
const number = (callback) => {
  if (!numbers.has(callback)) numbers.set(callback, (next += 1));
  return numbers.get(callback);
};
const key = (type, callback, options) => `${type} ${number(callback)} ${typeof options === "object" && options ? !!options.capture : !!options}`;
const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (type, callback, options) {
  add.call(this, type, callback, options);
  const target = this ?? globalThis;
  if (!callback || options?.once || options?.signal) return;
  if (!heard.has(target)) heard.set(target, new Set());
  heard.get(target).add(key(type, callback, options));
  if (!(target instanceof Node) && !(target instanceof AbortSignal)) lasting.add(target);
};
EventTarget.prototype.removeEventListener = function (type, callback, options) {
  remove.call(this, type, callback, options);
  if (callback) heard.get(this ?? globalThis)?.delete(key(type, callback, options));
};

/** Listeners of everything in the document, and of everything that is no part of one. */
export function listeners() {
  let count = 0;
  for (const target of lasting) count += heard.get(target)?.size ?? 0;
  each((node) => (count += heard.get(node)?.size ?? 0));
  return count;
}

function each(does) {
  const walk = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
  for (let node = walk.root; node; node = walk.nextNode()) does(node);
}

/** Nodes of the document. */
export function nodes() {
  let count = 0;
  each(() => (count += 1));
  return count;
}

// --- Errors that nobody caught ---
let uncaught = 0;
add.call(globalThis, "error", () => (uncaught += 1));
add.call(globalThis, "unhandledrejection", () => (uncaught += 1));
export const errors = () => uncaught;

// --- Memory ---
const registry = new FinalizationRegistry((tell) => tell());

/** Settles when the page has cleared away what nobody holds at the call. No clock decides: memory is filled until it has. */
export async function cleared() {
  let gone = false;
  registry.register({}, () => (gone = true));
  // Held for a while: what goes at once is gone before Firefox clears what is older.
  for (let held = []; !gone; await pause(1)) {
    if (held.push(new Uint8Array(8 << 20)) === 8) held = [];
  }
}

// --- Paint ---
/** Keeps the text of each element that is put under `root` and fits `selector`, in the order of appearance. */
export class Painted {
  constructor(root, selector) {
    this.texts = [];
    this.observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) {
          if (!(node instanceof Element)) continue;
          if (node.matches(selector)) this.texts.push(node.textContent);
          for (const found of node.querySelectorAll(selector)) this.texts.push(found.textContent);
        }
      }
    });
    this.observer.observe(root, { childList: true, subtree: true });
  }
  seen() {
    return [...this.texts];
  }
  stop() {
    this.observer.disconnect();
  }
}

// --- People ---
/** A key, as it reaches an element. */
export const key_down = (target, name) => target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, composed: true, cancelable: true }));

/** A finger that goes from one place to another. */
export function swipe(target, from, to) {
  const touch = (type, x) => target.dispatchEvent(new PointerEvent(type, { clientX: x, bubbles: true, pointerType: "touch", isPrimary: true }));
  touch("pointerdown", from);
  touch("pointerup", to);
}

/** What the browser does for Escape. */
export const escape = (dialog) => dialog.requestClose();

/** An event of the window, such as `beforeprint`. */
export const happens = (name) => globalThis.dispatchEvent(new Event(name));

/** What the browser believes of its connection. */
export const set_online = (online) => Object.defineProperty(navigator, "onLine", { configurable: true, get: () => online });

/** Makes chance certain: 0 to 1, or none to give it back. */
const chance = Math.random;
export const set_chance = (value) => (Math.random = value === undefined ? chance : () => value);

/** From now on no frame of this page may load anything. */
export function forbid_frames() {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = "frame-src 'none'";
  document.head.append(meta);
}
