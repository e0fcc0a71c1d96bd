// What all elements do to the page that they are in.
import style from "standfirst:style";

/** Outside a browser, where pages are rendered, the package can be imported and does nothing. */
export const Base = globalThis.HTMLElement ?? class {};

let sheet;
let warned = false;

/** One warning a page, whatever goes wrong. */
export function warn(message) {
  if (!warned) console.warn(`standfirst: ${message}`);
  warned = true;
}

/** The shadow root of an element, with the style. */
export function open(host) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
  }
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  return root;
}
