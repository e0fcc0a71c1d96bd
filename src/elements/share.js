// The share menu's element.
import { SHARE_ATTRIBUTES } from "standfirst:declared";
import { SHARE, Shown } from "./element.js";
import { ahead } from "./program.js";

export class StandfirstShare extends Shown {
  static observedAttributes = SHARE_ATTRIBUTES;
  static kind = SHARE;

  _ask() {
    ahead();
  }
}
