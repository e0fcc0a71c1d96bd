// The article's element: its request goes out before the program is there.
import { ATTRIBUTES } from "standfirst:declared";
import { Fed } from "./data.js";
import { ARTICLE } from "./element.js";

export class StandfirstArticle extends Fed {
  static observedAttributes = ATTRIBUTES;
  static kind = ARTICLE;

  _ask() {
    return this._request();
  }
}
