import { gatherRows, type Inputs } from "../../core/data/inputs";
import { stream } from "../../core/random";
import type { Split, TaskData } from "../../core/tasks/task";

/** Of the rows that a task trains on, set apart to choose settings by. */
const VALIDATION_SHARE = 0.1;

/** Rows of a split, in the order given: bytes stay bytes. */
function splitAt({ x, y, count }: Split, rows: Int32Array): Split {
  return { x: inputsAt(x, rows, count), y: targetsAt(y, rows, y.length / count), count: rows.length };
}

function inputsAt(inputs: Inputs, rows: Int32Array, count: number): Inputs {
  if (inputs instanceof Float32Array) return gatherRows(inputs, rows, inputs.length / count);
  const size = inputs.bytes.length / count;
  const bytes = new Uint8Array(rows.length * size);
  rows.forEach((row, i) => {
    bytes.set(inputs.bytes.subarray(row * size, (row + 1) * size), i * size);
  });
  return { bytes, levels: inputs.levels };
}

function targetsAt(targets: Split["y"], rows: Int32Array, size: number): Split["y"] {
  const chosen = new (targets instanceof Float32Array ? Float32Array : Int32Array)(rows.length * size);
  rows.forEach((row, i) => {
    chosen.set(targets.subarray(row * size, (row + 1) * size), i * size);
  });
  return chosen;
}

/**
 * A task that trains on nine tenths of its rows and is tested on the tenth left, drawn by the seed; its own test split is gone from it. Inputs stay
 * standardised as they were, with all rows. Throws for a task that translates: `withNetwork` ties its translator to the test split.
 */
export function validationTask(task: TaskData, seed: number): TaskData {
  if (task.translator) throw new Error("The translator of a task reads its test split: build it anew.");
  return { ...task, ...splitApart(task, seed) };
}

/** The two splits of `validationTask`. */
export function splitApart({ train }: Pick<TaskData, "train">, seed: number): Pick<TaskData, "train" | "test"> {
  const order = stream(seed, "claims.validation").permutation(train.count);
  const held = Math.round(VALIDATION_SHARE * train.count);
  return { train: splitAt(train, order.subarray(held)), test: splitAt(train, order.subarray(0, held)) };
}
