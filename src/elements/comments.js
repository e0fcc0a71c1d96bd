// The comments' element.
import { COMMENTS_ATTRIBUTES } from "standfirst:declared";
import { Fed } from "./data.js";
import { COMMENTS } from "./element.js";
import { ahead } from "./program.js";

/** The distance at which comments are asked for, in pixels: src/reader/discussion.rs has the same. */
const NEAR = 1200;

export class StandfirstComments extends Fed {
  static observedAttributes = COMMENTS_ATTRIBUTES;
  static kind = COMMENTS;

  _ask() {
    ahead();
    const { top, bottom } = this.getBoundingClientRect();
    return top < innerHeight + NEAR && bottom > -NEAR ? this._request() : undefined;
  }
}
