// What all elements do to the page that they are in.
import style from "standfirst:style";

/** Outside a browser, where pages are rendered, the package can be imported and does nothing. */
export const Base = globalThis.HTMLElement ?? class {};

/** By document, then by text: a sheet belongs to the document it was made in. */
const sheets = new WeakMap();
/** By shadow root: the styles of what other parts of the program draw in it. */
const more = new WeakMap();
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
  root.adoptedStyleSheets = [style, ...(more.get(root) ?? [])].map((css) => sheet(page, css));
  return root;
}

/** Gives an element the styles of other parts, before anything of them is drawn. */
export function dress(host, styles) {
  if (styles.length === (more.get(host.shadowRoot)?.length ?? 0)) return;
  more.set(host.shadowRoot, [...styles]);
  open(host);
}

function sheet(page, css) {
  if (!sheets.has(page)) sheets.set(page, new Map());
  const made = sheets.get(page);
  if (!made.has(css)) {
    const fresh = new page.defaultView.CSSStyleSheet();
    fresh.replaceSync(css);
    made.set(css, fresh);
  }
  return made.get(css);
}
