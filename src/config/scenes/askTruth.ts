import type { AskedQuantity, SceneAsk } from "./sceneSet";

/** What a run measured after so many steps; null where it has no such number yet, or none any more. */
export type ValueAt = (run: string, quantity: AskedQuantity, step: number) => number | null;

/** What happened, of a question: the numbers that decide it, and the place of the choice that they make true. */
export interface AskTruth {
  values: readonly { run: string; step: number; value: number }[];
  /** Of a change: the last number over the first; null of which run is lowest. */
  ratio: number | null;
  /** null: none of the choices says it. */
  choice: number | null;
}

/** The place of the choice that says of a change what a ratio is; null where none does. */
export function choiceOf(choices: SceneAsk["choices"], ratio: number): number | null {
  const choice = choices.findIndex(({ atLeast = -Infinity, atMost = Infinity }) => ratio >= atLeast && ratio <= atMost);
  return choice < 0 ? null : choice;
}

/** The truth of a question, computed from a run; null before it has come to the steps that are asked about. */
export function truthOf({ about, choices }: SceneAsk, valueAt: ValueAt): AskTruth | null {
  const { quantity, run, from = 0, to } = about;
  const valueAfter = (of: string, step: number) => {
    const value = valueAt(of, quantity, step);
    return value === null || !Number.isFinite(value) ? [] : [{ run: of, step, value }];
  };
  if (run !== undefined) {
    const values = [from, to].flatMap((step) => valueAfter(run, step));
    const [first, last] = values;
    if (!first || !last) return null;
    const ratio = last.value / first.value;
    return { values, ratio, choice: choiceOf(choices, ratio) };
  }
  const values = choices.flatMap((choice) => (choice.run === undefined ? [] : valueAfter(choice.run, to)));
  if (values.length === 0) return null;
  const [lowest] = values.toSorted((a, b) => a.value - b.value);
  const choice = choices.findIndex((one) => one.run === lowest?.run);
  return { values, ratio: null, choice: choice < 0 ? null : choice };
}
