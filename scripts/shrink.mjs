// Takes out of the program and its glue what nothing calls, and gives what they call each other by short names.
//
// wasm-bindgen exports every class of every crate, used or not (those of wasm-streams, 10 kB of code), and names each
// import with a hash that no compression shortens: together 6 kB of brotli. The glue has one form, which the tests of the
// built app would notice to have changed; where a part of it is not found, it is left as it is.
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { beyond } from "./linked.mjs";
import { npmFile, tool } from "./npm.mjs";
import { renamed as inOrderOfFirst, taking } from "./renamed.mjs";
import { BEFORE, cut, FIRST, inOrder, isRoot, isShared, partOf, shares } from "./split.mjs";

// What rustc's wasm uses, and no more: with --all-features the result would use what browsers do not have yet.
const FEATURES = ["bulk-memory", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext", "multivalue"]
  .map((name) => `--enable-${name}`);

/** Shrinks a pair of files in place. With `partFile` the program `linkedFile` is cut, and each part is written where that says. */
export async function shrink(glueFile, wasmFile, partFile, linkedFile) {
  const folder = await mkdtemp(path.join(tmpdir(), "standfirst-"));
  try {
    let glue = withoutRepeats(withoutUnusedClasses(await readFile(glueFile, "utf8")));
    // What the first part imports, the others import too.
    if (partFile) glue = glue.replace("export { __wbg_init as default };", "export { __wbg_init as default, __wbg_get_imports as imports };");
    const reached = path.join(folder, "reached.wasm");
    await removeStreams(wasmFile);
    await removeUnreached(wasmFile, reached, exportsUsed(glue), path.join(folder, "graph.json"));
    const small = path.join(folder, "small.wasm");
    const names = partFile ? BEFORE : [];
    const opt = (...args) => binaryen("wasm-opt", small, "-o", small, ...FEATURES, ...names, ...args);
    binaryen("wasm-opt", reached, "-o", small, ...FEATURES, ...names, "-O2", "-Oz", "--gufa", "--converge");
    // Blocks made anew from the flow of control: 0.7 kB of brotli, and 0.4 once more with the short names.
    const flow = ["--flatten", "--rereloop", "-Oz", "-Oz"];
    opt(...flow);
    // Names change last, and in a run of their own: --converge would change them again and again.
    const report = opt("--minify-imports-and-exports-and-modules", "--strip-producers", "--strip-target-features");
    if (partFile) {
      const text = path.join(folder, "small.wat");
      binaryen("wasm-dis", small, "-o", text, ...FEATURES);
      const { primary, others } = cut(await readFile(text, "utf8"), beyond(await readFile(linkedFile), { partOf, isRoot, inOrder, shares }));
      await writeFile(text, primary);
      binaryen("wasm-opt", text, "-o", small, ...FEATURES, ...flow);
      const { bytes, names } = inOrderOfFirst(await readFile(small), isShared);
      await writeFile(small, bytes);
      for (const [name, part] of Object.entries(others)) {
        await writeFile(text, taking(part, FIRST, names));
        binaryen("wasm-opt", text, "-o", partFile(name), ...FEATURES, ...flow);
      }
      await fits([small, ...Object.keys(others).map(partFile)]);
    } else {
      opt(...flow);
    }
    const wasm = await readFile(small);
    glue = renamed(glue, JSON.parse(report));
    const { transform } = tool("esbuild");
    // "esm" keeps import.meta, by which the glue finds its wasm.
    const { code } = await transform(glue, { format: "esm", target: "esnext", minify: true, legalComments: "none", treeShaking: true });
    await writeFile(wasmFile, wasm);
    await writeFile(glueFile, code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The classes of wasm-streams, which wait for nobody: server functions are not used here. */
function withoutUnusedClasses(glue) {
  return glue
    .replace(/^(export )?class IntoUnderlying\w+ \{\n[\s\S]*?\n\}\n/gm, "")
    .replace(/^if \(Symbol\.dispose\) IntoUnderlying.*\n/gm, "")
    .replace(/^const IntoUnderlying\w+Finalization = [\s\S]*?;\n/gm, "")
    // Warnings for programs that call the start in an older form; ours does not.
    .replace(/ else \{\n\s+console\.warn\('using deprecated [^\n]*\n\s+\}/g, "")
    // The synchronous start wants the whole program beforehand; nobody has it.
    .replace("export { initSync, __wbg_init as default };", "export { __wbg_init as default };");
}

/** What the glue writes out wherever a text is handed over, once: 0.3 kB of brotli. */
function withoutRepeats(glue) {
  const handed = (how) => new RegExp(String.raw`const ret = ([^;]+);\n\s+(?:const|var) ptr1 = ${how}passStringToWasm0\(ret, wasm\.__wbindgen_malloc, wasm\.__wbindgen_realloc\);\n\s+(?:const|var) len1 = WASM_VECTOR_LEN;\n\s+getDataViewMemory0\(\)\.setInt32\(\(arg0 >>> 0\) \+ 4 \* 1, len1, true\);\n\s+getDataViewMemory0\(\)\.setInt32\(\(arg0 >>> 0\) \+ 4 \* 0, ptr1, true\);`, "g");
  const shorter = glue
    .replace(handed(""), "putText(arg0, $1, true);")
    .replace(handed(String.raw`isLikeNone\(ret\) \? 0 : `), "putText(arg0, $1);");
  return `function putText(to, text, must) {
    const start = must || !isLikeNone(text) ? passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc) : 0;
    const length = WASM_VECTOR_LEN;
    getDataViewMemory0().setInt32((to >>> 0) + 4, length, true);
    getDataViewMemory0().setInt32(to >>> 0, start, true);
}
${shorter}`;
}

/**
 * Empties the functions of wasm-streams. Without its classes nothing leads to them, but the table of what is called
 * indirectly holds some, and all that these call; no tool can tell that nobody takes them from there. They are known by
 * their names, which go after this: 2.2 kB of brotli.
 */
async function removeStreams(file) {
  const { default: binaryen } = await import(pathToFileURL(npmFile("binaryen", "index.js")));
  // Or the names would go with what is written here.
  binaryen.setDebugInfo(true);
  const module = binaryen.readBinary(await readFile(file));
  for (let at = 0; at < module.getNumFunctions(); at += 1) {
    const called = module.getFunctionByIndex(at);
    const { name, base } = binaryen.getFunctionInfo(called);
    // An import has a base, and no body.
    if (!base && /\bwasm_streams\b|12wasm_streams\d/.test(name)) binaryen.Function.setBody(called, module.unreachable());
  }
  await writeFile(file, module.emitBinary());
  module.dispose();
}

function exportsUsed(glue) {
  return [...new Set([...glue.matchAll(/\bwasm\.([\w$]+)/g)].map(([, name]) => name))];
}

async function removeUnreached(from, to, names, graphFile) {
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(await readFile(from))).map(({ name }) => name);
  const graph = names.filter((name) => exported.includes(name)).map((name) => ({ name: `used ${name}`, export: name, root: true }));
  await writeFile(graphFile, JSON.stringify(graph));
  binaryen("wasm-metadce", from, "-o", to, "-g", ...FEATURES, `--graph-file=${graphFile}`);
}

/** No part may give a name that another gives too: who takes it would take the wrong one. */
async function fits(files) {
  const given = new Map();
  for (const file of files) {
    for (const { name } of WebAssembly.Module.exports(new WebAssembly.Module(await readFile(file)))) {
      if (given.has(name)) throw new Error(`both ${given.get(name)} and ${file} give ${name}`);
      given.set(name, file);
    }
  }
}

/** The glue with the names that wasm-opt reports, and without the imports that are gone. */
function renamed(glue, { imports, exports }) {
  const [module] = imports[0];
  const importNames = new Map(imports.map(([, name, short]) => [name, short]));
  const exportNames = new Map(exports.map(([name, short]) => [name, short]));
  return glue
    .replace(/^ {8}(__wb\w+): function\([\s\S]*?^ {8}\}(?:, arguments\); \})?,\n/gm, (entry, name) =>
      importNames.has(name) ? entry.replace(name, importNames.get(name)) : "")
    .replace(/\bwasm\.([\w$]+)/g, (whole, name) => (exportNames.has(name) ? `wasm.${exportNames.get(name)}` : whole))
    .replaceAll(`"${module}"`, '"a"');
}

function binaryen(program, ...args) {
  const run = spawnSync(process.execPath, [npmFile("binaryen", `bin/${program}`), ...args], { encoding: "utf8", maxBuffer: 64 << 20 });
  if (run.status !== 0) throw new Error(`${program} failed: ${run.stderr || run.error}`);
  return run.stdout;
}
