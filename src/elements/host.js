// What all elements do to the page that they are in.
import style from "standfirst:style";

/** Outside a browser, where pages are rendered, the package can be imported and does nothing. */
export const Base = globalThis.HTMLElement ?? class {};

/** By document: a sheet belongs to the one it was made in. */
const sheets = new WeakMap();
let warned = false;

/** One warning a page, whatever goes wrong. */
export function warn(message) {
  if (!warned) console.warn(`standfirst: ${message}`);
  warned = true;
}

/** The shadow root of an element, with the style. Without a window nothing is shown. */
export function open(host) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const { ownerDocument: page } = host;
  if (!page.defaultView) return root;
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(style);
    sheets.set(page, sheet);
  }
  root.adoptedStyleSheets = [sheet];
  return root;
}
