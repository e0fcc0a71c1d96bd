// The pages that are compared: a plain list by hand, the same with what limits its cost, and ours.
import { readFile } from "node:fs/promises";
import { page } from "../pages.mjs";

/** What `limit` adds: what is far from the window costs neither layout nor paint, and the request begins at once. */
const LIMIT = ".sf-comments-list > .sf-comment { content-visibility: auto; contain-intrinsic-size: auto 20rem; }\n";

const TEMPLATES = `<template id="comment"><li class="sf-comment"><article><div class="sf-comment-head"><button type="button" class="sf-fold" aria-expanded="true"></button><span class="sf-avatar" aria-hidden="true"></span><bdi class="sf-comment-name"></bdi><span class="sf-badge"></span><a class="sf-comment-date"><time></time></a><span class="sf-comment-sum"></span></div><div class="sf-comment-rest"><div class="sf-comment-text"></div><div class="sf-comment-acts"><span class="sf-likes"></span><a class="sf-link">Link</a></div></div></article></li></template>
<template id="replies"><ol class="sf-replies"></ol></template>`;

const list = (src) => `<section class="sf-comments" data-src="${src}" data-state="loading">
<h2>Comments</h2>
<p><button type="button" data-do="fold-all">Collapse all</button> <button type="button" data-do="unfold-all">Expand all</button></p>
<ol class="sf-comments-list"></ol>
</section>
${TEMPLATES}
<script type="module" src="list.js"></script>`;

/** Without one, Chromium asks the host for an icon. */
const ICON = '<link rel="icon" href="data:,">\n';

/** Every page for so many comments, by the name of its kind. */
export async function pages(count) {
  const src = `/thread/${count}.json`;
  const read = (name) => readFile(new URL(name, import.meta.url), "utf8");
  const [script, style] = await Promise.all([read("list.js"), read("list.css")]);
  const sheet = ICON + '<link rel="stylesheet" href="list.css">\n';
  const early = `<link rel="preload" href="${src}" as="fetch" crossorigin>\n<link rel="modulepreload" href="list.js">\n`;
  return {
    plain: { html: page(list(src), sheet), files: { "list.js": script, "list.css": style } },
    limit: { html: page(list(src), sheet + early), files: { "list.js": script, "list.css": style + LIMIT } },
    ours: { html: page(`<script type="module" src="/embed/standfirst.js"></script>\n<standfirst-comments src="${src}" open></standfirst-comments>`, ICON) },
  };
}
