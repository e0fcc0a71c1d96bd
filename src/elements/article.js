// The class that a browser wants of the article. What is shown is decided in src/elements.rs; here is only what has to be
// there before the program, and after it has failed.
import { ATTRIBUTES, ACCEPT } from "standfirst:declared";
import { Base, open, warn } from "./host.js";
import { putBack, take } from "./program.js";

const LONGEST_LOAD = 10_000; // ms

export class StandfirstArticle extends Base {
  static observedAttributes = ATTRIBUTES;
  #instance;
  #data;
  #place;
  #slot;
  #faults = 0;
  /** Whether it is in the page, and how often it has begun: an older beginning that comes through late is let go. */
  #present = false;
  #begun = 0;
  #early;
  /** The program could not be had. */
  #without = false;

  connectedCallback() {
    // Set before the element was defined.
    if (Object.hasOwn(this, "data")) {
      const { data } = this;
      delete this.data;
      this.#data = JSON.stringify(data);
    }
    if (this.#present) return;
    this.#present = true;
    // Before those of the page: what they measure is what is shown.
    for (const event of ["standfirst-load", "standfirst-error"]) this.addEventListener(event, this);
    this.#begin();
  }

  disconnectedCallback() {
    // A move in the page takes it out and puts it in again before this runs.
    queueMicrotask(() => this.isConnected || this.#end());
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (this.#without && name === "src") this.#begin();
    else this.#instance?.program.set(name, value ?? undefined);
  }

  get data() {
    return this.#data === undefined ? undefined : JSON.parse(this.#data);
  }

  set data(data) {
    this.#data = data === undefined || data === null ? undefined : JSON.stringify(data);
    this.#instance?.program.set("data", this.#inline());
  }

  reload() {
    if (this.#without) this.#begin();
    else this.#instance?.program.reload();
  }

  #inline() {
    return this.#data ?? this.querySelector(':scope > script[type="application/json"]')?.textContent;
  }

  async #begin(fault) {
    const begun = (this.#begun += 1);
    this.#without = false;
    const root = open(this);
    this.#slot ??= root.appendChild(document.createElement("slot"));
    this.#place?.remove();
    this.#place = root.appendChild(document.createElement("div"));
    this.#place.className = "sf-place";
    // What rem would be, whatever the page makes of its root.
    this.#place.style.setProperty("--sf-rem", getComputedStyle(this.#place).fontSize);
    this.#fallback(true);
    const inline = this.#inline();
    const early = inline === undefined && !fault ? this.#ask() : undefined;
    this.#early = early;
    let late;
    try {
      const waited = new Promise((_, fail) => (late = setTimeout(() => fail(new Error("not loaded within 10 s")), LONGEST_LOAD)));
      const instance = await Promise.race([take(), waited]);
      if (begun !== this.#begun || !this.#present) {
        putBack(instance);
        return;
      }
      this.#early = undefined;
      instance.died = (error) => this.#died(error);
      this.#instance = instance;
      if (early) instance.program.hand_over(early.url, early.answer, early.abort);
      instance.program.mount(this, this.#place, inline, fault);
    } catch (error) {
      early?.abort.abort();
      if (begun === this.#begun && this.#present) this.#failed(error);
    } finally {
      clearTimeout(late);
    }
  }

  /** The request goes out together with that for the program. */
  #ask() {
    const src = this.getAttribute("src")?.trim();
    if (!src || !URL.canParse(src, document.baseURI)) return undefined;
    const url = new URL(src, document.baseURI).href;
    if (!/^https?:/.test(url)) return undefined;
    const abort = new AbortController();
    const answer = fetch(url, { credentials: "omit", headers: { Accept: ACCEPT }, signal: abort.signal });
    // Whoever takes it over hears of its failure.
    answer.catch(() => {});
    return { url, answer, abort };
  }

  /** The program shows the article, or what has gone wrong where there is nothing else to show. */
  #fallback(waiting) {
    const has = [...this.childNodes].some((node) => (node.nodeType === 1 ? node.localName !== "script" : node.nodeType === 3 && node.data.trim()));
    this.#slot.hidden = !(has && waiting);
    this.#place.hidden = has && waiting;
  }

  handleEvent(event) {
    if (event.target !== this) return;
    const here = event.type === "standfirst-load";
    if (here) this.#faults = 0;
    this.#fallback(!here);
  }

  #died(error) {
    this.#instance = undefined;
    this.#faults += 1;
    if (!this.#present) return;
    // A fresh one says what has happened, and can try again. One that stops at that too is left alone.
    if (this.#faults < 3) this.#begin(String(error));
    else this.#failed(error);
  }

  #failed(error) {
    this.#without = true;
    this.#place.remove();
    this.#place.hidden = true;
    this.#slot.hidden = false;
    warn(error?.message ?? error);
    const detail = { reason: "internal", status: null, url: this.getAttribute("src") ?? "", message: String(error) };
    this.dispatchEvent(new CustomEvent("standfirst-error", { bubbles: true, composed: true, detail }));
  }

  #end() {
    if (!this.#present) return;
    this.#present = false;
    this.#without = false;
    this.#early?.abort.abort();
    this.#early = undefined;
    for (const event of ["standfirst-load", "standfirst-error"]) this.removeEventListener(event, this);
    const instance = this.#instance;
    this.#instance = undefined;
    // Chromium holds a lazy picture with sizes=auto that was never fetched, and all of the tree around it.
    for (const image of this.#place.querySelectorAll("img")) image.removeAttribute("srcset");
    this.#place.remove();
    if (!instance) return;
    let died = false;
    instance.died = () => (died = true);
    instance.program.unmount();
    queueMicrotask(() => died || putBack(instance));
  }
}
