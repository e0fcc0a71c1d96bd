// The class that a browser wants of the article. What is shown is decided in src/elements.rs; here is only what has to be
// there before the program, and after it has failed.
import { ATTRIBUTES, ACCEPT } from "standfirst:declared";
import { Base, open, warn } from "./host.js";
import { create, putBack, takeFree } from "./program.js";

const LONGEST_LOAD = 10_000; // ms
const EVENTS = ["standfirst-load", "standfirst-error"];

function warm() {
  try {
    new Date().toLocaleString("en", { dateStyle: "long", timeStyle: "short" });
  } catch {
    // A page may have taken it away; dates are then as they were written.
  }
}

/** As JSON; none for what stands for none. What JSON cannot hold is an error, as it is with the browser's own. */
function json(data) {
  if (data === undefined || data === null) return undefined;
  const text = JSON.stringify(data);
  if (text === undefined) throw new TypeError("data is not JSON");
  return text;
}

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
    if (this.#present) return;
    this.#present = true;
    // Set before the element was defined.
    if (Object.hasOwn(this, "data")) {
      try {
        this.#data = json(this.data);
      } catch (error) {
        this.#failed(error);
        return;
      } finally {
        delete this.data;
      }
    }
    this.#begin();
  }

  adoptedCallback() {
    if (this.shadowRoot) open(this);
  }

  async disconnectedCallback() {
    // A move in the page takes it out and puts it in again before this runs.
    await null;
    if (!this.isConnected) this.#end();
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    // Of an address that was asked for before the program is here, nobody wants the answer now.
    if (name === "src") this.#early?.abort.abort();
    if (this.#without && name === "src") this.#begin();
    else this.#instance?.program.set(name, value ?? undefined);
  }

  get data() {
    return this.#data === undefined ? undefined : JSON.parse(this.#data);
  }

  set data(data) {
    this.#data = json(data);
    if (this.#data !== undefined) this.#early?.abort.abort();
    if (this.#without) this.#begin();
    else this.#instance?.program.set("data", this.#inline());
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
    let early, late;
    try {
      // Both requests first: what follows takes a slow processor longer than the line.
      early = this.#inline() === undefined && !fault ? this.#ask() : undefined;
      this.#early = early;
      const ready = takeFree();
      const coming = ready ? undefined : create();
      // The first date of a page takes a slow phone 50 ms. Now it has nothing else to do.
      if (coming) setTimeout(warm);
      // Before those of the page: what they measure is what is shown.
      for (const event of EVENTS) this.addEventListener(event, this);
      const root = open(this);
      this.#slot ??= root.appendChild(document.createElement("slot"));
      this.#place?.remove();
      this.#place = root.appendChild(document.createElement("div"));
      this.#place.className = "sf-place";
      // What rem would be, whatever the page makes of its root.
      this.#place.style.setProperty("--sf-rem", getComputedStyle(this.#place).fontSize);
      this.#fallback(true);
      const waited = () => new Promise((_, fail) => (late = setTimeout(() => fail(new Error("not loaded within 10 s")), LONGEST_LOAD)));
      const instance = ready ?? (await Promise.race([coming, waited()]));
      if (begun !== this.#begun || !this.#present) {
        putBack(instance);
        return;
      }
      this.#early = undefined;
      instance.died = (error) => this.#died(error);
      this.#instance = instance;
      if (early) instance.program.hand_over(early.url, early.answer, early.abort);
      // What is in the element now: data may have come meanwhile.
      instance.program.mount(this, this.#place, this.#inline(), fault);
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
    if (!this.#place) return;
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
    this.#place?.remove();
    this.#slot ??= this.shadowRoot?.appendChild(document.createElement("slot"));
    if (this.#slot) this.#slot.hidden = false;
    warn(error?.message ?? error);
    const detail = { reason: "internal", status: null, url: this.getAttribute("src") ?? "", message: String(error) };
    this.dispatchEvent(new CustomEvent("standfirst-error", { bubbles: true, composed: true, detail }));
  }

  #end() {
    if (!this.#present) return;
    this.#present = false;
    this.#without = false;
    const instance = this.#instance;
    this.#instance = undefined;
    try {
      this.#early?.abort.abort();
      this.#early = undefined;
      for (const event of EVENTS) this.removeEventListener(event, this);
      // Chromium holds a lazy picture with sizes=auto that was never fetched, and all of the tree around it. Without
      // addresses it asks for nothing more.
      for (const image of this.#place?.querySelectorAll("img") ?? []) {
        for (const name of ["src", "srcset", "sizes", "loading"]) image.removeAttribute(name);
      }
      this.#place?.remove();
    } catch (error) {
      warn(error);
    }
    if (!instance) return;
    instance.died = () => {};
    instance.program.unmount();
    if (!instance.dead) putBack(instance);
  }
}
