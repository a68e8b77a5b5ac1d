import type { ChartPoint, ChartSeries, GridBand } from "../../../store/charts/chartModels";

/** A point as a line draws it; null leaves a gap. */
export interface DrawnPoint {
  x: number;
  y: number | null;
}

/** A shown series: what its line runs through, and the raw points drawn faintly behind it where that is smoothed. */
export interface DrawnSeries {
  run: string;
  name: string;
  token: string;
  variant: number;
  status: ChartSeries["status"];
  points: readonly DrawnPoint[];
  raw: readonly ChartPoint[] | null;
  /** The edge of a band: thin and solid, unlike a run's own line. */
  isEdge?: true;
  /** Of an overlay. */
  isGhost?: true | undefined;
  /** Where the line ends, null where there is nothing to draw. */
  last: ChartPoint | null;
}

const positiveCache = new WeakMap<readonly ChartPoint[], readonly DrawnPoint[]>();

/** Points for a log axis: what has no logarithm becomes a gap. The same array where nothing has to. */
export function positivePoints(points: readonly ChartPoint[]): readonly DrawnPoint[] {
  const known = positiveCache.get(points);
  if (known) return known;
  const isClean = points.every(({ y }) => y > 0);
  const positive = isClean ? points : points.map((point) => (point.y > 0 ? point : { ...point, y: null }));
  positiveCache.set(points, positive);
  return positive;
}

/** Names of the lines with values that their log axis has no place for. */
export const namesWithGaps = (drawn: readonly DrawnSeries[]): readonly string[] =>
  drawn.flatMap(({ name, points }) => (points.some(({ y }) => y === null) ? [name] : []));

/** The shown series of a chart, in drawing order. */
export function drawnSeries(series: readonly ChartSeries[], yScale: "log" | "linear"): readonly DrawnSeries[] {
  return series
    .filter(({ visibility }) => visibility === "shown")
    .map(({ run, name, token, variant, status, points, raw, last, isGhost }) => ({
      ...{ run, name, token, variant, status, raw, last, isGhost },
      points: yScale === "log" ? positivePoints(points) : points,
    }));
}

/** The edge of a shown band as a line, before the others, so that they are drawn over it. */
export function withBandEdge(
  drawn: readonly DrawnSeries[],
  band: GridBand | null,
  yScale: "log" | "linear",
): readonly DrawnSeries[] {
  if (!band || band.visibility === "hidden" || band.edge.length === 0) return drawn;
  const { run, label, token, variant, status, edge } = band;
  const points = yScale === "log" ? positivePoints(edge) : edge;
  return [
    { run, name: label, token, variant, status, points, raw: null, isEdge: true, last: edge.at(-1) ?? null },
    ...drawn,
  ];
}
