// What an element has that shows JSON: a property for it, a place for it in the page, a method that asks for it again.
import { ACCEPT } from "standfirst:declared";
import { Shown } from "./element.js";

/** As JSON; none for what stands for none. What JSON cannot hold is an error, as it is with the browser's own. */
function json(data) {
  if (data === undefined || data === null) return undefined;
  const text = JSON.stringify(data);
  if (text === undefined) throw new TypeError("data is not JSON");
  return text;
}

export class Fed extends Shown {
  #data;

  get data() {
    return this.#data === undefined ? undefined : JSON.parse(this.#data);
  }

  set data(data) {
    this.#data = json(data);
    this._changed("data", this._json(), this.#data !== undefined);
  }

  reload() {
    this._reload();
  }

  _upgrade() {
    if (!Object.hasOwn(this, "data")) return;
    try {
      this.#data = json(this.data);
    } finally {
      delete this.data;
    }
  }

  _json() {
    return this.#data ?? this.querySelector(':scope > script[type="application/json"]')?.textContent;
  }

  /** Begins the request for `src`, for the program to take over. */
  _request() {
    if (this._json() !== undefined) return undefined;
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
}
