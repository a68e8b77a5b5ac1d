import type { ComparisonModel, ComparisonRow } from "../../store/comparison/comparisonModels";
import { RANKED_TEXTS } from "../../store/comparison/ranking";
import { passesText } from "../../store/views/ledger/ledgerSelectors";
import { formatNumber } from "../../store/words/format";
import { METRIC_WORDS } from "../../store/words/metricWords";
import { formatBytes } from "../charts/geometry/format";

interface ComparisonColumn {
  id: string;
  title: string;
  /** What the title is called in the glossary, where it is there. */
  word?: string;
  className: string;
  text: (row: ComparisonRow) => string;
  /** The ranking in which the best row is set in bold. */
  ranks?: ComparisonRow["best"][number];
}

const NONE = "–";
const orNone = (value: number | null, text: (value: number) => string) => (value === null ? NONE : text(value));

/** A number of a whole split, with its step where that is not the table's: "0.2983 at 0". */
const measured = ({ measuredAt }: ComparisonRow, value: number | null, text: (value: number) => string): string =>
  orNone(value, (known) => (measuredAt === null ? text(known) : `${text(known)} at ${measuredAt}`));

function passes({ forwardPasses: forward, backwardPasses: backward }: ComparisonRow): string {
  return forward === null || backward === null ? NONE : passesText({ forward, backward });
}

/** η as the last column begins with it. */
export function tunedCell({ learningRate }: ComparisonRow): string {
  return orNone(learningRate, (value) => formatNumber(value, 3));
}

/** The numeric columns of the comparison, left to right. */
export function COMPARISON_COLUMNS({ metric }: ComparisonModel): readonly ComparisonColumn[] {
  const shown = (ranked: keyof typeof RANKED_TEXTS) => (value: number) => RANKED_TEXTS[ranked](value, metric);
  return [
    {
      id: "train",
      title: "Train loss",
      word: "Train loss",
      className: "",
      ranks: "trainLoss",
      text: (row) => measured(row, row.trainLoss, shown("trainLoss")),
    },
    {
      id: "test",
      title: "Test loss",
      word: "Test loss",
      className: "",
      ranks: "testLoss",
      text: (row) => measured(row, row.testLoss, shown("testLoss")),
    },
    {
      id: "metric",
      title: `Test ${METRIC_WORDS[metric].word}`,
      className: "",
      ranks: "testMetric",
      text: (row) => measured(row, row.testMetric, shown("testMetric")),
    },
    {
      id: "ms",
      title: "ms / step",
      word: "ms / step",
      className: "cost ms",
      ranks: "msPerStep",
      text: (row) => orNone(row.msPerStep, shown("msPerStep")),
    },
    { id: "passes", title: "Passes / step", word: "f + b", className: "cost passes", text: passes },
    {
      id: "bytes",
      title: "Peak tensors",
      word: "Peak tensors",
      className: "cost bytes",
      text: (row) => orNone(row.peakBytes, formatBytes),
    },
  ];
}
