import { isGridRun } from "../../config/experiment/learningRateGrid";
import { BACKEND_NAMES } from "../../config/tables/backends";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import type { LoadStage } from "../../protocol/messages";
import { createStableSelector } from "../experiment/memo";
import { metaRunOf } from "../experiment/metaRun";
import type { ExperimentState } from "../experiment/state";
import type { LoadStageModel, SeriesIdentity, TransportModel } from "../viewModels";
import { runName } from "../words/runName";

/** Runs of a grid stand behind those of the race, in all lists. */
const isRacing = ({ run }: { run: string }) => !isGridRun(run);

const STAGES: readonly { stage: LoadStage; label: string }[] = [
  { stage: "app", label: "App" },
  { stage: "data", label: "Data" },
  { stage: "device", label: "Device" },
  { stage: "compile", label: "First step" },
];

/** Name, colour, dash and visibility of every run of the race, in racing order; a grid of learning rates is no series here. */
export const selectSeries = createStableSelector(({ config, runs, view }): readonly SeriesIdentity[] =>
  runs.filter(isRacing).map(({ run, optimizer, status, message }, index) => ({
    run,
    optimizer,
    name: runName(config.optimizers, run),
    token: OPTIMIZERS[optimizer].token,
    variant: runs.slice(0, index).filter((earlier) => earlier.optimizer === optimizer).length,
    visibility: view.hiddenRuns.includes(run) ? "hidden" : "shown",
    status,
    message,
  })),
);

/** The transport bar: which buttons act, and the counters. */
export const selectTransport = createStableSelector((state): TransportModel => {
  const { status, step, config } = state;
  const isReady = status === "idle" || status === "running" || status === "paused";
  return {
    playLabel: status === "running" ? "Pause" : "Play",
    canPlay: isReady,
    canStep: isReady && status !== "running",
    canMetaStep: isReady && status !== "running" && metaRunOf(state) !== null,
    canReset: status !== "loading" && status !== "needsFile",
    step,
    metaStep: metaStepOf(state),
    steps: config.steps,
  };
});

/** Meta-updates of `metaRunOf`; null where no APO method races. */
export function metaStepOf(state: Pick<ExperimentState, "runs" | "focusRun">): number | null {
  return metaRunOf(state)?.metaSteps ?? null;
}

/** The stages of a load: those before the current one done, those after it not begun. */
export const selectLoadStages = createStableSelector(({ progress }): readonly LoadStageModel[] => {
  const current = STAGES.findIndex(({ stage }) => stage === progress.stage);
  return STAGES.map(({ stage, label }, index) => ({
    stage,
    label,
    fraction: index < current ? 1 : index > current ? 0 : progress.fraction,
    detail: index === current ? progress.detail : "",
  }));
});

/** The device badge: "WebGPU · vendor architecture", and why it runs there; null while nothing runs yet. */
export const selectBadge = createStableSelector(({ environment }): { text: string; reason: string } | null => {
  if (!environment) return null;
  const name = BACKEND_NAMES[environment.backend];
  return { text: environment.adapter ? `${name} · ${environment.adapter}` : name, reason: environment.reason };
});
