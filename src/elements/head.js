// What stands first in an article, before the program is there: kicker, headline, standfirst, where the program will have
// them, so that a slow line shows words half a second earlier. src/components/article_head.rs draws the same, and takes its
// place; a test compares the two. Only what is plain is drawn: what has to be decoded, weighed or mended waits for the program.

const KINDS = /^(breaking|live|updated|exclusive|opinion|analysis|sponsored)$/;
const TAG = /^(?=.{2,35}$)[a-z]{2,8}(-[a-z0-9]{1,8})*$/i;
/** A moment of ISO 8601. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-(?!latn(-|$))[^-]*)*$/i;
/** Of a picture that leads: src/components/figure.rs has the same. */
const SIZES = "(min-width: 70rem) 60rem, 100vw";

const LONGEST_PAINT = 150; // ms
/** An answer longer than this, in bytes, is not read for the head of its article alone. */
const LONGEST_EARLY = 300_000;
const SVG = "http://www.w3.org/2000/svg";

/** A plain line; "" for none. Throws at what is none. */
function line(value) {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string" || /&|^\s|\s$/.test(value)) throw value;
  return value;
}

/** An element; attributes without a value are left out. */
function put(place, tag, attributes, text) {
  const element = document.createElement(tag);
  // Not "in": a page may have given every object more.
  for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
  if (text) element.append(text);
  place.append(element);
  return element;
}

/** Whether a label is there and holds. */
function holds(label) {
  if (!label) return false;
  const { kind, expires } = label;
  if (!KINDS.test(kind) || (expires && !MOMENT.test(expires))) throw label;
  return !expires || Date.parse(expires) > Date.now();
}

function kicker(place, { label, alternativeHeadline, articleSection }) {
  const section = line(alternativeHeadline) || [].concat(articleSection ?? []).map(line).find(Boolean);
  const labelled = holds(label);
  if (!labelled && !section) return;
  const kicker = put(place, "p", { class: "sf-kicker" });
  if (labelled) {
    const mark = put(kicker, "span", { class: "sf-label", "data-kind": label.kind });
    // The place of its icon.
    const icon = document.createElementNS(SVG, "svg");
    for (const [name, value] of [["class", "sf-icon"], ["viewBox", "0 0 24 24"], ["width", "1em"], ["height", "1em"], ["aria-hidden", "true"]]) icon.setAttribute(name, value);
    mark.append(icon, line(label.text) || label.kind);
    kicker.append(" ");
  }
  if (section) put(kicker, "span", { class: "sf-section" }, section);
}

/** The picture that leads begins to load. */
function picture({ image, video }, base) {
  const first = [].concat(image ?? [])[0];
  if (!first || video) return;
  const address = (url) => {
    const { protocol, href } = new URL(url, base);
    if (!/^https?:$/.test(protocol)) throw url;
    return href;
  };
  const lead = new Image();
  lead.referrerPolicy = "no-referrer";
  lead.fetchPriority = "high";
  if (first.srcset) {
    lead.sizes = SIZES;
    lead.srcset = first.srcset.map(({ url, width }) => `${address(url)} ${width}w`).join(", ");
  }
  lead.src = address(first.url ?? first);
}

/** The head of the article in a JSON text that came from `base`, in a place for it; nothing where it is not plainly canonical. */
export function head(host, place, text, base) {
  const said = (name) => host.getAttribute(name)?.trim();
  if (said("item") || said("map") || /#item=/.test(said("src")) || !/^(auto|canonical)?$/.test(said("format") ?? "")) return false;
  try {
    const article = JSON.parse(text);
    // No other format has a list of this name beside a headline.
    if (!Array.isArray(article.body) || !line(article.headline)) return false;
    const [language, dir] = [line(article.inLanguage), line(article.dir)];
    if (!/^(ltr|rtl|auto)?$/.test(dir)) return false;
    const lang = TAG.test(language) && language;
    const [, level] = /^([1-4])$/.exec(said("heading-level")) ?? [0, 1];
    const [theme] = /^(light|dark)$/.exec(said("theme")) ?? ["auto"];
    const page = put(place, "div", { class: "sf sf-reader", "data-theme": theme, "data-state": "loading", "aria-busy": "true" });
    const header = put(put(page, "article", { class: "sf-article", part: "article", lang, dir: dir || (lang && (RTL.test(lang) ? "rtl" : "ltr")) }), "header", { class: "sf-head" });
    kicker(header, article);
    put(header, `h${level}`, { class: "sf-headline", part: "headline" }, article.headline);
    const standfirst = line(article.description);
    if (standfirst) put(header, "p", { class: "sf-standfirst", part: "standfirst" }, standfirst);
    picture(article, base);
    return true;
  } catch {
    return false;
  }
}

/** The text of an answer that the program reads as well, and where it came from; nothing of what is too long, or no article. */
export async function copied(answer) {
  const response = (await answer).clone();
  const reader = response.ok && response.body?.getReader();
  const decoder = new TextDecoder();
  for (let text = "", size = 0; reader && size <= LONGEST_EARLY; ) {
    const { done, value } = await reader.read();
    if (done) return [text, response.url];
    text += decoder.decode(value, { stream: true });
    size += value.length;
  }
  // Its end comes when the program has read the other, or given it up.
  reader?.cancel?.().catch(() => {});
  return [];
}

/**
 * What is on the page now has been painted, as far as the browser tells, and counts as that: what is taken away before it says
 * so never was. Not for long: something larger may have been painted before, and a page that nobody sees paints nothing.
 */
export function painted() {
  return new Promise((done) => {
    const kind = "largest-contentful-paint";
    const observer = globalThis.PerformanceObserver?.supportedEntryTypes?.includes(kind) && new PerformanceObserver(() => told());
    const told = () => {
      if (observer) observer.disconnect();
      done();
    };
    if (observer) observer.observe({ type: kind });
    setTimeout(told, document.hidden ? 0 : LONGEST_PAINT);
  });
}
