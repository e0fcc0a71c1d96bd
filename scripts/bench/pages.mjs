// The pages that are compared. The static one is made from what the element shows: the same text, pictures and style.
import { visit } from "./visit.mjs";

export const ADDRESS = "/articles/report.json";
export const SCRIPT = '<script type="module" src="standfirst.js"></script>';
export const ELEMENT = `<standfirst-article src="${ADDRESS}"></standfirst-article>`;
export const PRELOADS = '<link rel="modulepreload" href="standfirst.js">\n<link rel="preload" href="standfirst_bg.wasm" as="fetch" type="application/wasm" crossorigin>\n';

export function page(body, head = "") {
  return `<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>News</title>\n${head}</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

export const ELEMENTS = [
  { name: "two-lines", html: page(`${SCRIPT}\n${ELEMENT}`) },
  { name: "with-preloads", html: page(`${SCRIPT}\n${ELEMENT}`, PRELOADS) },
];

/** A page with the words of a headline in it until the article is there. */
export function fallback({ headline, description }) {
  return { name: "fallback", html: page(`${SCRIPT}\n${ELEMENT.replace("></", `>\n<h1>${headline}</h1>\n<p>${description}</p>\n</`)}`) };
}

/** The static page, and the text that its article ends with. */
export async function staticPage(browser, server) {
  const made = await visit(browser, server.address("two-lines"), {
    // The style as the element's script hands it over: read back from the sheet it would be longer.
    before: (empty) => empty.addInitScript(() => {
      const { replaceSync } = CSSStyleSheet.prototype;
      CSSStyleSheet.prototype.replaceSync = function (style) {
        globalThis.__style = style;
        return replaceSync.call(this, style);
      };
    }),
    then: async (shown) => {
      await shown.waitForFunction(() => document.querySelector("standfirst-article").shadowRoot?.querySelector(".sf-body"));
      return shown.evaluate(() => {
        const root = document.querySelector("standfirst-article").shadowRoot;
        return { html: root.querySelector(".sf-place").outerHTML, style: globalThis.__style, end: root.querySelector(".sf-body > :last-child").textContent };
      });
    },
  });
  if (!made.style) throw new Error("the element set no style by replaceSync; see scripts/bench/pages.mjs");
  const html = made.html.replaceAll(server.origin, "");
  return {
    end: made.end,
    page: { name: "static", html: page(html, '<link rel="stylesheet" href="article.css">\n'), files: { "article.css": made.style } },
  };
}
