// Threads of comments of any size for the benchmark: canonical JSON, the same bytes from the same seed on every machine.
// Only the four rules are used: powers and logarithms may differ from one engine to the next.

/** Levels of replies, the top one among them. */
const DEEPEST = 6;
const BEGIN = Date.UTC(2026, 8, 14, 6, 30);
const LASTS = 6 * 24 * 3600 * 1000; // ms
const FIRST_ID = 480_000;

const GIVEN = "Amina Bastien Chiara Dilnoza Emeka Freya Goran Hana Ines Jonas Kofi Leila Mateo Nadia Oskar Priya Quentin Rosa Samir Tomasz Ulla Viktor Wanjiru Ximena Yusuf Zora 陽子 明 ليلى יעל".split(" ");
const FAMILY = "Abara Bergström Castillo Dvořák Eze Fontaine Grünwald Haddad Ilić Jansen Kowalska Laine Mensah Nakamura O’Dowd Papadaki Quiroga Rossi Sato Tanaka Usman Vella Wójcik Yıldız".split(" ");
const WORDS = ("the a of to in and that it is was for on with as not but they this have what we from been were their there when who more will would could about which after before only even still just because where " +
  "harbour council bridge budget winter village minister train station river school market summer fisher farmer nurse driver island road morning letter question answer reason promise number street window engine cargo border " +
  "paper reader reporter column figure report vote ferry office neighbour worker family rain coast night year week hour " +
  "long small old quiet honest late early cheap public local careful strange certain empty common narrow " +
  "says knows asks pays waits builds keeps finds carries forgets repairs measures closes opens argues agrees doubts remembers explains " +
  "never often perhaps already nearly again elsewhere together slowly twice").split(" ");
const BADGES = ["contributor", "contributor", "staff", "author"];

/** `count` comments in the order of their time, replies among the others, each of 20 to 600 characters. */
export function thread(count, { seed = 1 } = {}) {
  const { next, below } = numbers(seed);
  const pick = (list) => list[below(list.length)];
  const names = Array.from({ length: 320 }, () => `${pick(GIVEN)} ${pick(FAMILY)}`);
  const levels = [];
  const items = [];
  for (let at = 0; at < count; at++) {
    // Most replies are to something recent; past the deepest level they go beside what they answer.
    let parent = at > 0 && below(100) < 68 ? at - 1 - Math.floor(cube(next()) * Math.min(at, 600)) : -1;
    while (parent >= 0 && levels[parent].level === DEEPEST) parent = levels[parent].parent;
    levels.push({ parent, level: parent < 0 ? 1 : levels[parent].level + 1 });
    // Many on the first day, few on the last.
    const moment = (at + next()) / count;
    items.push({
      id: String(FIRST_ID + at),
      ...(parent < 0 ? {} : { parentItem: items[parent].id }),
      author: { name: pick(names), ...(below(25) === 0 ? { badge: pick(BADGES) } : {}) },
      dateCreated: new Date(BEGIN + Math.floor(moment * moment * LASTS)).toISOString().replace(/\.\d+/, ""),
      text: text(34 + Math.floor(cube(next()) * 566), { below, pick }),
      ...(below(3) === 0 ? {} : { upvoteCount: Math.floor(cube(next()) * cube(next()) * 900) }),
    });
  }
  return { items, commentCount: count };
}

/** Sentences of `size` characters together, or up to 14 less; long ones in paragraphs, one in twelve of these with a link. */
function text(size, { below, pick }) {
  let written = "";
  let left = 0;
  while (written.length < size) {
    const begins = left === 0;
    if (begins) {
      left = 4 + below(13);
      if (written) written += size > 240 && below(4) === 0 ? ".\n\n" : below(9) === 0 ? "? " : ". ";
    }
    const word = pick(WORDS);
    written += begins ? word[0].toUpperCase() + word.slice(1) : ` ${word}`;
    left--;
  }
  const link = size > 240 && below(12) === 0 ? ` https://news.example/${pick(WORDS)}/${below(9000) + 1000}` : "";
  const room = size - link.length - 1;
  return `${written.slice(0, written.lastIndexOf(" ", room)).replace(/[\s.?]+$/, "")}.${link}`;
}

const cube = (number) => number * number * number;

/** The generator mulberry32: 32 bits of state, the same on every machine. */
function numbers(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, below: (limit) => Math.floor(next() * limit) };
}
