// Texts in HTML that are made to stop a page: how long each keeps it, at the longest, from the property `data` to the drawn
// article. tests/native/guard.rs has them too, and counts; here is the clock.
import path from "node:path";
import { root, serve } from "../../tests/e2e/lib.mjs";
import { median } from "./table.mjs";

const TEXT = "the text";
const open = (tag, count) => `<${tag}>`.repeat(count) + TEXT;
const closed = (tag, count) => `${open(tag, count)}${`</${tag}>`.repeat(count)}`;

const INPUTS = {
  "20,000 div": open("div", 20_000),
  "200,000 div, closed": closed("div", 200_000),
  "20,000 b": open("b", 20_000),
  "200,000 blockquote": open("blockquote", 200_000),
  "20,000 svg": `<p>${TEXT}</p>${"<svg>".repeat(20_000)}`,
  "200,000 font": open("font color=red", 200_000),
  "20,000 attributes": `<p${Array.from({ length: 20_000 }, (_, at) => ` a${at}=1`).join("")}>${TEXT}</p>`,
  "foster-parented": `${"<table><b>".repeat(5_000)}${TEXT}`,
  "100,000 end tags": `${"</p>".repeat(100_000)}${TEXT}`,
  "marks in marks": `${"<a><b><i><u>".repeat(3_000)}${TEXT}`,
  "100,000 NULs": `${TEXT}${"\0".repeat(100_000)}`,
  "200,000 references": `${"&amp;".repeat(200_000)}${TEXT}`,
};

const PAGE = `<!doctype html><html lang="en"><script type="module" src="/embed/standfirst.js"></script>
<standfirst-article src="/app/articles/formats/wordpress.json"></standfirst-article>`;

/** Runs in the page, when an article with HTML is there and the program with it. */
async function longest({ html, text }) {
  const tasks = [0];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  const rest = () => new Promise((done) => setTimeout(done, 400));
  await rest();
  observer.observe({ type: "longtask" });
  const element = document.querySelector("standfirst-article");
  const loaded = new Promise((done) => element.addEventListener("standfirst-load", done, { once: true }));
  element.data = { headline: "H", encodingFormat: "text/html", articleBody: html };
  await loaded;
  await rest();
  if (!element.shadowRoot.querySelector(".sf-body").textContent.includes(text)) throw new Error("the text is not shown");
  return Math.max(...tasks);
}

export async function compareGuard(browser, rounds) {
  const server = await serve(path.join(root, "dist"), { "/guard.html": PAGE });
  const written = {};
  console.log(`\n${"longest task, ms".padEnd(24)}${["size, kB", "median", "least–most"].map((head) => head.padStart(12)).join("")}`);
  try {
    for (const [name, html] of Object.entries(INPUTS)) {
      const taken = [];
      for (let round = 0; round < rounds; round++) {
        const page = await browser.newPage();
        await page.goto(`${server.origin}/guard.html`);
        await page.waitForFunction(() => document.querySelector("standfirst-article").shadowRoot?.querySelector(".sf-body"));
        taken.push(await page.evaluate(longest, { html, text: TEXT }));
        await page.close();
      }
      const ms = (time) => (time ? time.toFixed(0) : "<50");
      const cells = [(html.length / 1000).toFixed(0), ms(median(taken)), `${ms(Math.min(...taken))}–${ms(Math.max(...taken))}`];
      console.log(name.padEnd(24) + cells.map((cell) => cell.padStart(12)).join(""));
      written[name] = taken;
    }
  } finally {
    await server.close();
  }
  return written;
}
