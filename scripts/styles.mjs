// Bundles the styles of the app's pages into target/styles, which index.html links. Trunk calls it before each build.
import { readFile, mkdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tool } from "./npm.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const release = process.env.TRUNK_PROFILE === "release";

// The app: the element's style, then the page's own. The gallery of icons: its own.
const bundles = { app: ["standfirst.css", "demo.css"], gallery: ["gallery.css"] };
for (const name of Object.values(bundles).flat()) {
  if (existsSync(`${root}style/${name}`)) continue;
  console.error(`style/${name} is missing: there is no style to bundle.`);
  process.exit(1);
}

await mkdir(`${root}target/styles`, { recursive: true });
for (const [bundle, sheets] of Object.entries(bundles)) {
  const result = await tool("esbuild")
    .build({
      stdin: {
        contents: sheets.map((name) => `@import "./${name}";`).join("\n"),
        resolveDir: `${root}style`,
        loader: "css",
      },
      bundle: true,
      minify: release,
      // Written as it stands: light-dark(), nesting and logical properties are for the browser, not to be lowered.
      target: "esnext",
      write: false,
      logLevel: "warning", // esbuild shows the place of a fault itself
    })
    .catch(() => process.exit(1));

  // Only a changed bundle is written, so that its time stamp says when it changed.
  const file = `${root}target/styles/${bundle}.css`;
  const css = result.outputFiles[0].text;
  if ((await readFile(file, "utf8").catch(() => null)) !== css) await writeFile(file, css);
}
