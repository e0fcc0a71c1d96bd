// The npm tools live in .tools/node, where Node's own search from here would not find them.
import { createRequire } from "node:module";

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
