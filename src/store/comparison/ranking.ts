import type { Metric } from "../../config/tables/tasks";
import { formatNumber } from "../words/format";
import { METRIC_WORDS } from "../words/metricWords";
import { formatMs } from "../words/milliseconds";
import type { ComparisonRow } from "./comparisonModels";

type Ranked = ComparisonRow["best"][number];

/** The numbers by which rows are ranked, as the table shows them. */
export const RANKED_TEXTS: Record<Ranked, (value: number, metric: Metric) => string> = {
  trainLoss: (value) => formatNumber(value),
  testLoss: (value) => formatNumber(value),
  testMetric: (value, metric) => METRIC_WORDS[metric].text(value),
  msPerStep: (value) => formatMs(value, 1),
};
const RANKED = Object.keys(RANKED_TEXTS) as Ranked[];

/**
 * Columns in which a row is the best of those that go on: what is told apart is what can be read, so rows that read the same are best
 * together, and where all do there is no best.
 */
export function bestOf<Row extends Pick<ComparisonRow, Ranked | "status">>(
  rows: readonly Row[],
  metric: Metric,
): (row: Row) => Ranked[] {
  const able = rows.filter(({ status }) => status !== "diverged" && status !== "failed");
  const best = RANKED.flatMap((name) => {
    const values = able.flatMap((row) => row[name] ?? []);
    const isHigh = name === "testMetric" && METRIC_WORDS[metric].isScore;
    const textOf = (value: number) => RANKED_TEXTS[name](value, metric);
    if (new Set(values.map(textOf)).size < 2) return [];
    return [{ name, textOf, text: textOf(isHigh ? Math.max(...values) : Math.min(...values)) }];
  });
  return (row) =>
    able.includes(row)
      ? best.flatMap(({ name, textOf, text }) => (row[name] !== null && textOf(row[name]) === text ? name : []))
      : [];
}
