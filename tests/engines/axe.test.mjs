// axe-core over the states of the reader, in each engine: what a screen reader is told is worked out by the engine's own rules.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LIMIT, shown, stage } from "./stage.mjs";

const page = stage({ still: true });
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const COMMENTED = shown("report", 'comments="/articles/comments/report-1.json"');
const FOUND = async (tags) => {
  if (!globalThis.axe) {
    const script = document.head.appendChild(Object.assign(document.createElement("script"), { src: "/axe.js" }));
    await new Promise((done, fail) => Object.assign(script, { onload: done, onerror: () => fail(new Error("axe is not there")) }));
  }
  const { violations } = await axe.run(document, { runOnly: tags, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(" ")} ${failureSummary.split("\n").slice(1, 3).join(" ")}`));
};
/** What is far from what is looked at has the room that it was thought to need, and axe would measure that. In which frame an engine draws it is for the engine: here it is drawn at once. */
const drawn = () =>
  page.run(() => {
    const style = Object.assign(document.createElement("style"), { textContent: ".sf :is(.sf-thread, .sf-comment) { content-visibility: visible }" });
    probe.one(".sf-comments").getRootNode().append(style);
  });
const main = (body) => `<main>${body}</main>`;

const STATES = {
  "a report": { body: shown("report") },
  "every block": { body: shown("every-block") },
  "an Arabic article": { body: shown("arabic"), lang: "ar" },
  "the share menu open": { body: shown("report"), act: async () => (await page.click("button", "Share"), page.get("button", "Copy link")) },
  "the lightbox open": { body: shown("report"), act: async () => (await page.click("button", "/^Enlarge"), page.until(() => probe.all("dialog[open] img").length)) },
  "the comments open": { body: COMMENTED, act: async () => (await page.click("button", "/^Comments"), await page.until(() => probe.one('.sf-comments[data-state="ready"]')), drawn()) },
  "all comments folded": { body: COMMENTED, act: async () => (await page.click("button", "/^Comments"), await page.click("button", "Fold all"), page.until(() => probe.all(".sf-comment[data-line]").length > 5)) },
};

for (const [name, { body, act, lang = "en" }] of Object.entries(STATES)) {
  test(`axe finds nothing in ${name}`, LIMIT, async () => {
    await page.show(main(body), { lang });
    await page.until(() => probe.one(".sf-foot"));
    await act?.();
    assert.deepEqual(await page.run(FOUND, TAGS), []);
  });
}

/** Faults, each put into the article that is shown, and the rule that sees it. */
const SEEDED = {
  "image-alt": (place) => (place.appendChild(new Image(40, 40)).src = "/articles/art/boats-480.jpg"),
  "button-name": (place) => place.append(document.createElement("button")),
  "color-contrast": (place) => place.querySelector("p").style.setProperty("color", "#ccc", "important"),
  "aria-roles": (place) => place.querySelector("p").setAttribute("role", "paragraphs"),
  "label": (place) => place.append(document.createElement("input")),
};
test("control: five seeded faults are found, through the shadow root", LIMIT, async () => {
  await page.show(main(shown("report")));
  await page.until(() => probe.one(".sf-foot"));
  await page.run(`() => { const place = probe.one(".sf-article"); ${Object.values(SEEDED).map((seed) => `(${seed})(place);`).join(" ")} }`);
  const found = await page.run(FOUND, TAGS);
  assert.deepEqual(Object.keys(SEEDED).filter((rule) => !found.some((line) => line.startsWith(`${rule}: `))), [], found.join("\n"));
});
