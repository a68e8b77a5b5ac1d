import type { ExperimentConfig } from "../../config/experiment/experiment";
import { hasMetaUpdates } from "../../config/tables/hyperparamRange";
import { TASKS } from "../../config/tables/tasks";
import { metaRunOf } from "./metaRun";
import type { DisplayState, ExperimentState } from "./state";

/** A walk goes through the step to come, on its picture: it needs an APO run at rest, and a network of one or two inputs. */
export function canWalk(state: Pick<ExperimentState, "status" | "runs" | "focusRun" | "picture">): boolean {
  const isAtRest = state.status === "idle" || state.status === "paused";
  return isAtRest && metaRunOf(state) !== null && isDrawn(state.picture);
}

const isDrawn = ({ kind }: { kind: string }): boolean => kind === "function" || kind === "surface";

/** Why no race of the experiment can be walked through; null where it can, and where only the file of a person tells. */
export function whyNoWalk({ task, optimizers }: Pick<ExperimentConfig, "task" | "optimizers">): string | null {
  if (!optimizers.some(({ id }) => hasMetaUpdates(id))) return "It goes through a step of APO, and no APO races.";
  const isPossible = task !== "given" && (task === "csv" || isDrawn({ kind: TASKS[task].picture }));
  return isPossible ? null : "Its picture is drawn where the network has one or two inputs: on sine and spirals.";
}

/** The same with nobody walking. */
export function endWalk(display: DisplayState): DisplayState {
  return display.walkStage === null ? display : { ...display, walkStage: null };
}
