// What the tests of comments have in common: threads, pages with them, and where things stand in them.
import { after, before } from "node:test";
import { host, SCRIPT } from "./host.mjs";

export { becomes, focused } from "./share.mjs";
/** For a whole group of tests: what hangs fails. */
export const LIMIT = { timeout: 180_000 };
export const SAMPLE = "/articles/comments/report-1.json";
export const BROKEN = "/articles/comments/broken";
export const DESK = { viewport: { width: 1280, height: 720 } };

let show, here, close;
/** Where the pages are. */
export const origin = () => here;
before(async () => {
  ({ show, origin: here, close } = await host());
});
after(() => close?.());

const DAY = 86_400_000;
/** A comment of so many days ago. */
export const said = (id, name, parentItem, { days = 6, ...more } = {}) => ({ id, ...(parentItem ? { parentItem } : {}), author: { name }, dateCreated: new Date(Date.now() - days * DAY).toISOString(), text: `Text of ${id}.`, ...more });
/** Ada ← Ben ← Cem ← Dora, Ada ← Emil; Fay ← Gus; Hana. */
export const THREAD = [
  said("ada", "Ada", "", { days: 6, upvoteCount: 3 }),
  said("ben", "Ben", "ada", { days: 5.8 }),
  said("cem", "Cem", "ben", { days: 5.6 }),
  said("dora", "Dora", "cem", { days: 5.4 }),
  said("emil", "Emil", "ada", { days: 5 }),
  said("fay", "Fay", "", { days: 4, upvoteCount: 40 }),
  said("gus", "Gus", "fay", { days: 3 }),
  said("hana", "Hana", "", { days: 2, upvoteCount: 7 }),
];

/** The element alone, with an address. */
export const alone = (more = "open", src = "/thread.json", inner = "") => `<standfirst-comments id="alone" src="${src}" ${more}>${inner}</standfirst-comments>`;
/** The element alone, with its comments in it. */
export const inline = (data, more = "open") => `<standfirst-comments id="alone" ${more}><script type="application/json">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script></standfirst-comments>`;
/** Has a page answer at an address: with JSON, or as a function of the request. */
export const serving = (answers) => async (page) => {
  for (const [path, answer] of Object.entries(answers)) {
    await page.route(`**${path}`, (route) => (typeof answer === "function" ? answer(route) : route.fulfill({ contentType: "application/json", body: JSON.stringify(answer) })));
  }
};
export const gone = (route) => route.fulfill({ status: 404, body: "" });
export const json = (data) => (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(data) });

/** Opens a page, with what it hears of comments, and waits for their state. */
export async function open(body, { before, state = "ready", ...options } = {}) {
  const visited = await show(SCRIPT + body, {
    ...DESK,
    ...options,
    before: async (page) => {
      page.setDefaultTimeout(10_000);
      await page.addInitScript(() => {
        Object.defineProperty(globalThis, "told", { value: [] });
        const tell = (type, write) => document.addEventListener(`standfirst-${type}`, (event) => told.push([type, ...write(event.detail), ...(event.bubbles && event.composed ? [] : ["does not leave"])]));
        tell("comments-load", ({ count }) => [count]);
        tell("comment-toggle", ({ id, open }) => [id, open]);
        tell("error", ({ reason }) => [reason]);
      });
      await before?.(page);
    },
  });
  const { page } = visited;
  if (state) await reaches(page, state);
  return { ...visited, told: () => page.evaluate(() => told.map((event) => [...event])) };
}

/** Waits until the comments are ready, failed, empty, … */
export const reaches = (page, state, within = "") => page.locator(`${within} .sf-comments[data-state="${state}"]`).waitFor({ state: "attached", timeout: 20_000 });
/** Comes to a page another time: in a new document, with what the device has kept. */
export async function again(page, fragment = "", state = "ready") {
  const address = page.url().split("#")[0];
  await page.goto("about:blank");
  await page.goto(address + fragment);
  if (state) await reaches(page, state);
}
/** The button of the whole section. */
export const section = (page) => page.getByRole("region", { name: "Comments" }).getByRole("heading").getByRole("button");
/** A comment by its writer, and its button. */
export const comment = (page, name) => page.getByRole("article", { name: new RegExp(`^${name}, `) });
export const toggle = (page, name) => comment(page, name).getByRole("button", { name: new RegExp(`^${name}, `) });
export const act = (page, name) => page.getByRole("button", { name, exact: true });
/** Names of those that are to be seen, in the order of the page. */
export const names = (page) => page.locator(".sf-comment-name").evaluateAll((all) => all.filter((el) => el.checkVisibility()).map((el) => el.textContent));
export const expanded = (locator) => locator.getAttribute("aria-expanded");
export const top = (locator) => locator.evaluate((el) => Math.round(el.getBoundingClientRect().top));
/** What is kept on this device. */
export const kept = (page) => page.evaluate(() => localStorage.getItem("standfirst-comments") ?? "");
/** Lets what observes the page be told, and the page be painted. */
export const frames = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
