import {
  EFFECT_QUANTITIES,
  type EffectQuantity,
  effectValue,
  interventionEffect,
} from "../../../config/formulas/interventionEffect";
import type { ColumnName } from "../../../config/tables/metrics";
import { moveText, selectMarkers } from "../../charts/markerSelectors";
import type { ColumnLog } from "../../experiment/columns";
import { type Drag, dragsOf } from "../../experiment/interventions";
import { createStableSelector } from "../../experiment/memo";
import { rowsTaken, valueAtStep } from "../../experiment/rows/takenRows";
import type { ExperimentState, RunState } from "../../experiment/state";
import { runName } from "../../words/runName";
import { effectSentence } from "./effectSentence";

/** One quantity around a move: its values by steps from the move, and its means before and after. */
export interface EffectPanelModel {
  quantity: EffectQuantity;
  /** Steps from the move, negative before it. */
  points: readonly { x: number; y: number }[];
  before: number | null;
  after: number | null;
}

/** What a move of a slider changed; `steps` is null before there is a step on each side of it. */
export interface EffectModel {
  /** All moves, ascending by step; `key` is what `chooseMove` takes. */
  moves: readonly { key: string; text: string; step: number }[];
  chosen: string | null;
  /** Of the chosen move. */
  step: number | null;
  /** "APO-P" */
  name: string | null;
  /** Steps on each side that the means are over. */
  steps: number | null;
  panels: readonly EffectPanelModel[];
  /** One sentence, made from the numbers. */
  sentence: string;
}

/** Name of a move among all: the same for the same move of another run. */
export const moveKey = ({ step, text }: { step: number; text: string }): string => `${step} ${text}`;

/** The chosen move, or the latest, and what it changed in its run. */
export const selectEffect = createStableSelector((state): EffectModel => {
  const markers = selectMarkers(state);
  const moves = markers.map(({ step, text }) => ({ key: moveKey({ step, text }), text, step }));
  const marker = markers.find((one) => moveKey(one) === state.display.chosenMove) ?? markers.at(-1);
  const run = state.runs.find((candidate) => candidate.run === marker?.run);
  if (!marker || !run) return { moves, chosen: null, step: null, name: null, steps: null, panels: [], sentence: "" };
  const drags = dragsOf(state.interventions, run.run);
  const index = drags.findIndex(({ name, gesture }) => name === marker.name && gesture === marker.gesture);
  const drag = drags[index] as Drag;
  const read = readerOf(run.columns);
  const effect = interventionEffect(read, drags, index, rowsTaken(run.columns));
  const name = runName(state.config.optimizers, run.run);
  const panels = effect
    ? EFFECT_QUANTITIES.map((quantity) => ({
        quantity,
        points: around(read, quantity, drag, effect.steps),
        before: effect.before[quantity],
        after: effect.after[quantity],
      }))
    : [];
  return {
    moves,
    chosen: moveKey(marker),
    step: marker.step,
    name,
    steps: effect?.steps ?? null,
    panels,
    sentence: effectSentence({ name, move: drag, effect }),
  };
});

/** Every drag with its measured effect, for the state's dump. */
export function effectsOf({ runs, interventions }: Pick<ExperimentState, "runs" | "interventions">) {
  return runs.flatMap(({ run, columns }: RunState) => {
    const drags = dragsOf(interventions, run);
    return drags.map((drag, index) => ({
      run,
      name: drag.name,
      firstStep: drag.firstStep,
      step: drag.step,
      from: drag.from,
      value: drag.value,
      text: moveText(drag),
      effect: interventionEffect(readerOf(columns), drags, index, rowsTaken(columns)),
    }));
  });
}

function readerOf(log: ColumnLog) {
  return (column: ColumnName, step: number): number | null => valueAtStep(log, column, step);
}

function around(read: ReturnType<typeof readerOf>, quantity: EffectQuantity, drag: Drag, steps: number) {
  const points: { x: number; y: number }[] = [];
  for (let step = drag.firstStep - steps; step < drag.step + steps; step += 1) {
    const y = effectValue(read, quantity, step);
    if (y !== null && Number.isFinite(y)) points.push({ x: step - drag.step, y });
  }
  return points;
}
