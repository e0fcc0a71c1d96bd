// Figures for people: medians, ratios to the static page of the same round, and the order of the requests.

const sorted = (list) => [...list].sort((a, b) => a - b);
export function median(list) {
  const all = sorted(list);
  return (all[(all.length - 1) >> 1] + all[all.length >> 1]) / 2;
}

/** What is measured: its heading, where it stands in a visit, how it is written, and whether a ratio says something. */
export const MEASURES = [
  { name: "first paint", of: (visit) => visit.fcp, unit: "ms", ratio: true },
  { name: "largest paint", of: (visit) => visit.lcp.time, unit: "ms", ratio: true },
  { name: "all text", of: (visit) => visit.shown, unit: "ms", ratio: true },
  { name: "CPU: all", of: (visit) => visit.task, unit: "ms", ratio: true },
  { name: "CPU: script", of: (visit) => visit.script, unit: "ms" },
  { name: "CPU: layout", of: (visit) => visit.layout, unit: "ms" },
  { name: "bytes", of: (visit) => visit.bytes, unit: "kB", ratio: true },
  { name: "layout shift", of: (visit) => visit.shifts, unit: "" },
];

/** For each page and measure: the median, the least and the most, and the same of the ratios round by round. */
export function summary(rounds, pages) {
  const spread = (list) => ({ median: median(list), least: Math.min(...list), most: Math.max(...list) });
  return Object.fromEntries(pages.map((page) => [page, Object.fromEntries(MEASURES.map(({ name, of, ratio }) => [name, {
    ...spread(rounds.map((round) => of(round[page]))),
    ...(ratio ? { ratio: spread(rounds.map((round) => of(round[page]) / of(round.static))) } : {}),
  }]))]));
}

const written = (value, unit) => (unit === "ms" ? value.toFixed(0) : unit === "kB" ? (value / 1000).toFixed(1) : value.toFixed(3));

export function table(figures, pages) {
  const width = Math.max(14, ...pages.map((page) => page.length + 2));
  const lines = [["", ...pages].map((head, at) => (at ? head.padStart(width) : head.padEnd(24))).join("")];
  const line = (head, cell) => lines.push(head.padEnd(24) + pages.map((page) => cell(page).padStart(width)).join(""));
  for (const { name, unit, ratio } of MEASURES) {
    line(unit ? `${name}, ${unit}` : name, (page) => written(figures[page][name].median, unit));
    if (unit === "ms") line("  least–most", (page) => `${written(figures[page][name].least, unit)}–${written(figures[page][name].most, unit)}`);
    if (!ratio) continue;
    line("  to static", (page) => figures[page][name].ratio.median.toFixed(2));
    if (unit === "ms") line("  least–most", (page) => `${figures[page][name].ratio.least.toFixed(2)}–${figures[page][name].ratio.most.toFixed(2)}`);
  }
  return lines.join("\n");
}

/** What the browser took for the largest. */
export function largest({ url, what, size }) {
  return `${url ? `picture ${new URL(url).pathname}` : "text"} (${what}), ${size} px²`;
}

/** The requests of one visit in the order of their start, with the three moments between them. */
export function waterfall(visit) {
  const last = Math.max(...visit.requests.map((request) => request.last), visit.lcp.time, visit.shown);
  const WIDE = 50;
  const at = (time) => Math.min(WIDE - 1, Math.max(0, Math.floor((time / last) * WIDE)));
  const bar = (start, first, end) => {
    const cells = Array(WIDE).fill(" ");
    cells.fill("-", at(start), at(first) + 1); // waiting
    cells.fill("#", at(first), at(end) + 1); // coming
    return cells.join("");
  };
  const ms = (time) => time.toFixed(0).padStart(6);
  const rows = [
    ...visit.requests.map(({ name, start, first, last, bytes, priority }) => ({
      when: start,
      text: `${ms(start)}${ms(first)}${ms(last)} ${(bytes / 1000).toFixed(1).padStart(6)} kB  ${(priority ?? "").padEnd(8)} |${bar(start, first, last)}| ${name}`,
    })),
    ...[["first paint", visit.fcp], ["all text", visit.shown], ["largest paint", visit.lcp.time]].map(([name, time]) => ({
      when: time,
      text: `${ms(time)}${" ".repeat(33)} |${bar(time, time, time).replace("#", "*")}| ${name}`,
    })),
  ];
  return [" start first  last   bytes   priority", ...rows.sort((a, b) => a.when - b.when).map(({ text }) => text)].join("\n");
}
