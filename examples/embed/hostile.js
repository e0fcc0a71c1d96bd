// Enumerable members on the prototypes of everything.
Array.prototype.last = function () { return this[this.length - 1]; };
Object.prototype.extend = function () { return this; };
String.prototype.data = "data";
// Wrappers, as those who measure put around what they measure.
const realFetch = globalThis.fetch;
globalThis.fetch = function (...args) {
  return realFetch.apply(this, args).then((answer) => answer);
};
const realParse = JSON.parse;
JSON.parse = function (...args) {
  return realParse.apply(this, args);
};
// Globals with names like ours.
globalThis.standfirst = null;
globalThis.wasm = "not a program";
globalThis.article = document.getElementsByTagName("standfirst-article");
