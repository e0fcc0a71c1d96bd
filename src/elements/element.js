// The life of an element: the program is had, shows something, stops, goes. What is shown is decided in src/elements.rs;
// here is only what has to be there before the program, and after it has failed.
import { copied, head, painted } from "./head.js";
import { Base, open, warn } from "./host.js";
import { ahead, create, putBack, REST, takeFree, WORDS } from "./program.js";

/** What the program is to show, by its number in src/elements.rs. */
export const ARTICLE = 0;
export const SHARE = 1;
export const COMMENTS = 2;

const LONGEST_LOAD = 10_000; // ms
/** Said when what the element is for is there: by its kind. A share menu is there at once. */
const HERE = ["standfirst-load", undefined, "standfirst-comments-load"];
const EVENTS = ["standfirst-load", "standfirst-comments-load", "standfirst-error"];

/** The languages of src/i18n, but English, which is always there. */
const OTHERS = /^(de|ar)\b/i;

/** The language of an element, as src/browser/page.rs finds it. */
function language(element) {
  for (let at = element; at; at = at.getRootNode().host) {
    const found = at.closest("[lang]");
    if (found) return found.lang;
  }
  return "";
}

/** The parts of the program that an element needs before it shows anything: all but an article is drawn by the rest. */
function needs(element) {
  const parts = element.constructor.kind === ARTICLE ? [] : [REST];
  return OTHERS.test(language(element)) ? [...parts, WORDS] : parts;
}

/** With these parts. Where only the words are missing, it speaks English. */
async function complete(coming, parts) {
  const instance = await coming;
  await Promise.all(parts.map((part) => instance.whole(part).catch((error) => part === REST && Promise.reject(error))));
  return instance;
}

function warm() {
  try {
    new Date().toLocaleString("en", { dateStyle: "long", timeStyle: "short" });
  } catch {
    // A page may have taken it away; dates are then as they were written.
  }
}

/**
 * What every element does that shows what the program draws. What stands behind an underscore is for the classes made
 * from it, which say by `kind` what the program is to show.
 */
export class Shown extends Base {
  #instance;
  #place;
  /** The head of an article, until all of it is there, and its first paint. */
  #head;
  #painted;
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
    try {
      this._upgrade();
    } catch (error) {
      this.#failed(error);
      return;
    }
    this.#begin();
  }

  /** Takes over what was set before the element was defined. */
  _upgrade() {}
  /** The JSON in the element, if it is one for JSON. */
  _json() {}
  /** The request for what it shows, begun together with that for the program. */
  _ask() {}

  adoptedCallback() {
    if (this.shadowRoot) open(this);
  }

  async disconnectedCallback() {
    // A move in the page takes it out and puts it in again before this runs.
    await null;
    if (!this.isConnected) this.#end();
  }

  attributeChangedCallback(name, before, value) {
    if (before !== value) this._changed(name, value ?? undefined, name === "src");
  }

  /** An attribute, or the data; with another source nobody wants the answer of the one before. */
  _changed(name, value, source) {
    if (source) {
      this.#early?.abort.abort();
      this.#behead();
    }
    if (this.#without && (source || name === "data")) this.#begin();
    else this.#instance?.program.set(name, value);
  }

  _reload() {
    if (this.#without) this.#begin();
    else this.#instance?.program.reload();
  }

  async #begin(fault) {
    const begun = (this.#begun += 1);
    this.#without = false;
    const { kind } = this.constructor;
    let early, late;
    try {
      // Both requests first: what follows takes a slow processor longer than the line.
      early = fault ? undefined : this._ask();
      this.#early = early;
      const ready = takeFree();
      const coming = ready ? undefined : create();
      const parts = needs(this);
      parts.forEach(ahead);
      // The first date of a page takes a slow phone 50 ms. Now it has nothing else to do.
      if (coming) setTimeout(warm);
      // Before those of the page: what they measure is what is shown.
      for (const event of EVENTS) this.addEventListener(event, this);
      const root = open(this);
      this.#slot ??= root.appendChild(document.createElement("slot"));
      this.#place?.remove();
      this.#behead();
      this.#place = this.#placed();
      if (!this.#fallback(true) && coming && !fault && kind === ARTICLE) this.#heading(early?.answer, begun);
      const waited = () => new Promise((_, fail) => (late = setTimeout(() => fail(new Error("not loaded within 10 s")), LONGEST_LOAD)));
      const instance = ready && parts.every((part) => ready.has(part)) ? ready : await Promise.race([complete(ready ?? coming, parts), waited()]);
      // A head that has just been drawn is seen before a slow processor draws the rest.
      if (this.#head) await this.#painted;
      if (begun !== this.#begun || !this.#present) {
        putBack(instance);
        return;
      }
      this.#early = undefined;
      instance.died = (error) => this.#died(error);
      this.#instance = instance;
      if (early) instance.program.hand_over(early.url, early.answer, early.abort);
      // What is in the element now: data may have come meanwhile.
      instance.shownIn(this);
      instance.program.mount(kind, this, this.#place, this._json(), fault);
      // An article says itself when it is there.
      if (kind !== ARTICLE) this.#fallback(false);
    } catch (error) {
      early?.abort.abort();
      if (begun === this.#begun && this.#present) this.#failed(error);
    } finally {
      clearTimeout(late);
    }
  }

  /** A place for what the program draws. */
  #placed() {
    const place = this.shadowRoot.appendChild(document.createElement("div"));
    place.className = "sf-place";
    // What rem would be, whatever the page makes of its root.
    place.style.setProperty("--sf-rem", getComputedStyle(place).fontSize);
    return place;
  }

  /** The head of the article while the program is on its way. What goes wrong here, the program tells. */
  async #heading(answer, begun) {
    try {
      const data = this._json();
      const [text, base] = data === undefined ? await copied(answer) : [data, document.baseURI];
      if (text === undefined || begun !== this.#begun || !this.#present || this.#instance || this.#without) return;
      const place = this.#placed();
      if (!head(this, place, text, base)) return place.remove();
      this.#head = place;
      this.#painted = painted();
      this.#fallback(true);
    } catch {
      // It was aborted or refused.
    }
  }

  #behead() {
    this.#head?.remove();
    this.#head = undefined;
  }

  /** The program shows the article, or what has gone wrong where there is nothing else to show: that is what it says. */
  #fallback(waiting) {
    if (!this.#place) return false;
    if (!waiting) this.#behead();
    const has = [...this.childNodes].some((node) => (node.nodeType === 1 ? node.localName !== "script" : node.nodeType === 3 && node.data.trim()));
    this.#slot.hidden = !(has && waiting);
    this.#place.hidden = (has || this.#head !== undefined) && waiting;
    return has;
  }

  handleEvent(event) {
    const here = event.type === HERE[this.constructor.kind];
    if (event.target !== this || !(here || event.type === "standfirst-error")) return;
    if (here) this.#faults = 0;
    this.#behead();
    this.#fallback(!here);
  }

  #died(error) {
    this.#instance?.shownIn();
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
    this.#behead();
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
      this.#behead();
    } catch (error) {
      warn(error);
    }
    if (!instance) return;
    instance.died = () => {};
    instance.shownIn();
    instance.program.unmount();
    if (!instance.dead) putBack(instance);
  }
}
