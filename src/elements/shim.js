// The custom elements of the package: importing it defines them.
import { StandfirstArticle } from "./article.js";
import { warn } from "./host.js";
import { StandfirstIcon } from "./icon.js";

/** Defines an element under its name, or another. A second script on the page changes nothing. */
export function define(element = StandfirstArticle, name = element === StandfirstIcon ? "standfirst-icon" : "standfirst-article") {
  if (!globalThis.customElements) return;
  if (customElements.get(name)) {
    warn(`${name} is defined already, by this script included twice or by another version; the first stays.`);
    return;
  }
  // A class can have one name in a page; ours have theirs.
  customElements.define(name, customElements.getName?.(element) ? class extends element {} : element);
}

define(StandfirstArticle);
define(StandfirstIcon);

export { StandfirstArticle, StandfirstIcon };
