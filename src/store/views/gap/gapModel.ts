import { defaultHyperparams } from "../../../config/experiment/resolveRuns";
import { objectiveInForce, objectiveRunOf } from "../../../config/formulas/objectiveInForce";
import { LEAST_NET_WSD, type ProximalSolver, proximalSolver } from "../../../config/formulas/proximalSolver";
import type { ColumnName } from "../../../config/tables/metrics";
import { TASKS } from "../../../config/tables/tasks";
import { hyperparamAt, lambdasAt } from "../../experiment/hyperparamAt";
import type { ExperimentState } from "../../experiment/state";
import { formatSettingValue } from "../../words/format";
import { runName } from "../../words/runName";

/** What the gap of each step is kept in. */
export type GapColumn = Extract<ColumnName, `proximal${string}`>;

const ELSEWHERE =
  " Choose Linear regression, where it is known at every step, or a small network such as Noisy sine or Two spirals.";

const LAMBDA_NAMES = ["lambdaFsd", "lambdaWsd"] as const;

/** How the exact step of this experiment is found; its layers are known once it is loaded. */
export function gapSolver({ config, runs, sizes }: Pick<ExperimentState, "config" | "runs" | "sizes">): ProximalSolver {
  const layers = runs[0]?.layers ?? [];
  const loss = config.task === "given" ? config.given?.loss : TASKS[config.task].loss;
  if (layers.length === 0 || !loss) return { kind: config.task === "linear" ? "linear" : "net" };
  const batchSize = Math.min(config.batchSize, sizes?.trainCount ?? config.batchSize);
  const solver = proximalSolver(layers, loss, batchSize);
  return solver.kind === "none" ? { kind: "none", why: solver.why + ELSEWHERE } : solver;
}

/** Which λ the exact step of a step's gap is taken with, in a sentence; null: before the first, those of the sliders. */
export function gapLambdas(state: ExperimentState, kind: "linear" | "net", step: number | null): string {
  const apo = objectiveRunOf(state.runs);
  const { lambdaFsd, lambdaWsd } = objectiveInForce(
    state.runs,
    (run) => ({ ...run.hyperparams, ...lambdasAt(state, run, step) }),
    defaultHyperparams(state.config, "apo-p"),
  );
  const whose = apo ? `those of ${runName(state.config.optimizers, apo.run)}` : "APO-P's defaults on this task";
  const isMoved =
    apo !== undefined && LAMBDA_NAMES.some((name) => hyperparamAt(state, apo, name, step) !== apo.hyperparams[name]);
  const values = `λ_FSD ${formatSettingValue(lambdaFsd)} and λ_WSD ${formatSettingValue(lambdaWsd)}${isMoved ? ` in step ${step}` : ""}`;
  const least =
    kind === "net" ? ` Here λ_WSD counts as at least ${LEAST_NET_WSD}: below, a network's Q has many minima.` : "";
  return `The exact step θ* minimises Q on the same B and B′, with a method's own λ_FSD and λ_WSD where it reads both, else ${whose}: ${values}.${least}`;
}
