// The article's element: its request goes out before the program is there.
import { ATTRIBUTES } from "standfirst:declared";
import { Fed } from "./data.js";
import { ARTICLE } from "./element.js";
import { ahead, FORMATS } from "./program.js";

/** Addresses of what is seldom canonical: WordPress, Ghost, feeds. */
const FOREIGN = /wp-json|rest_route|ghost\/api|feed/;

export class StandfirstArticle extends Fed {
  static observedAttributes = ATTRIBUTES;
  static kind = ARTICLE;

  _ask() {
    const [src, format, map] = ["src", "format", "map"].map((name) => this.getAttribute(name));
    if (map || (format && format !== "auto" && format !== "canonical") || FOREIGN.test(src)) ahead(FORMATS);
    return this._request();
  }
}
