// The examples, and the package as it is published: pages of HTML, React and Vue, and what npm makes of dist/embed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve as serveExamples } from "../../examples/embed/serve.mjs";
import { packageReadme } from "../../scripts/package-files.mjs";
import { article, embed, headline, look, readable, title, watch } from "./host.mjs";
import { launch, root, serve } from "./lib.mjs";

const EXAMPLES = path.join(root, "examples/embed");
const COPIES = path.join(root, "target/examples");
const other = article("japanese").headline;

// What hangs fails.
const LIMIT = { timeout: 120_000 };

const closing = [];
let browser, origin;
before(async () => {
  browser = await launch();
  closing.push(browser);
  ({ origin } = await examples());
});
after(async () => {
  for (const it of closing) await it.close();
});

/** The server of the examples, closed at the end. */
async function examples(options) {
  const server = await serveExamples(options);
  closing.push(server);
  return server;
}
const open = (where, options) => watch(browser, new URL(where, origin).href, options);
/** A page by its text, beside the examples. */
async function served(html, { headers, folders, ...options } = {}) {
  const server = await examples({ pages: { "/page.html": { html, headers } }, folders });
  return watch(browser, `${server.origin}/page.html`, options);
}
const text = (name) => readFile(path.join(EXAMPLES, name), "utf8");
const countViolations = (page) =>
  page.addInitScript(() => {
    Object.defineProperty(globalThis, "violations", { value: [] });
    document.addEventListener("securitypolicyviolation", (event) => violations.push(`${event.effectiveDirective} ${event.sample} ${event.sourceFile}:${event.lineNumber}`));
  });

describe("the pages of HTML", LIMIT, () => {
  test("plain.html shows its article, hears of it, and hides its fallback", async () => {
    // Its own script may be slower than all the rest, and still hears.
    const late = async (route) => (await new Promise((done) => setTimeout(done, 1000)), route.continue());
    const { page, hear, quiet, asked, close } = await open("plain.html", { before: (page) => page.route("**/plain.js", late) });
    await hear("load");
    await title(page).waitFor();
    await page.locator("#said", { hasText: "Shown, nothing left out." }).waitFor();
    assert.equal(await page.title(), headline);
    assert.equal(await readable(page), false);
    // What is asked for early is what is used. Chromium warns of what is not, after some seconds: control, a page whose
    // early request is of another kind, opened later, has been warned of.
    assert.deepEqual([asked("standfirst.js").length, asked("standfirst_bg.wasm").length], [1, 1]);
    const amiss = await served((await text("plain.html")).replace(" crossorigin>", ">"));
    await amiss.page.waitForEvent("console", { predicate: (message) => message.type() === "warning", timeout: 15_000 });
    assert.match(amiss.warnings.join("\n"), /preload/);
    quiet();
    await Promise.all([close(), amiss.close()]);
  });

  test("control: without the first of its two lines plain.html keeps its fallback", async () => {
    const html = await text("plain.html");
    const without = html.replace('<script type="module" src="/standfirst/standfirst.js"></script>', "");
    assert.notEqual(without, html);
    const visited = await served(without);
    await visited.page.waitForLoadState();
    assert.ok(await readable(visited.page));
    assert.equal(await title(visited.page).count(), 0);
    await visited.close();
  });

  test("two-readers.html shows two articles that differ in paper and level, and one goes without the other", async () => {
    const { page, hear, quiet, close } = await open("two-readers.html");
    await hear("load", 2);
    await page.locator("#first .sf-article:has(.sf-body) h2.sf-headline").waitFor();
    await page.locator("#second .sf-article:has(.sf-body) h3.sf-headline").waitFor();
    await page.locator('#first .sf[data-theme="light"]').waitFor();
    await page.locator('#second .sf[data-theme="dark"]').waitFor();
    assert.equal(await page.locator("h1").count(), 1);
    await page.getByRole("img", { name: "Live", exact: true }).waitFor();
    assert.equal(await page.locator('nav standfirst-icon svg[aria-hidden="true"]').count(), 1);
    const of = (id) => page.locator(`#${id}`).evaluate((el) => {
      const style = (selector) => getComputedStyle(el.shadowRoot.querySelector(selector));
      return { paper: style(".sf").backgroundColor, align: style(".sf-headline").textAlign, dir: style("article").direction };
    });
    const [first, second] = [await of("first"), await of("second")];
    assert.notEqual(first.paper, second.paper);
    // A part, styled by the page, in one and not in the other.
    assert.deepEqual([first.align, second.align], ["start", "center"]);
    assert.deepEqual([first.dir, second.dir], ["ltr", "rtl"]);
    // The words around an article are in the language of the place.
    for (const [id, words] of [["first", /minutes to read/], ["second", /دقائق/]]) assert.match(await page.locator(`#${id} .sf-times`).textContent(), words);
    await page.locator("#first").evaluate((el) => el.remove());
    await page.locator("#second").evaluate((el) => el.setAttribute("heading-level", "2"));
    await page.locator("#second .sf-article:has(.sf-body) h2.sf-headline").waitFor();
    assert.deepEqual(await of("second"), second);
    quiet();
    await close();
  });

  const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">\n/;
  for (const how of ["as its meta element", "as the header it names"]) {
    test(`strict-csp.html shows every block under its policy ${how}, and nothing breaks the policy`, async () => {
      const html = await text("strict-csp.html");
      const [meta, policy] = html.match(POLICY);
      const header = html.match(/^ *Content-Security-Policy: (.+)$/m)[1];
      assert.equal(header, policy);
      for (const part of ["script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "require-trusted-types-for 'script'"]) assert.ok(policy.includes(part), part);
      const visited = await served(how.includes("header") ? html.replace(meta, "") : html, {
        headers: how.includes("header") ? { "Content-Security-Policy": header } : {},
        before: countViolations,
      });
      await title(visited.page, article("every-block").headline).waitFor();
      await visited.page.locator("standfirst-icon svg").waitFor();
      assert.deepEqual(await visited.page.evaluate(() => violations), []);
      visited.quiet();
      // Control: the policy is there, and what breaks it is counted.
      await visited.page.evaluate(() => document.body.setAttribute("style", "color: red"));
      await visited.page.waitForFunction(() => violations.length === 1);
      await visited.close();
    });
  }

  test("in hostile.html the article looks as in plain.html", async () => {
    const [clean, hostile] = [await open("plain.html"), await open("hostile.html")];
    for (const visited of [clean, hostile]) await title(visited.page).waitFor();
    const wanted = await look(clean.page);
    assert.deepEqual(await look(hostile.page), wanted);
    hostile.quiet();
    // Control: the page does what it says, and a difference would be seen.
    const around = await hostile.page.evaluate(() => [typeof [].last, typeof {}.extend, getComputedStyle(document.body.appendChild(document.createElement("h1"))).fontSize]);
    assert.deepEqual(around, ["function", "function", "9px"]);
    await hostile.page.locator("standfirst-article").evaluate((el) => el.shadowRoot.querySelector(".sf-headline").style.setProperty("letter-spacing", "1px"));
    assert.notDeepEqual(await look(hostile.page), wanted);
    await Promise.all([clean.close(), hostile.close()]);
  });
});

let packed;
/** What npm puts into the package: the file, and the names in it. */
const pack = () => (packed ??= packNow());
async function packNow() {
  await mkdir(COPIES, { recursive: true });
  const [{ filename, files }] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", COPIES], embed));
  return { tgz: path.join(COPIES, filename), names: files.map((it) => it.path).sort() };
}

function run(command, args, cwd) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (error || status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${error?.message ?? `${stdout}\n${stderr}`}`);
  return stdout;
}

/** What the script fetches from beside itself. */
const PARTS = ["standfirst_bg.wasm", "standfirst_blocks.css", "standfirst_blocks.wasm", "standfirst_formats.wasm", "standfirst_newsroom.wasm", "standfirst_rest.css", "standfirst_rest.wasm", "standfirst_words.wasm"];

describe("the package", LIMIT, () => {
  // The compressed copies are for a host. npm compresses the package, and a bundler takes the plain files.
  const PUBLISHED = [
    "LICENSE-APACHE", "LICENSE-MIT", "README.md", "THIRD-PARTY.md", "custom-elements.json", "icons.svg", "icons.txt",
    "integrity.txt", "package.json", "standfirst.d.ts", "standfirst.js", ...PARTS,
  ];
  const drawings = async () => [...(await readFile(path.join(embed, "icons.svg"), "utf8")).matchAll(/<symbol id="([^"]+)"/g)].map(([, name]) => `icons/${name}.svg`);
  const amiss = (names, wanted) => [...names.filter((name) => !wanted.includes(name)).map((name) => `${name} is too much`), ...wanted.filter((name) => !names.includes(name)).map((name) => `${name} is missing`)];

  test("npm packs what is to be published, and nothing else", async () => {
    const { names } = await pack();
    const wanted = [...PUBLISHED, ...(await drawings())];
    assert.deepEqual(amiss(names, wanted), []);
    assert.ok(names.length > 70, "the drawings are among them");
    // Control: the comparison finds both kinds of fault.
    assert.deepEqual(amiss([...wanted.slice(1), "standfirst.js.br"], wanted), ["standfirst.js.br is too much", "LICENSE-APACHE is missing"]);
  });

  test("each file that package.json names is in the package", async () => {
    const { names } = await pack();
    const manifest = JSON.parse(await readFile(path.join(embed, "package.json"), "utf8"));
    const named = (value) => (typeof value === "string" ? [value.replace("./", "")] : Object.values(value).flatMap(named));
    const there = (name) => names.some((it) => (name.endsWith("*") ? it.startsWith(name.slice(0, -1)) : it === name || it.startsWith(`${name}/`)));
    const all = named([manifest.main, manifest.module, manifest.types, manifest.customElements, manifest.exports, manifest.files]);
    assert.deepEqual(all.filter((name) => !there(name)), []);
    assert.equal(there("nothing.js"), false);
  });

  /** Links that lead nowhere in the package. Code is no link. */
  const dead = (readme, names) => {
    const prose = readme.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, (code) => code.slice(1, -1).replace(/[[\]()<]/g, ""));
    const anchors = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => `#${heading.toLowerCase().replace(/[^\w\s-]/g, "").replaceAll(" ", "-")}`);
    const links = [...prose.matchAll(/\]\(([^)\s]*)\)|(?:href|src)="([^"]*)"/g)].map(([, link, attribute]) => link ?? attribute);
    return links.filter((link) => !/^https?:/.test(link) && !anchors.includes(link) && !names.includes(link));
  };

  test("each relative link of its README leads to a file of the package, or to a heading", async () => {
    const { names } = await pack();
    const readme = await readFile(path.join(embed, "README.md"), "utf8");
    assert.deepEqual(dead(readme, names), []);
    for (const heading of ["Embed it", "Styling", "Icons", "The article as JSON", "What the reader gets", "Licences"]) assert.ok(readme.includes(`\n## ${heading}\n`), heading);
    for (const said of ["`heading-level`", "`standfirst-error`", "`--standfirst-accent`", "`--standfirst-icon-size`", "[LICENSE-MIT](LICENSE-MIT)"]) assert.ok(readme.includes(said), said);
    // Of the sources, which are not there, nothing.
    assert.deepEqual(readme.match(/[` (](?:src|scripts|style|docs|public|schema)\/\S+|`(?:make|cargo) [^`]*`/g) ?? [], []);
    // Control: the project's own README has such links, and they are found.
    assert.ok(dead(await readFile(path.join(root, "README.md"), "utf8"), names).includes("docs/report.jpg"));
    assert.deepEqual(dead("[a](#no) [b](no.md) `[c](no.txt)` [d](icons.txt)", names), ["#no", "no.md"]);
  });

  test("a README whose headings are gone is an error, and no empty README", () => {
    assert.throws(() => packageReadme("# Standfirst\n\n## Embed\n", { description: "", files: [] }), /README\.md has no “## Embed it”/);
  });
});

/** A copy of an example with the packed package in it, as a reader of ours would have it. Installed anew when its lock file is another. */
async function copyOf(name) {
  const from = path.join(EXAMPLES, name);
  const to = path.join(COPIES, name);
  // The package comes from the packed file instead.
  const manifest = JSON.parse(await readFile(path.join(from, "package.json"), "utf8"));
  const lock = JSON.parse(await readFile(path.join(from, "package-lock.json"), "utf8"));
  assert.equal(manifest.dependencies.standfirst, "file:../../../dist/embed");
  for (const place of [manifest.dependencies, lock.packages[""].dependencies]) delete place.standfirst;
  delete lock.packages["node_modules/standfirst"];
  const wanted = createHash("sha256").update(JSON.stringify([manifest, lock, process.version])).digest("hex");
  const stamp = path.join(to, "node_modules/.installed");
  if (!existsSync(stamp) || (await readFile(stamp, "utf8")) !== wanted) {
    await rm(to, { recursive: true, force: true });
    await mkdir(to, { recursive: true });
    await writeFile(path.join(to, "package.json"), JSON.stringify(manifest, null, 2));
    await writeFile(path.join(to, "package-lock.json"), JSON.stringify(lock, null, 2));
    run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], to);
    await writeFile(stamp, wanted);
  }
  const kept = ["node_modules", "package.json", "package-lock.json"];
  for (const it of await readdir(to)) if (!kept.includes(it)) await rm(path.join(to, it), { recursive: true });
  for (const it of await readdir(from)) if (![...kept, "dist"].includes(it)) await cp(path.join(from, it), path.join(to, it), { recursive: true });
  // Without this npm would keep one of the same version.
  await rm(path.join(to, "node_modules/standfirst"), { recursive: true, force: true });
  run("npm", ["install", "--no-save", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", (await pack()).tgz], to);
  for (const file of ["standfirst.js", ...PARTS, "standfirst.d.ts"]) {
    assert.deepEqual(await readFile(path.join(to, "node_modules/standfirst", file)), await readFile(path.join(embed, file)), file);
  }
  return to;
}
const copies = new Map();
const copy = (name) => {
  if (!copies.has(name)) copies.set(name, copyOf(name));
  return copies.get(name);
};

/** The page does what the example promises. */
async function works({ page, hear, heard, quiet, asked, close }, missing = "status") {
  const said = (words) => page.locator("#said", { hasText: words }).waitFor();
  await title(page, headline, "#fetched").waitFor();
  await title(page, "A note", "#given").waitFor();
  await said(`shown: ${headline}`);
  await page.locator("#next standfirst-icon svg").waitFor();
  await page.locator("#fetched .sf-article:has(.sf-body) h2.sf-headline").waitFor();
  assert.equal(await page.locator("#fetched > a").isVisible(), false);
  assert.equal(asked("report.json").length, 1);
  await page.locator("#next").click();
  await title(page, other, "#fetched").waitFor();
  await said(`shown: ${other}`);
  await title(page, "A note", "#given").waitFor();
  // Rendering again, as each of these events made it, has not drawn the other anew.
  assert.equal((await heard()).filter(({ id }) => id === "given").length, 1);
  quiet();
  await page.locator("#next").click();
  await hear("error");
  await said(`not shown: ${missing}`);
  assert.ok(await page.locator("#fetched > a").isVisible());
  await page.locator("#next").click();
  await title(page, headline, "#fetched").waitFor();
  await said(`shown: ${headline}`);
  await close();
}

const FRAMEWORKS = { react: { wrong: "wrong.tsx", excused: /\/\/ @ts-expect-error an address[^\n]*/ }, vue: { wrong: "Wrong.vue", excused: /<!-- @vue-expect-error an address[^\n]*/ } };
for (const [name, { wrong, excused }] of Object.entries(FRAMEWORKS)) {
  describe(`the package in ${name}`, LIMIT, () => {
    test("the example is sound to the strict type checker, and what is wrong is refused", async () => {
      const folder = await copy(name);
      const source = await readFile(path.join(root, "tests/e2e/frameworks", wrong), "utf8");
      assert.match(source, excused);
      // Control: one wrong line that is not expected is told.
      const control = wrong.replace(/wrong/i, "Control");
      await writeFile(path.join(folder, "src", wrong), source);
      await writeFile(path.join(folder, "src", control), source.replace(excused, ""));
      const { status, stdout } = spawnSync("npm", ["run", "--silent", "check"], { cwd: folder, encoding: "utf8" });
      for (const file of [wrong, control]) await rm(path.join(folder, "src", file));
      assert.notEqual(status, 0);
      const [told, ...more] = stdout.split("\n").filter((line) => /error TS\d+/.test(line));
      assert.deepEqual(more, []);
      assert.ok(told.startsWith(`src/${control}(`), told);
      assert.match(told, /TS2322: .*'number' is not assignable to type 'string/);
    });

    test("what `vite build` makes of it shows the articles, hears the events and takes another address", async () => {
      const folder = await copy(name);
      run("npm", ["run", "--silent", "build"], folder);
      // The program and the icons are files of their own, which the browser fetches as it needs them.
      const assets = await readdir(path.join(folder, "dist/assets"));
      for (const source of [...PARTS, "icons.txt"]) {
        const [name, ending] = source.split(".");
        const made = assets.filter((it) => it.startsWith(`${name}-`) && it.endsWith(`.${ending}`));
        assert.equal(made.length, 1, assets.join(" "));
        assert.deepEqual(await readFile(path.join(folder, "dist/assets", made[0])), await readFile(path.join(embed, source)));
      }
      const scripts = await Promise.all(assets.filter((it) => it.endsWith(".js")).map((it) => readFile(path.join(folder, "dist/assets", it), "utf8")));
      assert.ok(!scripts.join("").includes("data:application/wasm"));
      const server = await serve(path.join(folder, "dist"));
      closing.push(server);
      await works(await watch(browser, `${server.origin}/`));
    });

    test("the server for development finds the program and the icons too", async () => {
      const folder = await copy(name);
      const { createServer } = await import(pathToFileURL(path.join(folder, "node_modules/vite/dist/node/index.js")).href);
      // As on the first start: what was made of another build of the package is not taken.
      const server = await createServer({ root: folder, logLevel: "error", optimizeDeps: { force: true }, server: { host: "127.0.0.1", port: 0 } });
      await server.listen();
      closing.push(server);
      // It answers with its page where a file is missing.
      await works(await watch(browser, server.resolvedUrls.local[0]), "parse");
    });
  });
}

test("control: an example that does not import the package shows no article", LIMIT, async () => {
  const folder = await copy("react");
  const main = path.join(folder, "src/main.tsx");
  const source = await readFile(main, "utf8");
  await writeFile(main, source.replace('import "standfirst";\n', ""));
  run("npm", ["run", "--silent", "build"], folder);
  await writeFile(main, source);
  const server = await serve(path.join(folder, "dist"));
  closing.push(server);
  const { page, close } = await watch(browser, `${server.origin}/`);
  await page.locator("#fetched > a").waitFor();
  assert.equal(await page.locator(".sf-headline").count(), 0);
  await close();
});

describe("the package without a bundler", LIMIT, () => {
  test("where pages are rendered, without a browser, importing it does nothing and breaks nothing", () => {
    const line = `import(${JSON.stringify(pathToFileURL(path.join(embed, "standfirst.js")).href)}).then((it) => console.log(Object.keys(it).sort().join()))`;
    const { stdout, stderr } = spawnSync(process.execPath, ["-e", line], { encoding: "utf8" });
    assert.deepEqual([stdout.trim(), stderr], ["StandfirstArticle,StandfirstComments,StandfirstIcon,StandfirstShare,define", ""]);
  });

  const PAGE = (head) => `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,">${head}</head><body><standfirst-article src="/articles/report.json"><p id="fallback">Read it elsewhere.</p></standfirst-article><standfirst-icon name="calendar" label="Date"></standfirst-icon></body></html>`;
  const shown = async ({ page, quiet, close }) => {
    await title(page).waitFor();
    await page.getByRole("img", { name: "Date", exact: true }).waitFor();
    quiet();
    await close();
  };
  /** The fallback is there, and nobody has been told that the page is at fault. */
  const kept = async ({ page, record, close }, reason) => {
    await page.waitForLoadState("load");
    await page.waitForTimeout(300);
    assert.ok(await readable(page));
    assert.equal(await title(page).count(), 0);
    assert.match(record.console.join("\n"), reason);
    assert.deepEqual(record.uncaught, []);
    await close();
  };

  const MAP = '<script type="importmap">{"imports": {"standfirst": "/package/standfirst.js"}}</script>';
  const IMPORT = '<script type="module">import { StandfirstArticle } from "standfirst"; globalThis.same = customElements.get("standfirst-article") === StandfirstArticle;</script>';
  test("an import map leads its bare name to the packed files", async () => {
    const visited = await served(PAGE(MAP + IMPORT), { folders: { "/package/": path.join(await copy("react"), "node_modules/standfirst") } });
    await title(visited.page).waitFor();
    assert.equal(await visited.page.evaluate(() => same), true);
    await shown(visited);
  });

  test("control: without the map its bare name leads nowhere, and the fallback stays", async () => {
    const visited = await served(PAGE(IMPORT));
    await visited.page.waitForLoadState("load");
    assert.ok(await readable(visited.page));
    assert.match(visited.record.uncaught.join(), /bare specifier|Failed to resolve module specifier/);
    await visited.close();
  });

  const CORS = { "Access-Control-Allow-Origin": "*" };
  const hash = async () => (await readFile(path.join(embed, "integrity.txt"), "utf8")).match(/^(\S+) {2}standfirst\.js$/m)[1];
  const elsewhere = async (headers, attributes = "") => PAGE(`<script type="module" src="${(await examples({ headers })).origin}/standfirst/standfirst.js"${attributes}></script>`);

  test("the script may be of another origin that allows it, and takes program and icons from there", async () => {
    const visited = await served(await elsewhere(CORS));
    await title(visited.page).waitFor();
    await visited.page.getByRole("img", { name: "Date", exact: true }).waitFor();
    for (const file of ["standfirst.js", "standfirst_bg.wasm", "icons.txt"]) {
      const [asked, ...more] = visited.asked(file);
      assert.deepEqual(more, []);
      assert.notEqual(new URL(asked).origin, new URL(visited.page.url()).origin, file);
    }
    await shown(visited);
  });

  test("the hash in integrity.txt is the script's: with it the article is shown", async () => {
    await shown(await served(await elsewhere(CORS, ` integrity="${await hash()}" crossorigin`)));
  });

  test("with another hash the script is refused, and the fallback stays readable", async () => {
    const wrong = `sha384-${createHash("sha384").update("another").digest("base64")}`;
    await kept(await served(await elsewhere(CORS, ` integrity="${wrong}" crossorigin`)), /integrity/);
  });

  test("control: without the other server's leave the script is refused, and the fallback stays readable", async () => {
    await kept(await served(await elsewhere({})), /CORS/);
  });
});

describe("the lock files", () => {
  test("the examples are locked, by hash and without the address of a registry", async () => {
    const faults = (lock) => Object.entries(lock.packages).flatMap(([name, { resolved, integrity }]) => {
      if (name === "") return [];
      if (name === "node_modules/standfirst") return resolved === "file:../../../dist/embed" ? [] : [`${name}: ${resolved}`];
      return [...(resolved && !resolved.startsWith("https://registry.npmjs.org/") ? [`${name}: ${resolved}`] : []), ...(integrity ? [] : [`${name}: no hash`])];
    });
    for (const name of Object.keys(FRAMEWORKS)) {
      const lock = JSON.parse(await text(`${name}/package-lock.json`));
      assert.ok(Object.keys(lock.packages).length > 20);
      assert.deepEqual(faults(lock), []);
    }
    assert.deepEqual(faults({ packages: { a: { resolved: "https://mirror.example/a.tgz" } } }), ["a: https://mirror.example/a.tgz", "a: no hash"]);
  });
});
