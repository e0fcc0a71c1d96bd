// Hostile articles in a real browser: every payload in every place of the data that holds text or HTML, every address in
// every place that holds one. Then a reader does everything to everything. Nothing may run, nothing foreign may be asked
// for, nothing may lead away, and nothing may stand in the page that is not ours.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { host, SCRIPT, title } from "./host.mjs";
import { settle } from "./lib.mjs";
import { faultsIn, pressAll, touchAll, watched } from "./attacks/watching.mjs";

const LIMIT = { timeout: 900_000 };
/** High, so that what is shown when it comes near is near. */
const VIEWPORT = { width: 1280, height: 1600 };

const list = (path) => {
  const file = new URL(path, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
};
/** Our own, written for this suite, and those of the policy's own tests, whose addresses keep no rule. */
const LISTS = { own: list("attacks/payloads.json"), "the policy's": list("../fixtures/policy/payloads.json") };

const parts = (all, size) => Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
const htmls = (name) => LISTS[name].filter(({ html }) => typeof html === "string").map(({ html }) => html);
const urls = (name) => LISTS[name].filter(({ url }) => typeof url === "string").map(({ url }) => url);

// Where a text can stand in an article. Each payload has an article of its own, for it takes all of `articleBody`.
const around = (html) => ({
  headline: html,
  description: html,
  alternativeHeadline: html,
  label: { text: html, kind: "breaking" },
  encodingFormat: "text/html",
  articleBody: html,
  author: [{ name: html, jobTitle: html, email: html, telephone: html }, html],
  publisher: { name: html },
  datePublished: html,
  dateline: html,
  articleSection: [html],
  keywords: [html, { name: html }],
  image: { url: "/art/none.jpg", alt: html, caption: html, creditText: html, tone: html, width: 90, height: 60 },
  inLanguage: html,
  dir: html,
  correction: [{ kind: "update", date: html, text: html }],
  related: [{ headline: html, url: "/art/none.html", datePublished: html }],
  copyrightNotice: html,
  share: { title: html, text: html, campaign: html },
  comment: [
    { id: html, author: { name: html, badge: html }, text: html, dateCreated: html, inLanguage: html },
    { id: "html", author: html, html },
  ],
});

// Where a text can stand in a body.
const blocks = (html) => [
  { type: "html", html },
  { type: "paragraph", html },
  { type: "paragraph", text: html, id: html },
  { type: "paragraph", spans: [{ text: html, marks: ["strong", html], lang: html }, { break: true }, { text: html, href: "/art/none.html" }] },
  { type: "heading", level: 2, html },
  { type: "list", items: [html, { html }, [{ type: "paragraph", html }]] },
  { type: "quote", html, citation: html },
  { type: "quote", body: [{ type: "html", html }], citation: html },
  { type: "pullquote", html, citation: html },
  { type: "gallery", images: [{ url: "/art/none.jpg", alt: html, caption: html, creditText: html }], caption: html, layout: html },
  { type: "image", url: "/art/none.jpg", alt: html, caption: html, creditText: html },
  { type: "video", sources: [{ src: "/art/none.mp4", type: html }], tracks: [{ src: "/art/none.vtt", label: html, lang: html }], caption: html, creditText: html },
  { type: "audio", sources: [{ src: "/art/none.mp3" }], caption: html, transcript: html },
  { type: "embed", url: "/art/none.html", provider: html, title: html, text: html, author: html, datePublished: html },
  { type: "table", caption: html, header: [html, { html }], rows: [[html, { html }]], align: [html] },
  { type: "code", text: html, language: html },
  { type: "callout", tone: html, title: html, body: [{ type: "html", html }] },
  { type: "details", summary: html, body: [{ type: "html", html }], open: true },
  { type: "takeaways", items: [html, { html }] },
  { type: "qanda", items: [{ question: html, body: [{ type: "html", html }] }] },
  { type: "timeline", events: [{ date: html, title: html, body: [{ type: "html", html }] }] },
  { type: "numbers", items: [{ value: html, label: html }] },
  { type: "definition", term: html, body: [{ type: "html", html }] },
  { type: "link-card", url: "/art/none.html", title: html, description: html, publisher: html },
  { type: "correction", text: html, date: html },
  { type: "disclaimer", html },
  { type: "live-post", id: html, datePublished: html, title: html, body: [{ type: "html", html }] },
  { type: html, text: html },
];

// Where an address can stand. Comments may be fetched from any http address, so only others are an attack there.
const addressed = (url) => ({
  headline: "Addresses",
  url,
  license: url,
  discussionUrl: url,
  ...(/^https?:/i.test(url) ? {} : { commentsUrl: url }),
  author: [{ name: "A", url, image: url, email: url, telephone: url }],
  publisher: { name: "P", url, logo: url },
  keywords: [{ name: "K", url }],
  image: { url, srcset: [{ url, width: 400 }, { url: "/art/none.jpg", width: 800 }], link: url, alt: "I" },
  video: { sources: [{ src: url, type: "video/mp4" }], poster: url },
  audio: { sources: [{ src: url }] },
  related: [{ headline: "R", url, image: url }],
  isAccessibleForFree: false,
  share: { url, targets: [{ name: "evil", title: "Share there", url: `${url}{url}` }] },
  body: [
    { type: "paragraph", spans: [{ text: "link", href: url }] },
    { type: "paragraph", html: `<a href="${url.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">link</a><img src="${url.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">` },
    { type: "image", url, link: url, srcset: [{ url, width: 300 }] },
    { type: "image", url: "/art/none.jpg", link: url },
    { type: "gallery", images: [url, { url, link: url }] },
    { type: "video", sources: [{ src: url }, url], poster: url, tracks: [{ src: url, kind: "captions" }] },
    { type: "audio", sources: url },
    { type: "embed", url, poster: url },
    { type: "quote", text: "Q", citation: "C", url },
    { type: "link-card", url, title: "L", image: url, publisher: { name: "P", url, logo: url } },
  ],
  comment: [{ id: "1", author: { name: "A", url, image: url }, text: `Look: ${url} there`, html: `<a href="${url.replaceAll('"', "&quot;")}">a</a>`, url }],
});

let browser, origin, show, close;
before(async () => {
  ({ browser, origin, show, close } = await host());
});
after(() => close?.());

/** The address of a page with this in it. */
async function place(html) {
  const { page, close } = await show(html, { javaScriptEnabled: false });
  await close();
  return page.url();
}

/** Does it for all, two at a time: a page is one thread. */
async function each(all, act) {
  const rest = [...all];
  const take = async () => {
    for (let one = rest.shift(); one; one = rest.shift()) await act(one);
  };
  await Promise.all([take(), take()]);
}

/** Shows articles in one page, waits for all, does everything to everything, and says what was wrong. */
async function attacked(articles, { own, attributes = { share: "none" }, presses = 12 }) {
  const address = await place(SCRIPT);
  const { page, record, seen, press, close } = await watched(browser, address, { own, viewport: VIEWPORT, reducedMotion: "reduce" });
  await page.evaluate(
    async ({ articles, attributes }) => {
      await customElements.whenDefined("standfirst-article");
      globalThis.failed = [];
      document.addEventListener("standfirst-error", ({ detail }) => failed.push(`${detail.reason}: ${detail.message}`));
      const all = articles.map((data) => {
        const host = document.createElement("standfirst-article");
        for (const [name, value] of Object.entries({ "comments-open": "", "comments-pictures": "", ...attributes })) host.setAttribute(name, value);
        const done = new Promise((done) => ["load", "error"].forEach((type) => host.addEventListener(`standfirst-${type}`, (event) => done(event.type))));
        // Each by itself, so that what is done to one does not lay out all.
        host.style.cssText = "display: block; contain: content; content-visibility: auto; contain-intrinsic-size: auto 1500px";
        host.data = data;
        document.body.append(host);
        return done;
      });
      globalThis.came = await Promise.all(all);
    },
    { articles, attributes },
  );
  const came = await page.evaluate(() => came);
  await settle(page);
  const still = await faultsIn(page);
  press();
  const touched = await touchAll(page);
  const pressed = await pressAll(page, presses);

  const then = await faultsIn(page);
  const left = page.url();
  const wrong = {
    ran: seen.ran,
    asked: seen.asked,
    away: seen.away.filter((url) => !then.linked.includes(url)),
    left: left.split("#")[0] === address ? [] : [left],
    uncaught: record.uncaught,
    faults: [...new Set([...still.faults, ...then.faults])],
    sinks: then.sinks,
    lost: came.filter((type) => type !== "standfirst-load"),
    // At the end: what stops after it was shown has gone from the page with all that would have been looked at.
    failed: await page.evaluate(() => failed),
  };
  await close();
  return { wrong, looked: still.looked, touched, pressed, gone: seen.gone };
}

const NOTHING = { ran: [], asked: [], away: [], left: [], uncaught: [], faults: [], sinks: [], lost: [], failed: [] };

describe("hostile articles", LIMIT, () => {
  test("there are enough payloads, each with a name of its own", () => {
    const names = LISTS.own.map(({ name }) => name);
    assert.ok(htmls("own").length >= 200 && urls("own").length >= 60, `${htmls("own").length} ${urls("own").length}`);
    assert.equal(new Set(LISTS.own.map((one) => one.html ?? one.url)).size, names.length);
  });

  for (const name of Object.keys(LISTS)) {
    const options = { skip: LISTS[name].length === 0 && "the list is not there" };
    const own = name === "own";

    test(`${name} payloads in every text of an article and of its comments`, options, async () => {
      await each(parts(htmls(name), 54), async (part) => {
        const { wrong, looked, touched, pressed } = await attacked(part.map(around), { own });
        assert.deepEqual(wrong, NOTHING);
        assert.ok(looked > part.length * 30 && touched >= looked && pressed > 5, `${looked} ${touched} ${pressed}`);
      });
    });

    test(`${name} payloads in every kind of block`, options, async () => {
      // One article a few payloads: a body of all of them would be longer than is taken.
      const articles = parts(htmls(name), 15).map((few) => ({ headline: "Blocks", body: few.flatMap(blocks) }));
      await each(parts(articles, 4), async (part) => {
        const { wrong, looked, touched, pressed } = await attacked(part, { own });
        assert.deepEqual(wrong, NOTHING);
        assert.ok(looked > part.length * 500 && touched >= looked && pressed > 5, `${looked} ${touched} ${pressed}`);
      });
    });

    test(`${name} addresses in every member that takes one`, options, async () => {
      const places = [];
      await each(parts(urls(name), 35), async (part) => {
        const { wrong, looked, gone } = await attacked(part.map(addressed), { own, attributes: {} });
        assert.deepEqual(wrong, NOTHING);
        assert.ok(looked > part.length * 30, `${looked}`);
        places.push(...gone);
      });
      // The control: a press that leads somewhere is counted.
      assert.ok(!own || places.some((url) => url.includes("/link")), places.join("\n"));
    });
  }

  test("the control: set as HTML in a page, the same payloads run, ask and lead away", async () => {
    const frames = htmls("own").map((_, at) => `<iframe name="${at}" src="/blank.html"></iframe>`).join("");
    const address = await place(frames);
    const blank = (page) => page.route("**/blank.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><body>" }));
    const { page, seen, press, close } = await watched(browser, address, { before: blank, viewport: VIEWPORT });
    await page.evaluate(async (payloads) => {
      for (const [at, html] of payloads.entries()) {
        const body = frames[at]?.document?.body;
        if (body) body.innerHTML = html;
      }
      await new Promise((done) => setTimeout(done, 500));
    }, htmls("own"));
    press();
    await touchAll(page);
    await new Promise((done) => setTimeout(done, 500));
    const ran = new Set(seen.ran.map((what) => what.split(" ").pop()).filter(Boolean));
    assert.ok(ran.size >= 40, `only ${ran.size} payloads ran`);
    assert.ok(seen.asked.length >= 10, `only ${seen.asked.length} requests were counted`);
    assert.ok(seen.loaded.length >= 1, "a picture of somebody else");
    await close();
  });

  test("the control: what must not stand in a page is seen where it stands", async () => {
    const { page, close } = await watched(browser, origin + "/articles/report.json");
    const bad = [
      "<p onclick=x()>", "<p onfoo>", "<script></script>", "<style></style>", "<svg><script></script></svg>", "<math></math>", "<a href=javascript:x()>", "<a href='data:text/html,a'>",
      "<img src=data:,a>", "<img src=https://evil.test/evil>", "<img srcset='javascript:x 2x'>", "<p id=zz-theirs>", "<p class='sf zz-theirs'>", "<p class=theirs>",
      "<p style='color:red'>", "<p style='--a:b;color:red'>", "<iframe src=/a></iframe>", "<form action=javascript:x()></form>", "<object></object>", "<standfirst-icon></standfirst-icon>", "<p foo=bar>",
    ];
    const { faults } = await page.evaluate((bad) => {
      globalThis.sinks ??= [];
      document.body.replaceChildren();
      for (const html of bad) {
        const host = document.body.appendChild(document.createElement("standfirst-article"));
        host.attachShadow({ mode: "open" }).innerHTML = html;
      }
    }, bad).then(() => faultsIn(page));
    assert.ok(faults.length >= bad.length, faults.join("\n"));
    const spied = await page.evaluate(() => {
      document.body.innerHTML = "<p title=evil></p>";
      document.body.insertAdjacentHTML("beforeend", "<p>alert</p>");
      return sinks.length;
    });
    assert.ok(spied >= 2, `${spied}`);
    await close();
  });
});

// A page that lets no text become markup or a program, but by a policy it names.
//
// HTML needs a policy of our name. A page that lets none be made is told so once, and the browser's own safe parser serves.
describe("a page with Trusted Types", LIMIT, () => {
  const HTML = "<h2>High water</h2><p>The <strong>river</strong> rose &amp; <a href=\"/map\">fell</a>.</p><ul><li>One</li><li>Two</li></ul><script>alert(1)</script><img src=/art/boats-480.jpg onload=alert(1) style=\"float: left\">";
  const ARTICLE = { headline: "The river", encodingFormat: "text/html", articleBody: HTML, comment: [{ id: "1", author: "A", html: "<p>So it <em>did</em></p>" }] };
  const POLICIES = {
    "that names our policy": ["standfirst", "no report"],
    "that names no policy": ["'none'", "one report"],
    "that names others": ["default dompurify", "one report"],
  };
  for (const [name, [list, reports]] of Object.entries(POLICIES)) {
    test(`${name}: an article whose body is HTML is shown, with ${reports}`, async () => {
      const data = JSON.stringify(ARTICLE).replaceAll("<", "\\u003c");
      const { page, record, hear, quiet, close } = await show(`${SCRIPT}<standfirst-article comments-open><script type="application/json">${data}</script></standfirst-article>`, {
        headers: { "content-security-policy": `require-trusted-types-for 'script'; trusted-types ${list}; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'` },
        before: (page) =>
          page.addInitScript(() => {
            globalThis.violations = [];
            addEventListener("securitypolicyviolation", (event) => violations.push(`${event.effectiveDirective} ${event.sample}`));
          }),
      });
      await hear("load");
      await title(page, "The river").waitFor();
      await page.getByText("So it").waitFor();
      const text = await page.locator("standfirst-article").evaluate((host) => host.shadowRoot.querySelector(".sf-article").textContent.replace(/\s+/g, " "));
      for (const words of ["High water", "The river rose & fell.", "One", "Two"]) assert.ok(text.includes(words), `${words}: ${text}`);
      assert.ok(!text.includes("alert"), text);
      assert.deepEqual(await page.evaluate(() => violations), reports === "one report" ? ["trusted-types standfirst"] : []);
      assert.deepEqual(record.uncaught, []);
      if (reports === "no report") quiet();
      // The control: the page does forbid it.
      assert.equal(await page.evaluate(() => { try { document.body.innerHTML = "<p>"; return "taken"; } catch (error) { return error.name; } }), "TypeError");
      await close();
    });
  }
});
