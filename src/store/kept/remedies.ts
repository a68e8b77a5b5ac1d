import { defaultHyperparams } from "../../config/experiment/resolveRuns";
import { type Cause, type Remedy, remedyOf } from "../../config/formulas/likelyCause";
import type { HyperparamName } from "../../config/tables/hyperparams";
import type { OptimizerId } from "../../config/tables/optimizers";
import { withHyperparam } from "../experiment/interventions";
import { valuesByStep } from "../experiment/rows/takenRows";
import type { ExperimentState, RunState } from "../experiment/state";
import { formatNumber } from "../words/format";
import { settingPhrase, settingText } from "../words/settingWords";

/** The likely cause of a run's end and what takes it away; null where none is known, or nothing here could train it again. */
export function remedyFor(state: ExperimentState, id: string): Remedy | null {
  const { config, runs, interventions, curvature } = state;
  const run = runs.find((one) => one.run === id);
  if (!run?.end || !canRewind(state)) return null;
  const { end, optimizer, columns } = run;
  const start = config.optimizers.find((entry) => entry.run === id)?.hyperparams ?? run.hyperparams;
  const moves = interventions.filter((move) => move.run === id && move.step <= end.step);
  return remedyOf({
    ...{ end, optimizer },
    hyperparams: moves.reduce((values, { name, value }) => withHyperparam(values, name, value), start),
    usual: defaultHyperparams(config, optimizer),
    losses: valuesByStep(columns, "trainLoss"),
    rates: valuesByStep(columns, "learningRate"),
    largestCurvature: curvature && Math.max(...curvature.flatMap(({ eigenvalues }) => eigenvalues)),
  });
}

/** What a card says of it: the cause, empty where nothing in the log tells it, and its button, empty where there is no way on. */
export function toldOf(state: ExperimentState, id: string): { cause: string; button: string } {
  const run = state.runs.find((one) => one.run === id);
  const remedy = run?.end ? remedyOnce(state, run) : null;
  if (!run?.end || !remedy) return { cause: "", button: "" };
  const { cause, step, name, from, value } = remedy;
  const back = step === 0 ? "Rewind to the start" : `Rewind ${run.end.step - step} steps`;
  return {
    cause: cause ? causeWords(cause, run.optimizer, name, from) : "",
    button: `${back} and ${changeWords(run.optimizer, name, from, value)}`,
  };
}

const known = new WeakMap<RunState, Remedy | null>();

/** The same run has the same remedy: its log is not read again for each event of the others. */
function remedyOnce(state: ExperimentState, run: RunState): Remedy | null {
  if (!canRewind(state)) return null;
  if (!known.has(run)) known.set(run, remedyFor(state, run.run));
  return known.get(run) ?? null;
}

const canRewind = ({ recorded, status }: ExperimentState) =>
  recorded === null && ["idle", "running", "paused"].includes(status);

function changeWords(
  optimizer: OptimizerId,
  name: HyperparamName,
  from: number | string,
  value: number | string,
): string {
  if (typeof value === "string") return `train in ${settingText(name, value)}`;
  const called = settingPhrase(optimizer, name, value).slice(0, -settingText(name, value).length).trim();
  return `${value < Number(from) ? "lower" : "raise"} ${called} to ${settingText(name, value)}`;
}

function causeWords(cause: Cause, optimizer: OptimizerId, name: HyperparamName, from: number | string): string {
  const setting = settingPhrase(optimizer, name, from);
  const tooHigh = `Likely cause: ${setting} is too ${name === "lambdaWsd" ? "low" : "high"}.`;
  switch (cause.kind) {
    case "unstable":
      return `${tooHigh} The largest η that is stable at the curvature of this loss is ${formatNumber(cause.limit, 2)}.`;
    case "overshoot":
    case "start":
      return `${tooHigh} The training loss grew ${times(cause.growth)} in one step: the steps go too far.`;
    case "learned":
      return `${tooHigh} Its meta-updates made the steps ${times(cause.growth)} as long within ${cause.steps} steps.`;
    case "format":
      return `Likely cause: numbers too large for ${settingText(name, from)}. The training loss itself was still low.`;
    case "damping":
      return `Likely cause: ${setting} is too low, so that the factors of the curvature can hardly be inverted.`;
    case "price":
      return `Likely cause: ${setting} is too low. The length of each step is its inverse, and the training loss grew.`;
  }
}

const times = (factor: number) => `${formatNumber(Number(factor.toPrecision(2)), 2)} times`;
