// What assistive technology is told of: role, name and state of everything, as it was when somebody read it and found it
// right. Real screen readers are another matter: no such test is a claim about them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { host, SCRIPT } from "./host.mjs";
import { THREAD, serving } from "./threads.mjs";
import { difference, kept, renews, sameText } from "./goldens.mjs";

const LIMIT = { timeout: 60_000 };
const TALK = [...THREAD, { ...THREAD.at(-1), id: "gone", parentItem: "hana", text: "", state: "deleted" }];
const SHORT = { headline: "Salt and light", inLanguage: "en-GB", datePublished: "2024-12-09T10:00:00Z", author: "Ana Ruiz", url: "https://news.example/salt", body: [{ type: "paragraph", text: "A paragraph of the article." }] };
const short = (more) => `<standfirst-article ${more}><script type="application/json">${JSON.stringify(SHORT)}</script></standfirst-article>`;

let show, close;
before(async () => ({ show, close } = await host()));
after(() => close?.());

const open = (body) => show(SCRIPT + body, { reducedMotion: "reduce", viewport: { width: 1280, height: 900 }, before: async (page) => (page.setDefaultTimeout(10_000), await page.clock.setFixedTime("2026-11-01T12:00:00Z"), await serving({ "/thread.json": TALK })(page)) });
const share = (page) => page.getByRole("button", { name: "Share", exact: true }).first();

const STATES = {
  "a report": { file: "report", body: '<standfirst-article src="/articles/report.json"></standfirst-article>', there: (page) => page.getByRole("button", { name: /^Comments/ }).waitFor() },
  "a share menu that is open": { file: "share", body: short(""), there: async (page) => (await share(page).click(), await page.getByRole("list", { name: "Share" }).waitFor()) },
  "comments that are open": { file: "comments", body: short('comments="/thread.json" comments-open'), there: (page) => page.locator('.sf-comments[data-state="ready"]').waitFor() },
  "an icon with a label and one without": { file: "icons", body: '<p>Before <standfirst-icon name="clock" label="Time"></standfirst-icon> between <standfirst-icon name="clock"></standfirst-icon> after</p>', there: (page) => page.waitForFunction(() => [...document.querySelectorAll("standfirst-icon")].every((el) => el.shadowRoot?.querySelector("svg"))) },
  "an article that cannot be had": { file: "error", body: '<standfirst-article src="/articles/none.json"></standfirst-article>', there: (page) => page.locator('[data-state="failed"]').waitFor() },
};

for (const [name, { file, body, there }] of Object.entries(STATES)) {
  test(`${name}: assistive technology is told what it was told before`, LIMIT, async () => {
    const { page, close } = await open(body);
    await there(page);
    // Where the test's server listens is another place each time.
    sameText(`${file}.txt`, (await page.locator("body").ariaSnapshot()).replace(/http:\/\/127\.0\.0\.1:\d+/g, "http://here"));
    await close();
  });
}

test("control: one changed name, one role and one state are each seen, and nothing else is", LIMIT, async () => {
  if (renews) return;
  const { page, close } = await open(short(""));
  await share(page).click();
  await page.getByRole("list", { name: "Share" }).waitFor();
  const right = kept("share.txt").toString().trimEnd();
  const after = async (change) => {
    if (change) await page.locator("standfirst-article").evaluate(change);
    const lines = difference(right, (await page.locator("body").ariaSnapshot()).replace(/http:\/\/127\.0\.0\.1:\d+/g, "http://here")).split("\n");
    return lines.filter((line) => /^[-+]/.test(line)).map((line) => line.replace(/\s+/g, " "));
  };
  assert.deepEqual(await after(), []);
  assert.deepEqual(await after((host) => host.shadowRoot.querySelector(".sf-foot-share .sf-share").setAttribute("aria-label", "Pass on")), ['- - button "Share"', '+ - button "Pass on": Share']);
  assert.deepEqual((await after((host) => host.shadowRoot.querySelector(".sf-foot-share .sf-share").setAttribute("role", "checkbox"))).at(-1), '+ - checkbox "Pass on": Share');
  assert.ok((await after((host) => host.shadowRoot.querySelector("[aria-expanded=true]").setAttribute("aria-expanded", "false"))).includes('- - button "Share" [expanded]'));
  await close();
});
