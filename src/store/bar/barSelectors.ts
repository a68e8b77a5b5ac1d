import { BACKEND_NAMES } from "../../config/tables/backends";
import type { LoadStage } from "../../protocol/messages";
import { createStableSelector } from "../experiment/memo";
import { metaRunOf } from "../experiment/metaRun";
import type { ExperimentState } from "../experiment/state";
import type { BadgeModel, LoadStageModel, TransportModel } from "./barModels";

const STAGES: readonly { stage: LoadStage; label: string }[] = [
  { stage: "app", label: "App" },
  { stage: "data", label: "Data" },
  { stage: "device", label: "Device" },
  { stage: "compile", label: "First step" },
];

/** The transport bar: which buttons act, and the counters. */
export const selectTransport = createStableSelector((state): TransportModel => {
  const { status, isPausing, step, config, recorded } = state;
  const isPlayed = recorded?.wasPlayed === true && lookAt(state) >= recorded.steps;
  const hasNext = recorded === null || lookAt(state) < recorded.steps;
  const isSaved = status === "saved"; // each trains it again
  const isReady = status === "idle" || status === "running" || status === "paused";
  return {
    playLabel: status === "running" ? (isPausing ? "Pausing" : "Pause") : isPlayed ? "Play again" : "Play",
    canPlay: isReady || isSaved,
    canStep: isSaved || (isReady && status !== "running" && hasNext),
    canMetaStep: ((isReady && hasNext) || isSaved) && status !== "running" && metaRunOf(state) !== null,
    canReset: status !== "needsFile",
    step,
    metaStep: metaStepOf(state),
    steps: config.steps,
  };
});

/** The step looked at, past or latest. */
const lookAt = ({ display, step }: ExperimentState) => display.scrubStep ?? step;

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
export const selectBadge = createStableSelector(({ environment, recorded }): BadgeModel | null => {
  if (!environment) return null;
  const name = BACKEND_NAMES[environment.backend];
  if (recorded) return { text: "Recorded run", reason: environment.reason };
  return { text: environment.adapter ? `${name} · ${environment.adapter}` : name, reason: environment.reason };
});
