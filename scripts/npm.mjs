// The npm tools live in .tools/node, where Node's own search from here would not find them.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(new URL("../.tools/node/package.json", import.meta.url));

/** A tool of scripts/package.json by its name; without it, one line that says how to get it. */
export function tool(name) {
  try {
    return require(name);
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    console.error(`The npm package ${name} is not installed. Mend it with: rm -rf .tools/node && scripts/tools.sh build`);
    process.exit(1);
  }
}

/** The path of a file of such a package. */
export function npmFile(name, file) {
  return fileURLToPath(new URL(`../.tools/node/node_modules/${name}/${file}`, import.meta.url));
}
