// Builds dist/embed, what a publisher hosts: one script with its style, the program in parts, the style of the rest, the icons' files. The Makefile calls
// it with the flags of the release.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { tool } from "./npm.mjs";
import { packageFiles } from "./package-files.mjs";
import { shrink } from "./shrink.mjs";
import { compress, filesIn, sum } from "./sizes.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...parts) => path.join(root, ...parts);
const work = at("target/embed");
const embed = at("dist/embed");
const wasm = "wasm32-unknown-unknown";

// The relocations say what leads to what: the cut goes by them.
run("cargo", ["rustc", "--release", "--locked", "--quiet", "--target", wasm, "--features", "embed", "--bin", "embed", "--", "-Clink-arg=--emit-relocs", "-Clink-arg=--no-entry"]);
run("node", ["scripts/icons.mjs"]);
await rm(work, { recursive: true, force: true });
await rm(embed, { recursive: true, force: true });
await mkdir(embed, { recursive: true });
await mkdir(work, { recursive: true });
run("rustc", ["--edition", "2024", "-o", path.join(work, "declared"), "scripts/declared.rs"]);
const declared = JSON.parse(run(path.join(work, "declared"), [], "pipe"));
/** The parts beside the first, in the order of their numbers in src/browser/later.rs and src/elements/program.js. */
const PARTS = ["rest", "formats", "newsroom", "blocks", "words"];
const partFile = (part) => path.join(work, `embed_${part}.wasm`);
const linked = at(`target/${wasm}/release/embed.wasm`);
run("wasm-bindgen", ["--target", "web", "--no-typescript", "--no-demangle", "--out-dir", work, linked]);
await shrink(path.join(work, "embed.js"), path.join(work, "embed_bg.wasm"), partFile, linked);
for (const part of PARTS) await writeFile(partFile(part), filled(await readFile(partFile(part))));

const esbuild = tool("esbuild");
const style = async (...sheets) => {
  const contents = sheets.map((name) => `@import "./${name}.css";`).join("");
  const { outputFiles } = await esbuild.build({ stdin: { contents, resolveDir: at("style"), loader: "css" }, bundle: true, minify: true, target: "esnext", write: false });
  return withoutRem(outputFiles[0].text);
};
const modules = {
  "standfirst:glue": { contents: factory(await readFile(path.join(work, "embed.js"), "utf8")), loader: "js" },
  "standfirst:style": { contents: await style("first", "host"), loader: "text" },
  "standfirst:declared": { contents: JSON.stringify({ ATTRIBUTES: attributes("standfirst-article"), ICON_ATTRIBUTES: attributes("standfirst-icon"), SHARE_ATTRIBUTES: attributes("standfirst-share"), COMMENTS_ATTRIBUTES: attributes("standfirst-comments"), ACCEPT: await accept(), HASHES: await Promise.all(["embed_bg.wasm", ...PARTS.map((part) => `embed_${part}.wasm`)].map(hash)) }), loader: "json" },
};
const script = await esbuild.build({
  entryPoints: [at("src/elements/shim.js")],
  bundle: true, minify: true, format: "esm", target: "es2022", write: false, legalComments: "none",
  plugins: [{
    name: "what the build makes",
    setup(build) {
      build.onResolve({ filter: /^standfirst:/ }, ({ path: name }) => ({ path: name, namespace: "made" }));
      build.onLoad({ filter: /./, namespace: "made" }, ({ path: name }) => modules[name]);
    },
  }],
});
await write("standfirst.js", script.outputFiles[0].contents);
await write("standfirst_bg.wasm", await readFile(path.join(work, "embed_bg.wasm")));
for (const part of PARTS) await write(`standfirst_${part}.wasm`, await readFile(partFile(part)));
for (const part of ["rest", "blocks"]) await write(`standfirst_${part}.css`, await style(part));
for (const name of (await filesIn(at("target/icons"))).filter((name) => /\.(svg|txt)$/.test(name))) {
  await write(name, await readFile(at("target/icons", name)));
}
for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY.md"]) await write(name, await readFile(at(name)));
await packageFiles(declared, write, (name) => readFile(path.join(embed, name)));

// What a page loads for an article, and what it loads when the rest is needed.
const report = at("target/sizes.json");
const sizes = JSON.parse(await readFile(report, "utf8").catch(() => "{}"));
for (const [part, files] of [["embed", ["standfirst.js", "standfirst_bg.wasm"]], ["embed_rest", ["standfirst_rest.wasm", "standfirst_rest.css"]], ["embed_formats", ["standfirst_formats.wasm"]], ["embed_newsroom", ["standfirst_newsroom.wasm"]], ["embed_blocks", ["standfirst_blocks.wasm", "standfirst_blocks.css"]], ["embed_words", ["standfirst_words.wasm"]]]) {
  const each = await Promise.all(files.map(async (name) => {
    const bytes = await readFile(path.join(embed, name));
    const { brotli, gzip } = compress(name, bytes);
    console.log(`dist/embed/${name}: ${bytes.length} raw, ${gzip.length} gzip, ${brotli.length} brotli`);
    return { raw: bytes.length, gzip: gzip.length, brotli: brotli.length };
  }));
  sizes[part] = { files, ...sum(each) };
}
console.log(`what a page loads for an article: ${sizes.embed.brotli} brotli, with the rest ${sizes.embed.brotli + sizes.embed_rest.brotli}`);
await writeFile(report, `${JSON.stringify(sizes, null, 2)}\n`);

/** The beginning of what stands in an integrity attribute: 132 bits, which no other file can be made to have. */
async function hash(name) {
  return createHash("sha384").update(await readFile(path.join(work, name))).digest("base64").slice(0, 22);
}

/**
 * A program of at least 4,100 bytes: what is under 4,096 Vite writes into the script, as an address that strict policies
 * refuse. Zeros in a section that no browser reads; they cost nothing once compressed.
 */
function filled(bytes) {
  const more = 4_100 - bytes.length;
  // Section 0, its length in two bytes, a name of none.
  return more <= 0 ? bytes : Buffer.concat([bytes, Buffer.from([0, ((more + 1) & 127) | 128, (more + 1) >> 7, 0]), Buffer.alloc(more)]);
}

/** The glue as a function: each call makes an instance of the program with a state of its own. */
function factory(glue) {
  const body = glue.replace(/export\s*\{([^}]*)\};?\s*$/, (_, names) => `return {${names.split(",").map((name) => {
    const [inner, outer = inner] = name.trim().split(/\s+as\s+/);
    return `${outer}:${inner}`;
  }).join()}};`).replace(/\bimport\.meta\.url\b/g, '""');
  const guarded = body.replace(/\b(\w+)=(\w+)\.exports\b/, "$1=guard($2.exports)");
  if (!/return \{/.test(body) || guarded === body) throw new Error("the glue has another form: see scripts/embed.mjs");
  return `export const glue=(guard)=>{${guarded}};`;
}

/** In an element rem is the page's, which may be 62.5% of what readers have chosen. What queries ask is in pixels. */
function withoutRem(css) {
  const number = "(\\d*\\.?\\d+)rem\\b";
  return css
    .replace(/@(?:media|container)[^{]*/g, (query) => query.replace(new RegExp(number, "g"), (_, n) => `${n * 16}px`))
    .replace(new RegExp(`(-?)${number}`, "g"), (_, sign, n) => `calc(${sign}${n}*var(--sf-rem,1rem))`);
}

function attributes(tag) {
  return declared.elements.find((element) => element.tag === tag).attributes.map(({ name }) => name);
}

/** The header that src/fetch.rs sends: the request that the shim begins must be the same. */
async function accept() {
  const found = (await readFile(at("src/fetch.rs"), "utf8")).match(/const ACCEPT: &str =\s*"([^"]+)"/);
  if (!found) throw new Error("src/fetch.rs has no ACCEPT");
  return found[1];
}

async function write(name, bytes) {
  const file = path.join(embed, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
  const small = name.includes(path.sep) ? null : compress(name, Buffer.from(bytes));
  if (!small) return;
  await writeFile(`${file}.br`, small.brotli);
  await writeFile(`${file}.gz`, small.gzip);
}

function run(command, args, out = "inherit") {
  const { status, error, stdout } = spawnSync(command, args, { cwd: root, stdio: ["ignore", out, "inherit"], encoding: "utf8" });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  if (status !== 0) process.exit(1);
  return stdout;
}
