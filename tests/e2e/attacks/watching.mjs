// A browser page that is watched while hostile data is in it: what runs, what is asked for, where it leads.
//
// Addresses in our own payloads that begin with the folder /evil are never asked for, whatever is done, and never are an
// address in the page. Of all others what is loaded decides: an article's pictures and media come from any host, and a
// press may lead anywhere; nothing else may be asked for.
import { visit } from "../lib.mjs";

const PICTURE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
/** What an article may load from any host. */
const LOADED = ["image", "media", "texttrack"];

/** Runs in every frame before anything else: what a payload does to say that it runs is told. */
function listen() {
  // A frame of the control tells by its name which payload it holds.
  const whose = () => {
    for (let at = window; ; at = at.parent) {
      try {
        if (/^\d+$/.test(at.name)) return at.name;
      } catch {
        return "";
      }
      if (at === at.parent) return "";
    }
  };
  const tell = (what) => globalThis.ran?.(`${what} ${whose()}`);
  for (const name of ["alert", "confirm", "prompt", "print", "msgbox"]) globalThis[name] = () => void tell(name);
  for (const name of ["evil", "canary", "pwned", "standfirstRan"]) {
    Object.defineProperty(globalThis, name, { configurable: true, get: () => undefined, set: () => tell(name) });
  }
  // Where text of an article could become markup or a program.
  const sinks = (globalThis.sinks = []);
  const spy = (owner, name) => {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    if (!own) return;
    const note = (values) => {
      const text = values.map(String).join(" ");
      if (/alert|evil/.test(text)) sinks.push(`${name}: ${text.slice(0, 80)}`);
    };
    if (own.set) {
      Object.defineProperty(owner, name, { ...own, set(value) { note([value]); own.set.call(this, value); } });
    } else {
      Object.defineProperty(owner, name, { ...own, value(...values) { note(values); return own.value.apply(this, values); } });
    }
  };
  for (const name of ["innerHTML", "outerHTML"]) for (const owner of [Element.prototype, ShadowRoot.prototype]) spy(owner, name);
  for (const name of ["setHTMLUnsafe", "getHTML"]) spy(Element.prototype, name);
  spy(Element.prototype, "insertAdjacentHTML");
  spy(Range.prototype, "createContextualFragment");
  for (const name of ["write", "writeln"]) spy(Document.prototype, name);
  for (const name of ["setTimeout", "setInterval"]) {
    const own = globalThis[name];
    globalThis[name] = function (first, ...rest) {
      if (typeof first === "string" && /alert|evil/.test(first)) sinks.push(`${name}: ${first.slice(0, 80)}`);
      return own.call(this, first, ...rest);
    };
  }
}

/**
 * Opens a page and watches it. `seen` fills: `ran` (what payloads ran), `asked` (requests that are never allowed), `gone`
 * (where a press led), `loaded` (pictures and media of others). A press that would leave the page is counted and goes nowhere.
 */
export async function watched(browser, address, { own = true, ...options } = {}) {
  const seen = { ran: [], asked: [], gone: [], loaded: [], away: [] };
  let pressing = false;
  const here = new URL(address).origin;
  const visited = await visit(browser, "about:blank", {
    ...options,
    before: async (page) => {
      const context = page.context();
      await context.exposeFunction("ran", (what) => void seen.ran.push(what));
      await context.addInitScript(listen);
      context.on("page", (popup) => popup.close().catch(() => {}));
      page.on("dialog", (dialog) => (seen.ran.push(`dialog ${dialog.message()}`), dialog.dismiss()));
      page.on("download", (download) => (seen.away.push(`download of ${download.url()}`), download.cancel()));
      // Later than the block on all that is foreign, so asked first.
      await context.route("**/*", async (route) => {
        const request = route.request();
        const url = new URL(request.url());
        const type = request.resourceType();
        const folder = url.pathname.split("/")[1];
        const document = type === "document";
        const main = document && isMain(request);
        if (main && request.url().split("#")[0] === address.split("#")[0] && !pressing) return route.fallback();
        if (main) {
          seen.gone.push(request.url());
          const allowed = pressing && !(own && folder === "evil");
          if (!allowed) seen.away.push(request.url());
          return route.fulfill({ status: 204 });
        }
        if (own && folder === "evil") seen.asked.push(`${type} ${request.url()}`);
        if (url.origin === here) return route.fallback();
        if (LOADED.includes(type)) seen.loaded.push(request.url());
        // After a press a provider's player may be asked for: it is one of a list of ours, in a sandbox.
        else if (!(pressing && document)) seen.asked.push(`${type} ${request.url()}`);
        return type === "image" ? route.fulfill({ contentType: "image/png", body: PICTURE }) : route.abort();
      });
    },
  });
  await visited.page.goto(address);
  return { ...visited, seen, press: () => (pressing = true) };
}

function isMain(request) {
  try {
    return request.frame().parentFrame() === null;
  } catch {
    // A window of its own that was closed before it had a page.
    return true;
  }
}

/** Does to every element in the page, those in shadows too, what a reader can do. By events of our own: quick, and on all. */
export const touchAll = (page) =>
  page.evaluate(async () => {
    const all = (root) => [...root.querySelectorAll("*")].flatMap((el) => [el, ...(el.shadowRoot ? all(el.shadowRoot) : [])]);
    // Frames of the control are pages of their own.
    const pages = () => [document, ...[...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument)].filter(Boolean);
    const wait = () => new Promise((done) => setTimeout(done));
    let touched = 0;
    // What is ours and alike takes the focus and is pressed a few times: each has the browser lay out the page.
    let done = new Map();
    const enough = (el) => {
      const kind = el.closest?.("a, button, summary, label, input")?.getAttribute("class");
      const times = done.get(kind) ?? 0;
      if (/^sf-/.test(kind ?? "")) done.set(kind, times + 1);
      return times >= 8;
    };
    // To the element alone: a handler of a payload would stand on it, and our own need no more than the press.
    const options = { cancelable: true };
    for (const el of pages().flatMap(all)) {
      for (const type of ["pointerover", "pointerenter", "pointerdown"]) el.dispatchEvent(new PointerEvent(type, options));
      for (const type of ["mouseover", "mouseenter", "mousemove", "mousedown", "mouseup"]) el.dispatchEvent(new MouseEvent(type, options));
      for (const type of ["keydown", "keyup"]) el.dispatchEvent(new KeyboardEvent(type, { ...options, key: "Enter" }));
      for (const type of ["input", "wheel", "scroll", "toggle", "auxclick", "contextmenu", "dragstart", "beforematch"]) el.dispatchEvent(new Event(type, options));
      // Of what cannot take the focus the browser would lay out the page to find that it cannot.
      if ((el.tabIndex >= 0 || el.hasAttribute("tabindex")) && !enough(el)) el.focus?.({ preventScroll: true });
      touched += 1;
    }
    // Presses afterwards, for they change the page.
    done = new Map();
    for (const el of pages().flatMap(all)) {
      // What stands in a button would press it once more.
      if (el.parentElement?.closest("a, button, summary, label") || enough(el)) el.dispatchEvent(new MouseEvent("click", options));
      else el.click?.();
    }
    await wait();
    return touched;
  });

/** Presses Enter, and the mouse, by the browser itself, on what takes the focus: at most `most` of them. */
export async function pressAll(page, most) {
  const handle = await page.evaluateHandle((most) => {
    const all = (root) => [...root.querySelectorAll("*")].flatMap((el) => [el, ...(el.shadowRoot ? all(el.shadowRoot) : [])]);
    const takes = all(document).filter((el) => el.checkVisibility?.() && (el.tabIndex >= 0 || el.localName === "summary"));
    const step = Math.max(1, takes.length / most);
    return Array.from({ length: Math.min(most, takes.length) }, (_, at) => takes[Math.floor(at * step)]);
  }, most);
  const found = await handle.evaluate((list) => list.length);
  for (let at = 0; at < found; at++) {
    const box = await handle.evaluate((list, at) => {
      list[at].scrollIntoView({ block: "center" });
      list[at].focus();
      const { x, y, width, height } = list[at].getBoundingClientRect();
      return { x: x + Math.min(width / 2, 20), y: y + Math.min(height / 2, 10) };
    }, at);
    await page.keyboard.press("Enter");
    await page.mouse.click(box.x, box.y);
    await page.keyboard.press("Escape");
  }
  return found;
}

/** Names that payloads give to elements. */
const THEIRS = "zz-theirs body head cookie createElement attributes nodeName parentNode childNodes firstChild nextSibling removeAttribute setAttribute remove src standfirst".split(" ");

/**
 * What stands in the shadows of our elements that must not: one line a fault. `looked` is at how many elements, `linked` are
 * the addresses that stood in the plain text of comments, and are links because of that.
 */
export const faultsIn = (page, theirs = THEIRS) =>
  page.evaluate((theirs) => {
    const ELEMENTS =
      "a article aside audio b bdi blockquote br button caption cite code dd details dfn dialog div dl dt em figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr i iframe img input kbd label li mark nav ol option output p path picture pre q rect s section select slot small source span strong sub summary sup svg table tbody td th thead time tr track u ul use video".split(" ");
    const NAMES =
      "align alt aria-* class colspan controls data-* datetime decoding dir disabled download d draggable fetchpriority fill focusable for height hidden href hreflang id inert inputmode kind label lang level loading max maxlength media muted name open part placeholder playsinline popover popovertarget poster preload readonly referrerpolicy rel reversed role rows rowspan sandbox scope selected sizes spellcheck src srclang srcset start stroke stroke-linecap stroke-linejoin stroke-width style tabindex target title translate type value viewBox width xmlns allow allowfullscreen autocomplete required min step headers cite shadowrootmode".split(" ");
    const known = (name) => NAMES.includes(name) || NAMES.some((own) => own.endsWith("*") && name.startsWith(own.slice(0, -1)));
    const [faults, linked] = [new Set(), new Set()];
    let looked = 0;
    const fault = (el, what) => faults.add(`<${el.localName}>: ${what}`.slice(0, 160));
    const safe = (value, schemes) => {
      try {
        return schemes.includes(new URL(value, document.baseURI).protocol);
      } catch {
        // What a browser cannot take apart leads nowhere: a share template of "https://{url}", for one.
        return schemes.includes("https:") && /^https?:/.test(value);
      }
    };
    const LINKS = ["http:", "https:", "mailto:", "tel:"];
    const look = (root) => {
      for (const el of root.querySelectorAll("*")) {
        looked += 1;
        if (el.localName.startsWith("standfirst-")) {
          if (root !== document) fault(el, "an element of ours inside one");
        } else if (!ELEMENTS.includes(el.localName)) fault(el, "not an element of ours");
        const drawn = el.namespaceURI === "http://www.w3.org/2000/svg";
        if (drawn !== ["svg", "path", "use", "rect"].includes(el.localName)) fault(el, `in ${el.namespaceURI}`);
        for (const { name, value } of el.attributes) {
          if (name.startsWith("on")) fault(el, `${name}=${value}`);
          else if (!known(name)) fault(el, `${name}=${value}: not an attribute of ours`);
          // Ids of comments and of blocks are the publisher's, made into anchors of ours. None of HTML is kept.
          if (["id", "class", "name", "slot", "for", "form"].includes(name) && !value.startsWith("comment-") && value.split(" ").some((word) => theirs.includes(word))) fault(el, `${name}=${value} from the input`);
          if (name === "class" && value.split(/\s+/).some((word) => word && !/^sf(-|$)/.test(word))) fault(el, `class=${value}`);
          if (name === "style" && !/^(\s*(--[\w-]+:\s*[^:;]*|contain-intrinsic-block-size: auto calc\(\d+\*var\(--sf-line\) \+ \d+\*1\.5em\));?)*$/.test(value)) fault(el, `style=${value}`);
          if (["href", "action", "formaction", "cite", "xlink:href"].includes(name) && !(drawn && value.startsWith("#")) && !safe(value, LINKS)) fault(el, `${name}=${value}`);
          if (["src", "poster", "data", "background"].includes(name) && !safe(value, ["http:", "https:"])) fault(el, `${name}=${value}`);
          if (name === "srcset" && value.split(",").some((one) => !safe(one.trim().split(/\s+/)[0], ["http:", "https:"]))) fault(el, `${name}=${value}`);
          const written = el.localName === "a" && /\bugc\b/.test(el.rel) && el.closest(".sf-comment") && el.textContent === value;
          if (written) linked.add(value);
          else if (["href", "src", "poster", "srcset", "action"].includes(name) && /^\s*(https?:)?\/\/[^/]*\/evil/.test(value)) fault(el, `${name}=${value}: must not be an address`);
        }
        if (el.localName === "iframe" && !el.sandbox.length) fault(el, "a frame without a sandbox");
        if (el.shadowRoot) look(el.shadowRoot);
      }
    };
    for (const host of document.querySelectorAll("standfirst-article, standfirst-comments")) if (host.shadowRoot) look(host.shadowRoot);
    return { looked, faults: [...faults], linked: [...linked], sinks: [...sinks] };
  }, theirs);
