// What a page is looked through with, through every shadow root in it.

/** Gives a page, before it loads, what the checks below use: `roots`, `everything`, `named`, and a style for all roots. */
export const through = (page) =>
  page.addInitScript(() => {
    const roots = (place = document) => [place, ...[...place.querySelectorAll("*")].flatMap((el) => (el.shadowRoot ? roots(el.shadowRoot) : []))];
    /** The element around, where a root ends its host. */
    const around = (el) => el.assignedSlot ?? el.parentElement ?? el.getRootNode().host ?? null;
    globalThis.through = {
      roots,
      around,
      all: (selector) => roots().flatMap((root) => [...root.querySelectorAll(selector)]),
      named: (el) => `${el.localName}${el.className?.baseVal ?? el.className ? `.${(el.className.baseVal ?? el.className).replaceAll(" ", ".")}` : ""} “${(el.ariaLabel ?? el.textContent).trim().slice(0, 24)}”`,
      /** Puts a style into every root, after all that is in it. */
      style(text) {
        for (const root of roots()) {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        }
      },
    };
  });

/** What leaves the page at a side, and text that is cut off: nobody can scroll to it. */
export const lost = (page) =>
  page.evaluate(() => {
    const { all, around, named } = through;
    const faults = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide in ${clientWidth}`);
    const style = new Map();
    const of = (el) => style.get(el) ?? (style.set(el, getComputedStyle(el)), style.get(el));
    const hidden = (el) => el && (/inset\(50%\)/.test(of(el).clipPath) || hidden(around(el)));
    // A scroller of its own holds what is wider; what only looks like one does not.
    const scrolls = (el, axis) => el && (/auto|scroll/.test(of(el)[axis]) || scrolls(around(el), axis));
    for (const el of all("*")) {
      if (!el.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) || hidden(el)) continue;
      const texts = [...el.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
      if (texts.length > 0) {
        for (const text of texts) {
          const range = document.createRange();
          range.selectNodeContents(text);
          for (const { left, right, width } of range.getClientRects()) {
            if (width > 0 && (left < -1 || right > innerWidth + 1) && !scrolls(el, "overflowX")) faults.push(`${named(el)} reaches from ${Math.round(left)} to ${Math.round(right)} px`);
          }
        }
      }
      const cuts = (value) => value === "hidden" || value === "clip";
      const words = el.innerText?.trim();
      if (!words || /^(option|select)$/.test(el.localName)) continue;
      if (cuts(of(el).overflowX) && el.scrollWidth > el.clientWidth + 1) faults.push(`${named(el)} is cut off: ${el.scrollWidth} px in ${el.clientWidth}`);
      if (cuts(of(el).overflowY) && el.scrollHeight > el.clientHeight + 1) faults.push(`${named(el)} is cut off: ${el.scrollHeight} px high in ${el.clientHeight}`);
    }
    return [...new Set(faults)].slice(0, 8);
  });

/** Pieces of text that lie on one another. */
export const overlapping = (page) =>
  page.evaluate(() => {
    const { all, around, named } = through;
    const lines = [];
    for (const el of all("*")) {
      if (!el.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true, opacityProperty: true })) continue;
      // What is laid over the page on purpose covers what is under it.
      let [over, at] = [false, el];
      for (; at && !over; at = around(at)) over = /fixed/.test(getComputedStyle(at).position) || /inset\(50%\)/.test(getComputedStyle(at).clipPath) || /^(option|select|sup|sub)$/.test(at.localName);
      if (over) continue;
      for (const node of el.childNodes) {
        if (node.nodeType !== 3 || !node.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { left, right, top, bottom } of range.getClientRects()) {
          // The box of a line is higher than its letters: what is close is not yet on one another.
          const inset = (bottom - top) * 0.3;
          if (right - left > 2) lines.push({ el, left: left + 1, right: right - 1, top: top + inset, bottom: bottom - inset });
        }
      }
    }
    lines.sort((a, b) => a.top - b.top);
    const faults = new Set();
    for (let one = 0; one < lines.length; one++) {
      for (let two = one + 1; two < lines.length && lines[two].top < lines[one].bottom; two++) {
        const [a, b] = [lines[one], lines[two]];
        if (a.el !== b.el && a.left < b.right && b.left < a.right) faults.add(`${named(a.el)} lies on ${named(b.el)}`);
      }
    }
    return [...faults].slice(0, 8);
  });
