import type { LossId } from "../../config/losses";
import type { CsvChoice, CsvUse } from "../../config/tables/csv";
import type { TaskOptions } from "../../config/tables/taskOptions";
import type { TaskPicture } from "../../config/tables/taskPicture";
import type { CsvTable } from "../data/csv/table";

/** One layer as a task or a config file describes it (TRACE.md, `given.layers`). */
export type LayerSpec =
  | { kind: "dense"; inputs: number; outputs: number; activation: "tanh" | "relu" | "linear"; bias: boolean }
  | {
      kind: "conv";
      channels: number;
      outputs: number;
      kernel: number;
      activation: "tanh" | "relu" | "linear";
      pool: number;
      bias?: boolean;
    };

/** Examples of one split as plain arrays, so that any backend can take them. */
export interface Split {
  /** Row-major [count, ...inputShape]; images channels last, as tfjs wants them. */
  x: Float32Array;
  /** Regression and reconstruction: row-major [count, outputs]. Classification: class per example. */
  y: Float32Array | Int32Array;
  count: number;
}

/** A task in memory: data, model and start, all drawn from one seed. */
export interface TaskData {
  /** Per example, without the batch dimension; images [height, width, channels]. */
  inputShape: readonly number[];
  train: Split;
  test: Split;
  layers: readonly LayerSpec[];
  loss: LossId;
  /** Per parametric layer, row-major [out, in (+1 bias last)]; conv columns in the order row, channel-last: row, column, channel. */
  initialParams: readonly Float32Array[];
  picture: TaskPicture;
  /** `csv`: what became of the file's rows. */
  csv?: CsvUse;
}

/** Reads a file of `public/data` as bytes; the page fetches, the command line reads the disk. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** Reports loading: fraction 0…1 and what is being done. */
export type ReportProgress = (fraction: number, detail: string) => void;

/** `csv`: the file as read, and which of its columns train. */
export interface CsvSource {
  table: CsvTable;
  choice: CsvChoice;
}

/** Builds a task. Throws `TaskError` naming the file or option, what would do, and the remedy. */
export type CreateTask = (
  seed: number,
  options: TaskOptions,
  io: { readFile: ReadFile; report: ReportProgress; csv?: CsvSource },
) => Promise<TaskData>;
