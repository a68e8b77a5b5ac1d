import { LIVE_NUMBER } from "../../config/scenes/captionWords";
import type { HyperparamName } from "../../config/tables/hyperparams";
import type { ColumnName } from "../../config/tables/metrics";
import { type ColumnLog, cell, lastRowWith, lastValue, rowOfStep } from "../experiment/columns";
import { shownStep } from "../experiment/shownStep";
import type { ExperimentState, RunState } from "../experiment/state";
import { formatNumber, formatPercent, formatSettingValue } from "../words/format";

/** What stands where there is no such number yet. */
const NONE = "none yet";

/** Digits of a number in a sentence. */
const DIGITS = 3;

type Live = (state: ExperimentState, run: RunState, rest: string[]) => string | null;

/** The numbers that a sentence can have, by the first word in its braces; the second names a run. Each of the step that the charts show. */
const LIVE: Readonly<Record<string, Live>> = {
  /** η of the step. */
  rate: (state, run) => shown(state, run.columns, "learningRate"),
  /** η in the step before the last move of a slider. */
  rateBeforeMove({ interventions }, { columns }) {
    const move = interventions.at(-1)?.step;
    return move === undefined ? null : numberText(cell(columns, "learningRate", rowOfStep(columns, move - 1)));
  },
  loss: (state, run) => shown(state, run.columns, "trainLoss"),
  /** Passes forward and backward on one batch, so far. */
  passes: (state, run) => shown(state, run.columns, "gradientEvaluations"),
  /** λ·FSD or λ·WSD over Q at the last meta-update: "share RUN fsd". */
  share(state, { columns, hyperparams }, [distance]) {
    const row = lastRowWith(columns, "objective", shownStep(state) ?? state.step);
    const column = distance === "wsd" ? "wsd" : "fsd";
    const lambda = column === "wsd" ? hyperparams.lambdaWsd : hyperparams.lambdaFsd;
    const [part, whole] = [cell(columns, column, row), cell(columns, "objective", row)];
    return part === null || !whole ? null : formatPercent((lambda * part) / whole);
  },
  /** A setting as its slider stands: "set RUN lambdaFsd". */
  set: (_, { hyperparams }, [name]) => formatSettingValue(hyperparams[name as HyperparamName]),
  /** Largest or smallest eigenvalue of P over all layers: "eigenvalue RUN largest". */
  eigenvalue(state, { spectra }, [which]) {
    const step = shownStep(state) ?? state.step;
    const all = spectra.findLast((one) => one.step <= step)?.layers.flatMap(({ eigenvalues }) => eigenvalues) ?? [];
    if (all.length === 0) return null;
    return numberText(which === "largest" ? Math.max(...all) : Math.min(...all));
  },
};

/** A sentence with its live numbers: `{rate apo-lr}` is η of the run apo-lr. What is no live number stays as it is written. */
export function liveText(text: string, state: ExperimentState): string {
  return text.replaceAll(LIVE_NUMBER, (braces, word: string, name: string, rest?: string) => {
    const live = Object.hasOwn(LIVE, word) ? LIVE[word] : undefined;
    if (!live) return braces;
    const run = state.runs.find((one) => one.run === name);
    return (run && live(state, run, rest === undefined ? [] : [rest])) ?? NONE;
  });
}

function shown(state: ExperimentState, columns: ColumnLog, column: ColumnName): string | null {
  const step = shownStep(state);
  const row = step === null ? columns.length - 1 : rowOfStep(columns, step);
  return numberText(lastValue(columns, column, row));
}

const numberText = (value: number | null): string | null => (value === null ? null : formatNumber(value, DIGITS));
