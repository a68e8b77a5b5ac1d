import type { Trace } from "../../config/experiment/trace";
import { OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { appendRows, type ColumnLog, cell, EMPTY_LOG } from "../experiment/columns";
import type { ExperimentState } from "../experiment/state";
import { FOREIGN } from "../link/viewParameters";
import type { ChartSeries } from "./chartModels";
import { sampleColumn } from "./downsample";
import { smoothedSeries } from "./smoothing";

/** Where the recorded run of the first view lies, beside the page (`npm run recording`). */
export const RECORDING_FILE = "recorded/lambda-fsd-jump.json";

/** Parameters of a link that leave the first view's chart as it is. */
const SAME_VIEW = ["v", "test", "theme", "views", "layer", "land", "speed", "focus"];

/** A run that was trained before, for as long as there is nothing of this page's own to show. */
export interface Recording {
  config: Trace["config"];
  /** Losses of every run. */
  series: readonly ChartSeries[];
  logs: ReadonlyMap<string, ColumnLog>;
  /** "seed 7, trained on WASM in node 20.20.2" */
  origin: string;
}

/** A trace as the loss chart draws it; no two of its runs are of one method. */
export function recordingOf({ config, environment, runs }: Trace): Recording {
  const logs = new Map(
    runs.map(({ run, columns: { step, trainLoss } }) => [run, appendRows(EMPTY_LOG, { step, trainLoss })]),
  );
  const series = runs.map(({ run, optimizer }): ChartSeries => {
    const log = logs.get(run) ?? EMPTY_LOG;
    const points = sampleColumn(log, "trainLoss").map(({ row, value }) => {
      const step = cell(log, "step", row) ?? row;
      return { step, x: step, y: value };
    });
    return { ...identityOf(run, optimizer), points, raw: null, last: points.at(-1) ?? null };
  });
  const origin = `seed ${config.seed}, trained on ${environment.backend.toUpperCase()} in ${environment.runtime}`;
  return { config, series, logs, origin };
}

const identityOf = (run: string, optimizer: OptimizerId) =>
  ({
    run,
    optimizer,
    name: OPTIMIZERS[optimizer].name,
    token: OPTIMIZERS[optimizer].token,
    variant: 0,
    visibility: "shown",
    status: "finished",
    message: null,
  }) as const;

/** The lines of a recording: its losses, or their running averages. */
export function recordedSeries({ series, logs }: Recording, isSmooth: boolean): readonly ChartSeries[] {
  return series.map((one) => (isSmooth ? smoothedSeries(one, one.points, logs.get(one.run), "trainLoss") : one));
}

/** Whether a link (`?theme=dark`) opens the first view: one that names a part of an experiment has another run. */
export function opensFirstView(search: string): boolean {
  return [...new URLSearchParams(search).keys()].every((key) => SAME_VIEW.includes(key) || FOREIGN.test(key));
}

/** Whether the page's experiment is the recorded one and nothing of it is trained yet: the device aside, each setting is the same. */
export function showsRecording(state: ExperimentState, { config }: Recording): boolean {
  const { status, display, runs } = state;
  const isUntouched = (status === "loading" || status === "idle") && runs.every(({ columns }) => columns.length === 0);
  const isSameLook = display.lossSplit === "train" && display.xAxis === "steps" && display.hiddenRuns.length === 0;
  return isUntouched && isSameLook && sameExperiment(state.config, config);
}

const sameExperiment = (a: object, b: object) =>
  JSON.stringify({ ...a, backend: null }) === JSON.stringify({ ...b, backend: null });
