import type { ExperimentConfig } from "../../config/experiment/experiment";
import { interventionRuns } from "../../config/experiment/resolveInterventions";
import type { HyperparamName, Hyperparams } from "../../config/tables/hyperparams";
import type { Intervention } from "./state";

/** Key of a setting of one run in `pending`. */
export function settingKey(run: string, name: HyperparamName): string {
  return `${run}.${name}`;
}

/** Adds a move; moves of one setting in one step become one, and vanish where they end where they began. */
export function appendIntervention(list: readonly Intervention[], move: Intervention): readonly Intervention[] {
  const same = list.findLastIndex(
    ({ run, name, step }) => run === move.run && name === move.name && step === move.step,
  );
  if (same < 0) {
    const after = list.findIndex(({ step }) => step > move.step);
    const at = after < 0 ? list.length : after;
    return [...list.slice(0, at), move, ...list.slice(at)];
  }
  const merged = { ...move, from: list[same]?.from ?? move.from };
  return merged.from === merged.value ? list.toSpliced(same, 1) : list.toSpliced(same, 1, merged);
}

/** The config with one setting of one run changed; the same config where it had that value. */
export function withSetting(
  config: ExperimentConfig,
  run: string,
  name: HyperparamName,
  value: number | string,
): ExperimentConfig {
  return {
    ...config,
    optimizers: config.optimizers.map((entry) =>
      entry.run === run ? { ...entry, hyperparams: withHyperparam(entry.hyperparams, name, value) } : entry,
    ),
  };
}

/** Hyperparameters with one value replaced. */
export function withHyperparam(hyperparams: Hyperparams, name: HyperparamName, value: number | string): Hyperparams {
  return hyperparams[name] === value ? hyperparams : { ...hyperparams, [name]: value };
}

/** A drag of a slider: where it began and ended, and the steps of its first and last move. */
export interface Drag extends Intervention {
  firstStep: number;
}

/** Drags of one setting of one run, oldest first: where each began, where it ended, and the step of its last move. */
export function gesturesOf(list: readonly Intervention[], run: string, name: HyperparamName): Drag[] {
  const gestures: Drag[] = [];
  for (const move of list) {
    if (move.run !== run || move.name !== name) continue;
    const last = gestures.at(-1);
    if (last?.gesture === move.gesture) gestures[gestures.length - 1] = { ...last, step: move.step, value: move.value };
    else gestures.push({ ...move, firstStep: move.step });
  }
  return gestures;
}

/** Drags of all settings of a run, ascending by step. */
export function dragsOf(list: readonly Intervention[], run: string): Drag[] {
  const names = new Set(list.filter((move) => move.run === run).map(({ name }) => name));
  return [...names].flatMap((name) => gesturesOf(list, run, name)).toSorted((a, b) => a.step - b.step);
}

/** A scheduled move of a config: without `run` it means every run that has the setting. */
export type ScheduledMove = ExperimentConfig["interventions"][number];

/** The config with moves scheduled for step 0 made part of the starting settings. */
export function foldStepZero(config: ExperimentConfig): ExperimentConfig {
  const atZero = config.interventions.filter(({ step }) => step === 0);
  if (atZero.length === 0) return config;
  let folded: ExperimentConfig = { ...config, interventions: config.interventions.filter(({ step }) => step > 0) };
  for (const move of atZero) {
    for (const run of interventionRuns(config.optimizers, move)) {
      folded = withSetting(folded, run, move.name as HyperparamName, move.value);
    }
  }
  return folded;
}

/** Whether a move was scheduled by the config, by link, file or preset, rather than made by hand. */
export function isScheduled(
  config: ExperimentConfig,
  move: Pick<Intervention, "step" | "run" | "name" | "value">,
): boolean {
  return config.interventions.some(
    (scheduled) =>
      scheduled.step === move.step &&
      scheduled.name === move.name &&
      scheduled.value === move.value &&
      interventionRuns(config.optimizers, scheduled).includes(move.run),
  );
}

/** Scheduled moves and those made live, ascending by step: what replays this experiment from step 0. */
export function scheduleOf(config: ExperimentConfig, made: readonly Intervention[]): ScheduledMove[] {
  const live = made.filter((move) => !isScheduled(config, move));
  const moves = live.map(({ step, run, name, value }): ScheduledMove => ({ step, run, name, value }));
  return [...config.interventions, ...moves].toSorted((a, b) => a.step - b.step);
}
