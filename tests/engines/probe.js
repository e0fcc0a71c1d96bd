// Stands first in every page of these tests. No driver tells the console of every engine, so the page itself keeps what was
// said on it, what nobody caught, what a policy stopped, what could not be loaded, and the elements' own events. And the
// parts of a page are found here, through the open shadow roots, as a reader finds them: by what they are and their name.
{
  const record = { errors: [], events: [] };
  for (const level of ["error", "warn"]) {
    const say = console[level];
    console[level] = (...said) => (record.errors.push(`${level}: ${said.join(" ")}`), say.apply(console, said));
  }
  addEventListener("error", ({ message, target }) => record.errors.push(message ? `uncaught: ${message}` : `not loaded: ${target.currentSrc || target.src || target.href}`), true);
  addEventListener("unhandledrejection", ({ reason }) => record.errors.push(`rejected: ${reason}`));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => record.errors.push(`policy: ${violatedDirective} ${blockedURI}`));
  for (const name of ["load", "error", "share", "shared", "comments-load", "comment-toggle"]) {
    addEventListener(`standfirst-${name}`, ({ detail }) => record.events.push([name, JSON.parse(JSON.stringify(detail))]));
  }

  const deep = (root) => [...root.querySelectorAll("*")].flatMap((el) => [el, ...(el.shadowRoot ? deep(el.shadowRoot) : [])]);
  // WebKitGTK takes for visible what stands in `content-visibility: auto` in what is hidden until it is found, and paints it not.
  const unfound = (el) => el?.closest('[hidden="until-found"]') || (el?.getRootNode().host && unfound(el.getRootNode().host));
  const seen = (el) => el.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && el.getClientRects().length > 0 && !unfound(el);
  const text = (el) => el.textContent.replace(/\s+/g, " ").trim();
  const name = (el) => el.getAttribute("aria-label") ?? el.getAttribute("alt") ?? (el.labels?.[0] ? text(el.labels[0]) : text(el));
  const fits = (el, wanted) => (wanted instanceof RegExp ? wanted.test(name(el)) : name(el) === wanted);
  const ROLES = { button: "button, summary, [role=button]", link: "a[href], [role=link]", heading: "h1, h2, h3, h4, h5, h6", list: "ul, ol, [role=list]", dialog: "dialog[open], [role=dialog]", image: "img, [role=img]", status: "[role=status]", article: "article", region: "section[aria-label], section[aria-labelledby], [role=region]", textbox: "input:not([type]), input[type=text], input[type=url], textarea" };

  globalThis.probe = {
    record,
    name,
    text,
    seen,
    all: (selector) => deep(document).filter((el) => el.matches(selector)),
    one: (selector) => deep(document).find((el) => el.matches(selector)),
    /** What is to be seen, by its role and, if need be, its name. A pattern is given as a string that begins with "/". */
    every(role, wanted) {
      const pattern = wanted?.startsWith?.("/") ? new RegExp(wanted.slice(1)) : wanted;
      return deep(document).filter((el) => el.matches(ROLES[role]) && seen(el) && (!pattern || fits(el, pattern)));
    },
    get: (role, wanted) => probe.every(role, wanted)[0],
    /** Where the focus is, through shadow roots. */
    focus() {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at;
    },
    focused: () => name(probe.focus()) || probe.focus().id || probe.focus().localName,
    events: (wanted) => record.events.filter(([name]) => name === wanted).map(([, detail]) => detail),
  };
}
