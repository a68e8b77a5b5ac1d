import { RECORDED_IDS } from "../../config/experiment/recordedIds";
import { unpackNumbers } from "../../config/recording/packed";
import type { FirstRun, RecordedFigure, RecordingFile } from "../../config/recording/recordingFile";
import { appendRows, type ColumnLog, cell, EMPTY_LOG } from "../experiment/columns";
import type { ExperimentState } from "../experiment/state";
import { FOREIGN } from "../link/viewParameters";
import { type ChartSeries, tokenOf } from "./chartModels";
import { sampleColumn } from "./downsample";
import { smoothedSeries } from "./smoothing";

/** Parameters of a link that leave the first charts as they are. */
const SAME_VIEW = [
  "v",
  "preset",
  "backend",
  "test",
  "theme",
  "lang",
  "views",
  "layer",
  "land",
  "speed",
  "focus",
  "keep",
];

/** What a recording can draw before the rest of it is here. */
export type RecordedColumn = "trainLoss" | "learningRate";

/** A run that was trained before, for as long as there is nothing of this page's own to show. */
export interface Recording {
  config: RecordingFile["config"];
  /** Losses of every run, and its rates. */
  series: Record<RecordedColumn, readonly ChartSeries[]>;
  logs: ReadonlyMap<string, ColumnLog>;
  /** Terms of Q of its first run with meta-updates, packed. */
  objective: RecordedFigure["objective"];
  /** "seed 7, trained on WASM in node 20.20.2" */
  origin: string;
}

/** The first file of a recording as the charts draw it: the race; a grid behind it comes with the rest. */
export function recordingOf({ config, environment, runs: all, figure }: RecordingFile): Recording {
  const runs = all.filter(({ run }) => config.optimizers.some((one) => one.run === run));
  const logs = new Map(
    runs.map(({ run, columns }) => {
      const trainLoss = unpackNumbers(columns.trainLoss);
      const step = trainLoss.map((_, at) => at);
      return [run, appendRows(EMPTY_LOG, { step, trainLoss, learningRate: unpackNumbers(columns.learningRate) })];
    }),
  );
  const seriesOf = (column: RecordedColumn) =>
    runs.map((run, index): ChartSeries => {
      const log = logs.get(run.run) ?? EMPTY_LOG;
      const points = sampleColumn(log, column).map(({ row, value }) => {
        const step = cell(log, "step", row) ?? row;
        return { step, x: step, y: value };
      });
      return { ...identityOf(run, index, runs), points, raw: null, last: points.at(-1) ?? null };
    });
  const origin = `seed ${config.seed}, trained on ${environment.backend.toUpperCase()} in ${environment.runtime}`;
  const series = { trainLoss: seriesOf("trainLoss"), learningRate: seriesOf("learningRate") };
  return { config, series, logs, objective: figure.objective, origin };
}

const identityOf = ({ run, optimizer, name, status, message }: FirstRun, index: number, runs: readonly FirstRun[]) =>
  ({
    run,
    optimizer,
    name,
    token: tokenOf(optimizer),
    variant: runs.slice(0, index).filter((earlier) => earlier.optimizer === optimizer).length,
    visibility: "shown",
    status,
    message: message ?? null,
  }) as const;

/** The lines of a recording: a column of it, or its running averages. */
export function recordedSeries(
  { series, logs }: Recording,
  column: RecordedColumn,
  isSmooth: boolean,
): readonly ChartSeries[] {
  return series[column].map((one) => (isSmooth ? smoothedSeries(one, one.points, logs.get(one.run), column) : one));
}

/**
 * The recording that a link (`?preset=divergence&theme=dark`) opens on: one that changes a part of the experiment, or the look of its
 * charts, has none.
 */
export function recordingIn(search: string): string | null {
  const parameters = new URLSearchParams(search);
  const isSame = [...parameters].every(
    ([key, value]) => SAME_VIEW.includes(key) || FOREIGN.test(key) || (key === "start" && value !== "empty"),
  );
  const preset = parameters.get("preset")?.trim() ?? RECORDED_IDS[0];
  return isSame ? (RECORDED_IDS.find((id) => id === preset) ?? null) : null;
}

/** Whether the page's experiment is the recorded one and nothing of it is trained yet: the device aside, each setting is the same. */
export function showsRecording(state: ExperimentState, { config }: Recording): boolean {
  const { status, display, runs } = state;
  const isUntouched = (status === "loading" || status === "idle") && runs.every(({ columns }) => columns.length === 0);
  const isSameLook = display.lossSplit === "train" && display.xAxis === "steps" && display.hiddenRuns.length === 0;
  return isUntouched && isSameLook && sameExperiment(state.config, config);
}

/** Whether two experiments have the same numbers, the device aside. */
export const sameExperiment = (a: object, b: object): boolean =>
  JSON.stringify({ ...a, backend: null }) === JSON.stringify({ ...b, backend: null });
