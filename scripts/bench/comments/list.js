// What a newsroom would write by hand: the plain list that ours is measured against. One fetch, one tree, one template,
// one append; the same nodes for each comment as ours.
const section = document.querySelector(".sf-comments");
const { comment: template, replies } = Object.fromEntries([...document.querySelectorAll("template")].map((one) => [one.id, one.content.firstElementChild]));
const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: "Europe/London" });
const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g;

const answer = await fetch(section.dataset.src);
const { items } = await answer.json();
const list = build(items);
section.querySelector(".sf-comments-list").replaceWith(list);
section.dataset.state = "ready";

/** The tree by ids, its top level newest first, replies oldest first. */
function build(items) {
  const byId = new Map(items.map((item) => [item.id, { item, at: Date.parse(item.dateCreated), replies: [], branch: 0 }]));
  const top = [];
  for (const one of byId.values()) (byId.get(one.item.parentItem)?.replies ?? top).push(one);
  const sized = (one) => (one.branch = one.replies.reduce((sum, reply) => sum + 1 + sized(reply), 0));
  top.forEach(sized);
  top.sort((a, b) => b.at - a.at);
  const list = document.createElement("ol");
  list.className = "sf-comments-list";
  list.append(...top.map(draw));
  return list;
}

function draw({ item, at, replies: answers, branch }) {
  const drawn = template.cloneNode(true);
  drawn.id = `comment-${item.id}`;
  const [head, rest] = drawn.firstElementChild.children;
  const [fold, avatar, name, badge, link, sum] = head.children;
  const words = item.author.name.split(" ");
  fold.setAttribute("aria-label", `Comment by ${item.author.name}`);
  avatar.textContent = words[0][0] + words.at(-1)[0];
  avatar.dataset.tone = item.author.name.length % 6;
  name.textContent = item.author.name;
  if (item.author.badge) badge.textContent = item.author.badge;
  else badge.remove();
  link.href = `#comment-${item.id}`;
  link.firstElementChild.dateTime = item.dateCreated;
  link.firstElementChild.textContent = date.format(at);
  sum.textContent = branch === 1 ? "1 reply" : branch > 0 ? `${branch} replies` : "";
  const [text, acts] = rest.children;
  text.append(...item.text.split(/\n\s*\n/).map(paragraph));
  const [likes, share] = acts.children;
  likes.textContent = item.upvoteCount ?? 0;
  share.href = `#comment-${item.id}`;
  if (answers.length > 0) {
    answers.sort((a, b) => a.at - b.at);
    const below = replies.cloneNode();
    below.append(...answers.map(draw));
    rest.append(below);
  }
  return drawn;
}

function paragraph(text) {
  const drawn = document.createElement("p");
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const link = document.createElement("a");
    link.href = link.textContent = address;
    link.rel = "ugc nofollow noopener";
    drawn.append(text.slice(from, index), link);
    from = index + address.length;
  }
  drawn.append(text.slice(from));
  return drawn;
}

section.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button?.matches(".sf-fold")) fold(button, button.getAttribute("aria-expanded") === "true");
  else if (button) for (const one of section.querySelectorAll(".sf-fold")) fold(one, button.dataset.do === "fold-all");
});

function fold(button, folded) {
  button.setAttribute("aria-expanded", !folded);
  button.parentElement.nextElementSibling.hidden = folded;
}
