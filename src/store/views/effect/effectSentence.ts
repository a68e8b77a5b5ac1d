import {
  EFFECT_QUANTITIES,
  type EffectQuantity,
  type InterventionEffect,
} from "../../../config/formulas/interventionEffect";
import { HYPERPARAMS } from "../../../config/tables/hyperparams";
import type { Intervention } from "../../experiment/state";
import { formatNumber } from "../../words/format";
import { settingText } from "../../words/settingWords";

const WORDS: Record<EffectQuantity, string> = {
  learningRate: "η",
  preconditionerTrace: "the trace of P",
  stepLength: "the step length ‖θ′ − θ‖",
  functionChange: "the function change FSD",
};

/** A change smaller than this share is none to speak of. */
const SMALL = 0.02;

/** What a move changed, in one sentence made from the means before and after it. */
export function effectSentence({
  name,
  move,
  effect,
}: {
  name: string;
  move: Pick<Intervention, "name" | "from" | "value" | "step">;
  effect: InterventionEffect | null;
}): string {
  const symbol = HYPERPARAMS[move.name].symbol || HYPERPARAMS[move.name].label;
  const moved = `${symbol} of ${name} went from ${settingText(move.name, move.from)} to ${settingText(move.name, move.value)} at step ${move.step}`;
  if (!effect) return `${moved}; take a step to see what changes.`;
  const clauses = EFFECT_QUANTITIES.flatMap((quantity) => clause(quantity, effect));
  const over = effect.steps === 1 ? "the step before it and the one after" : `${effect.steps} steps before and after`;
  if (clauses.length === 0) return `${moved}; no meta-step on both sides of it yet.`;
  return `${moved}; between ${over}, ${clauses.join("; ")}.`;
}

function clause(quantity: EffectQuantity, { before, after }: InterventionEffect): string[] {
  const [from, to] = [before[quantity], after[quantity]];
  if (from === null || to === null) return [];
  return [changeText(from, to, `${WORDS[quantity]} `)];
}

/** "fell by 27 %", "rose 3.2-fold", "hardly changed"; what it was, before that. */
export function changeText(from: number, to: number, what = ""): string {
  const [start, end] = [formatNumber(from, 3), formatNumber(to, 3)];
  if (from === to) return `${what}stayed as it was`;
  if (!(from > 0)) return `${what}went from ${start} to ${end}`;
  const ratio = to / from;
  if (Math.abs(ratio - 1) < SMALL) return `${what}hardly changed (${start} to ${end})`;
  if (ratio < 1) return `${what}fell by ${percent(1 - ratio)} % (${start} to ${end})`;
  return ratio < 2
    ? `${what}rose by ${percent(ratio - 1)} % (${start} to ${end})`
    : `${what}rose ${formatNumber(ratio, 2)}-fold (${start} to ${end})`;
}

const percent = (share: number): string => (100 * share).toFixed(share > 0.99 && share < 1 ? 1 : 0);
