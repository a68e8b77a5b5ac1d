import { defaultHyperparams } from "../../config/experiment/resolveRuns";
import type { NumericHyperparamName } from "../../config/tables/hyperparamNames";
import { hasLiveRate, hyperparamRange, readsHyperparam } from "../../config/tables/hyperparamRange";
import { HYPERPARAM_NAMES, HYPERPARAMS } from "../../config/tables/hyperparams";
import { OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { selectSeries } from "../charts/seriesSelectors";
import { hyperparamAt, stepInForce } from "../experiment/hyperparamAt";
import { gesturesOf, settingKey } from "../experiment/interventions";
import { createStableSelector } from "../experiment/memo";
import type { ExperimentState, RunState } from "../experiment/state";
import { runName } from "../words/runName";
import { settingText } from "../words/settingWords";
import type { KnobModel, KnobPanelModel, RateModel, SettingModel } from "./knobModels";
import { plainKnob } from "./plainKnob";
import { positionOfValue, valueAtPosition } from "./scale";

const LIVE_NAMES = HYPERPARAM_NAMES.filter((name): name is NumericHyperparamName => HYPERPARAMS[name].live);

const DESCRIPTIONS: Partial<Record<NumericHyperparamName, string>> = {
  lambdaFsd: "price of moving the outputs",
  lambdaWsd: "price of moving the weights",
  metaUpdateInterval: "steps to each meta-step",
  metaLearningRate: "step size of the meta-step",
};

/** The live knobs of the focus run, with its method's ranges, and the runs to choose from. */
export const selectKnobs = createStableSelector((state): KnobPanelModel => {
  const { runs, config, focusRun } = state;
  const run = runs.find((candidate) => candidate.run === focusRun);
  const live = runs.filter(({ optimizer }) => LIVE_NAMES.some((name) => readsHyperparam(optimizer, name)));
  return {
    focusRun: run?.run ?? null,
    choices: live.map((candidate) => ({ run: candidate.run, name: runName(config.optimizers, candidate.run) })),
    knobs: run
      ? LIVE_NAMES.filter((name) => readsHyperparam(run.optimizer, name)).map((name) => knobModel(state, run, name))
      : [],
  };
});

/** The learning rates that can be moved while they train, in racing order; APO's own are learned. */
export const selectRates = createStableSelector((state): readonly RateModel[] =>
  selectSeries(state).flatMap((series) => {
    const run = state.runs.find((candidate) => candidate.run === series.run);
    if (!run || !hasLiveRate(run.optimizer)) return [];
    const knob = knobModel(state, run, "learningRate");
    return [{ series, knob: { ...knob, label: `${knob.symbol} of ${series.name}` } }];
  }),
);

function knobModel(state: ExperimentState, run: RunState, name: NumericHyperparamName): KnobModel {
  const { optimizer, hyperparams } = run;
  const knob = plainKnob(hyperparamRange(optimizer, name), { name, optimizer, value: hyperparams[name] });
  return {
    ...knob,
    description: DESCRIPTIONS[name] ?? knob.description,
    was: wasModel(state, run, name),
    inForce: inForceText(state, run, name),
  };
}

function inForceText(state: ExperimentState, run: RunState, name: NumericHyperparamName): string | null {
  const step = stepInForce(state);
  const value = hyperparamAt(state, run, name, step);
  return value === run.hyperparams[name] ? null : `${settingText(name, value)} acted in step ${step}`;
}

/** Value before the last drag, confirmed or on its way; none at the start, where a move only sets what the run starts with. */
function wasModel(state: ExperimentState, run: RunState, name: NumericHyperparamName): KnobModel["was"] {
  if (state.step === 0) return null;
  const before = state.pending[settingKey(run.run, name)] ?? gesturesOf(state.interventions, run.run, name).at(-1);
  if (before === undefined || typeof before.from !== "number" || before.from === before.value) return null;
  const position = positionOfValue(hyperparamRange(run.optimizer, name), before.from);
  return { value: before.from, text: settingText(name, before.from), position };
}

/** Value of a knob at a slider position in [0, 1]. */
export function knobValueAt(knob: { name: NumericHyperparamName; optimizer: OptimizerId }, position: number): number {
  return valueAtPosition(hyperparamRange(knob.optimizer, knob.name), position);
}

/** Every run's settings that restart the race, in the order its method lists them. */
export const selectSettings = createStableSelector(({ config }): readonly SettingModel[] =>
  config.optimizers.flatMap(({ id, run, hyperparams }) => {
    const defaults = defaultHyperparams(config, id);
    return OPTIMIZERS[id].hyperparams
      .filter((name) => !HYPERPARAMS[name].live)
      .map((name): SettingModel => {
        const info = HYPERPARAMS[name];
        const shown = info.kind === "number" ? hyperparamRange(id, name as NumericHyperparamName) : info;
        return {
          run,
          name,
          symbol: shown.label.includes(shown.symbol.split(" ")[0] ?? "") ? "" : shown.symbol,
          label: shown.label,
          value: hyperparams[name],
          text: settingText(name, hyperparams[name]),
          range: shown.kind === "number" ? { ...shown.limits, integer: shown.integer } : null,
          choices: info.kind === "choice" ? info.choices.map((id) => ({ id, name: settingText(name, id) })) : null,
          fallback: defaults[name],
          fallbackText: settingText(name, defaults[name]),
        };
      });
  }),
);
