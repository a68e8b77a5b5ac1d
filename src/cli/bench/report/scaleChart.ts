import type { BenchRow } from "./report";

const [WIDTH, HEIGHT, LEFT, TOP, GAP] = [300, 220, 48, 28, 60];
const COLOURS = ["#4477aa", "#ee6677", "#228833", "#aa3377"];
const PANELS = [
  { section: "Scale, parameters", axis: "parameters" },
  { section: "Scale, batch", axis: "batch size" },
  { section: "Scale, runs of a race", axis: "runs" },
] as const;

interface Point {
  x: number;
  y: number;
}

/** Three log-log panels of milliseconds per step as SVG; null where the run did not measure them. */
export function scaleChart(rows: readonly BenchRow[]): string | null {
  const panels = PANELS.map(({ section, axis }, i) => panel(rows, section, axis, LEFT + i * (WIDTH + GAP)));
  if (panels.includes("")) return null;
  const [width, height] = [LEFT + 3 * (WIDTH + GAP), TOP + HEIGHT + 48];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11"><title>Milliseconds per step against parameters, batch and runs</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...panels,
    "</svg>",
    "",
  ].join("\n");
}

/** "adam: 1000 parameters" by method. */
function seriesOf(rows: readonly BenchRow[], section: string): Map<string, Point[]> {
  const series = new Map<string, Point[]>();
  for (const row of rows) {
    if (row.section !== section) continue;
    const [method = "", rest = ""] = row.case.split(": ");
    const x = Number(/\d+/.exec(rest)?.[0]);
    series.set(method, [...(series.get(method) ?? []), { x, y: row.median }]);
  }
  return series;
}

function panel(rows: readonly BenchRow[], section: string, axis: string, left: number): string {
  const series = seriesOf(rows, section);
  const points = [...series.values()].flat();
  if (points.length === 0) return "";
  const across = scale(
    points.map(({ x }) => x),
    left,
    left + WIDTH,
  );
  const up = scale(
    points.map(({ y }) => y),
    TOP + HEIGHT,
    TOP,
  );
  const lines = [...series].map(([method, path], i) => {
    const colour = COLOURS[i % COLOURS.length];
    const d = path
      .map(({ x, y }, k) => `${k === 0 ? "M" : "L"}${across.at(x).toFixed(1)} ${up.at(y).toFixed(1)}`)
      .join("");
    const dots = path.map(
      ({ x, y }) => `<circle cx="${across.at(x).toFixed(1)}" cy="${up.at(y).toFixed(1)}" r="2.5" fill="${colour}"/>`,
    );
    const key = `<text x="${left + 8}" y="${TOP + 14 + 14 * i}" fill="${colour}">${method}</text>`;
    return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="1.5"/>${dots.join("")}${key}`;
  });
  const xTicks = across.ticks.map((x) => {
    const label = `<text x="${across.at(x).toFixed(1)}" y="${TOP + HEIGHT + 16}" text-anchor="middle">${tick(x)}</text>`;
    return `<path d="M${across.at(x).toFixed(1)} ${TOP}V${TOP + HEIGHT}" stroke="#ddd"/>${label}`;
  });
  const yTicks = up.ticks.map((y) => {
    const label = `<text x="${left - 6}" y="${(up.at(y) + 4).toFixed(1)}" text-anchor="end">${tick(y)}</text>`;
    return `<path d="M${left} ${up.at(y).toFixed(1)}H${left + WIDTH}" stroke="#ddd"/>${label}`;
  });
  const title = `<text x="${left}" y="${TOP - 10}">ms per step against ${axis}</text>`;
  const axisTitle = `<text x="${left + WIDTH / 2}" y="${TOP + HEIGHT + 34}" text-anchor="middle">${axis}</text>`;
  return [title, axisTitle, ...xTicks, ...yTicks, ...lines].join("\n");
}

const tick = (value: number) => (value >= 1e4 ? `1e${Math.log10(value)}` : `${Number(value.toPrecision(3))}`);

/** A logarithmic axis with a tick at each power of ten, or of two where there are no two powers of ten. */
function scale(values: readonly number[], from: number, to: number) {
  const [low, high] = [Math.log10(Math.min(...values)), Math.log10(Math.max(...values))];
  const [start, end] = [low - 0.08 * (high - low || 1), high + 0.08 * (high - low || 1)];
  const at = (value: number) => from + ((Math.log10(value) - start) / (end - start)) * (to - from);
  const powers = (base: number) => {
    const unit = Math.log10(base);
    const first = Math.ceil(start / unit);
    return Array.from({ length: Math.max(0, Math.floor(end / unit) - first + 1) }, (_, i) => base ** (first + i));
  };
  const tens = powers(10);
  return { at, ticks: tens.length >= 2 ? tens : powers(2) };
}
