import { settledChoice } from "../../config/experiment/csv";
import type { ExperimentConfig } from "../../config/experiment/experiment";
import { GRID_SERIES } from "../../config/experiment/learningRateGrid";
import { snapshotsEveryOf } from "../../config/formulas/clockRules";
import type { Command } from "../../protocol/messages";
import { addNotice } from "./applyEvent";
import { filesFor, missingArchive } from "./archive/archiveState";
import { chooseFocusRun, initialState } from "./initialState";
import { foldStepZero } from "./interventions";
import type { ExperimentState, Start } from "./state";

/** What can be shown and hidden: each run of the race, and a grid as one. */
export const seriesIn = (config: ExperimentConfig): string[] => [
  ...config.optimizers.map(({ run }) => run),
  ...(config.learningRateGrid ? [GRID_SERIES] : []),
];

/**
 * The state of a new experiment at step 0, loading: view and speed stay, notices of the one before go, and the task's picture
 * stays until the worker sends the new one if the data are the same.
 */
export function configured(before: ExperimentState, start: Start): ExperimentState {
  const config = withSettledColumns(foldStepZero(start.config), before);
  const runs = seriesIn(config);
  const display = {
    ...before.display,
    hiddenRuns: before.display.hiddenRuns.filter((run) => runs.includes(run)),
    hoverStep: null,
    pointedRun: null,
    chosenMove: null,
    ...(before.experiment === "" ? {} : { walkStage: null, scrubStep: null }), // else those of a link
  };
  const isSameTask = before.config.task === config.task;
  const state: ExperimentState = {
    ...initialState(config, display, before.speed),
    experiment: nextExperiment(before.experiment),
    preset: start.preset,
    progress: { stage: "data", fraction: 0, detail: "Building the race" },
    environment: before.environment,
    landscape: before.landscape,
    sweepMap: before.sweepMap,
    seedBand: before.seedBand,
    overlays: before.overlays,
    focusRun: chooseFocusRun(config, before.focusRun),
    ...(isSameTask ? { picture: before.picture, sizes: before.sizes } : {}),
    ...filesOf(config, before, isSameTask),
  };
  return (start.notes ?? []).reduce(
    (next, { title, detail, remedy }) => addNotice(next, { level: "warning", title, detail, remedy }),
    state,
  );
}

/** Once the file is here, what a link leaves out is settled. */
function withSettledColumns(config: ExperimentConfig, { csv }: ExperimentState): ExperimentConfig {
  return config.csv?.without && csv.file ? { ...config, csv: settledChoice(csv.file, config.csv) } : config;
}

/** Files stay whatever the task; where one is wanted and not there, a card asks for it instead of a load. */
function filesOf(
  config: ExperimentConfig,
  { csv, archives }: ExperimentState,
  isSameTask: boolean,
): Partial<ExperimentState> {
  const needsTable = config.task === "csv" && csv.file === null;
  const archive = missingArchive(config, archives);
  return {
    ...(needsTable || archive ? { status: "needsFile" } : {}),
    csv: { ...csv, isAsking: needsTable, use: isSameTask ? csv.use : null },
    archives: { ...archives, asking: archive && { archive, waiting: null } },
  };
}

/** Whether this page keeps its runs in the browser: unless a link says so, an embed and a test do not. */
export const keepsRuns = ({ keeping, mode, layout }: ExperimentState["display"]): boolean =>
  keeping === null ? mode === "normal" && layout === "page" : keeping === "on";

/** The command that builds the state's race in the worker; null where its file is not here yet. */
export function configureCommand(state: ExperimentState): Command | null {
  const { experiment, config, speed, status, display } = state;
  if (status === "needsFile") return null;
  return {
    ...{ type: "configure", experiment, config, stepsPerSecond: speed, views: display.openViews },
    snapshotsEvery: snapshotsEveryOf(display) ?? undefined,
    ...(keepsRuns(display) || display.mode === "normal" ? { keepsCheckpoints: true } : {}), // a fault can come anywhere
    ...filesFor(config, state),
  };
}

/** "e1", "e2", … */
export function nextExperiment(before: string): string {
  return `e${Number(before.slice(1) || 0) + 1}`;
}
