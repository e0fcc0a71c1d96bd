// Threads whose dates stay as they are, for pages whose pictures and texts are compared, and answers to what a page asks for.

const said = (id, name, day, parentItem, more) => ({ id, ...(parentItem ? { parentItem } : {}), author: { name }, dateCreated: `2024-12-${day}T10:00:00Z`, text: `Text of ${id}.`, ...more });
/** Ada ← Ben ← Cem; Fay ← Gus; Hana. */
export const THREAD = [
  said("ada", "Ada", 10, "", { upvoteCount: 3 }),
  said("ben", "Ben", 11, "ada", { text: "With a link: https://news.example/salt" }),
  said("cem", "Cem", 12, "ben"),
  said("fay", "Fay", 13, "", { upvoteCount: 40 }),
  said("gus", "Gus", 14, "fay"),
  said("hana", "Hana", 15, "", { upvoteCount: 7 }),
];
/** Has a page answer at addresses with JSON. */
export const serving = (answers) => async (page) => {
  for (const [path, answer] of Object.entries(answers)) await page.route(`**${path}`, (route) => route.fulfill({ json: answer }));
};
