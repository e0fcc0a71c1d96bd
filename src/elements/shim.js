// The custom elements of the package: importing it defines them.
import { StandfirstArticle } from "./article.js";
import { StandfirstComments } from "./comments.js";
import { warn } from "./host.js";
import { StandfirstIcon } from "./icon.js";
import { StandfirstShare } from "./share.js";

const NAMES = new Map([[StandfirstArticle, "standfirst-article"], [StandfirstIcon, "standfirst-icon"], [StandfirstShare, "standfirst-share"], [StandfirstComments, "standfirst-comments"]]);

/** Defines an element under its name, or another. A second script on the page changes nothing. */
export function define(element = StandfirstArticle, name = NAMES.get(element)) {
  if (!globalThis.customElements) return;
  if (customElements.get(name)) {
    warn(`${name} is defined already, by this script included twice or by another version; the first stays.`);
    return;
  }
  // A class can have one name in a page; ours have theirs.
  customElements.define(name, customElements.getName?.(element) ? class extends element {} : element);
}

for (const element of NAMES.keys()) define(element);

export { StandfirstArticle, StandfirstComments, StandfirstIcon, StandfirstShare };
