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
  customElements.define(name, element);
}

define(StandfirstArticle);
define(StandfirstIcon);

export { StandfirstArticle, StandfirstIcon };
