// The figures as Markdown: a row for each measure, in brackets the ratio to the plain list of the same round.
import { median } from "../table.mjs";

const ms = (value) => (Number.isFinite(value) ? value.toFixed(0) : "–");
const kB = (value) => (value / 1000).toFixed(1);
const MB = (value) => (value / 1e6).toFixed(1);

/** What is measured: its heading, where it stands in a visit, how it is written, and whether a ratio says something. */
export const MEASURES = [
  { name: "thread, kB", of: (visit) => visit.thread, written: kB },
  { name: "all else, kB", of: (visit) => visit.program, written: kB },
  { name: "first comment, ms", of: (visit) => visit.first, written: ms, ratio: true },
  { name: "all painted, ms", of: (visit) => visit.all, written: ms, ratio: true },
  { name: "processor, ms", of: (visit) => visit.task, written: ms, ratio: true },
  { name: "of it style, ms", of: (visit) => visit.style, written: ms },
  { name: "of it layout, ms", of: (visit) => visit.layout, written: ms },
  { name: "longest task, ms", of: (visit) => visit.longest, written: (value) => (value ? ms(value) : "under 50"), ratio: true },
  { name: "heap and memory, MB", of: (visit) => visit.heap + visit.memory, written: MB, ratio: true },
  { name: "nodes", of: (visit) => visit.nodes, written: ms, ratio: true },
  { name: "collapse one, ms", of: (visit) => visit.clicks.one, written: ms, ratio: true },
  { name: "collapse all, ms", of: (visit) => visit.clicks.foldAll, written: ms, ratio: true },
  { name: "expand all, ms", of: (visit) => visit.clicks.unfoldAll, written: ms, ratio: true },
];

/** For each page and measure the median, the least and the most, and the median of the ratios round by round. */
export function summary(rounds, pages) {
  const figures = (page, { of, ratio }) => {
    const all = rounds.map((round) => of(round[page]));
    // Tasks under 50 ms are not told: there is no ratio to them, nor of them.
    const told = ratio && rounds.every((round) => of(round[page]) > 0 && of(round.plain) > 0);
    return { median: median(all), least: Math.min(...all), most: Math.max(...all), ...(told ? { ratio: median(rounds.map((round) => of(round[page]) / of(round.plain))) } : {}) };
  };
  return Object.fromEntries(pages.map((page) => [page, Object.fromEntries(MEASURES.map((measure) => [measure.name, figures(page, measure)]))]));
}

/** `summaries` by the number of comments. */
export function markdown(summaries, pages) {
  const rows = [["comments", "measure", ...pages], ["---:", "---", ...pages.map(() => "---:")]];
  for (const [count, figures] of Object.entries(summaries)) {
    for (const { name, written } of MEASURES) {
      const cell = (page) => {
        const { median, ratio } = figures[page][name];
        return written(median) + (page === "plain" || ratio === undefined ? "" : ` (${ratio.toFixed(2)})`);
      };
      rows.push([Number(count).toLocaleString("en"), name, ...pages.map(cell)]);
    }
  }
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
