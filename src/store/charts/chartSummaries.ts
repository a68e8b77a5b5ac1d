import { formatNumber } from "../words/format";
import type { ChartSeries, GridBand, MarkerModel, ObjectivePoint, SeedBandModel } from "./chartModels";
import { formatRate } from "./gridBand";

/** A time chart in words: where each shown run began and stands, what stopped, and the last move. */
export function chartSummary(title: string, series: readonly ChartSeries[], markers: readonly MarkerModel[]): string {
  const shown = series.filter(({ visibility, points }) => visibility === "shown" && points.length > 0);
  if (shown.length === 0) return `${title}: nothing trained yet.`;
  const latest = Math.max(...shown.map(({ last }) => last?.step ?? 0));
  const runs = shown.map(({ name, points, last }) => {
    const stands = `${name} ${formatNumber(last?.y ?? Number.NaN)}`;
    return `${stands} (from ${formatNumber(points[0]?.y ?? Number.NaN)})`;
  });
  const stopped = shown
    .filter(({ status }) => status === "diverged" || status === "failed")
    .map(({ name, message }) => [` ${name} has stopped.`, ...(message ? [message] : [])].join(" "));
  return `${title} at step ${latest}: ${runs.join("; ")}.${stopped.join("")}${lastMove(markers)}`;
}

/** A grid of fixed learning rates in words, after those of its chart; "" where there is none to see. */
export function bandSummary(band: GridBand | null): string {
  const last = band?.points.at(-1);
  if (!band || !last || band.visibility === "hidden" || band.bestRate === null) return "";
  return ` ${band.name}: from ${formatNumber(last.low)} to ${formatNumber(last.high)}, best η ${formatRate(band.bestRate)}.`;
}

/** Where further seeds of shown runs end, in words after those of a chart; "" where there are none. */
export function seedSummary(bands: readonly SeedBandModel[], series: readonly ChartSeries[]): string {
  const runs = bands.flatMap(({ run, points }) => {
    const [name, last] = [series.find((one) => one.run === run)?.name, points.at(-1)];
    return name && last ? [`${name} ${formatNumber(last.low)} to ${formatNumber(last.high)}`] : [];
  });
  return runs.length > 0 ? ` With ${bands[0]?.count} further seeds: ${runs.join("; ")}.` : "";
}

/** The proximal objective in words. */
export function objectiveSummary(
  name: string | null,
  point: ObjectivePoint | null,
  markers: readonly MarkerModel[],
): string {
  if (name === null) return "Objective: no APO method races.";
  if (!point) return `Objective of ${name}: no meta-update yet.`;
  const { step, total, loss, fsd, wsd } = point;
  const parts = [`loss ${formatNumber(loss)}`, `λ_FSD·FSD ${formatNumber(fsd)}`, `λ_WSD·WSD ${formatNumber(wsd)}`];
  return `Objective of ${name} at step ${step}: Q ${formatNumber(total)} = ${parts.join(" + ")}.${lastMove(markers)}`;
}

function lastMove(markers: readonly MarkerModel[]): string {
  const last = markers.at(-1);
  return last ? ` Last move: ${last.text} at step ${last.step}.` : "";
}
