import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { CsvChoice, CsvUse } from "../../config/experiment/csv";
import type { LossId } from "../../config/tables/losses";
import type { TaskOptions } from "../../config/tables/taskOptions";
import type { TaskPicture } from "../../config/tables/taskPicture";
import type { ArchiveSource } from "../data/archive/archiveSource";
import type { CsvTable } from "../data/csv/table";
import type { Inputs } from "../data/inputs";
import type { ReadFile, ReportProgress } from "../data/readFile";
import type { NodeSpec, Sequences } from "../nn/layerSpec";
import type { Loss } from "../nn/loss";
import type { Model } from "../nn/model";

/** Examples of one split as plain arrays, so that any backend can take them. */
export interface Split<X extends Inputs = Inputs> {
  /** Row-major [count, ...inputShape]; images channels last, as tfjs wants them, and in bytes. */
  x: X;
  /** Regression and reconstruction: row-major [count, outputs]. Classification: class per example. Sequences: row-major tokens. */
  y: Float32Array | Int32Array;
  count: number;
}

/** What a network with some params says of the test split's texts. */
export interface Translator {
  /** Ids of its translations, filled up, [rows, limit] of the task's picture. */
  translate(params: readonly Tensor2D[], rows: readonly number[]): Promise<Int32Array>;
  /** BLEU of the first `count`; `betweenChunks` is awaited before each token. */
  bleu(params: readonly Tensor2D[], count: number, betweenChunks?: () => Promise<void>): Promise<number>;
}

/** A task in memory: data, model and start, all drawn from one seed. */
export interface TaskData {
  /** Per example, without the batch dimension; images [height, width, channels]. */
  inputShape: readonly number[];
  train: Split;
  test: Split;
  layers: readonly NodeSpec[];
  /** Where the inputs are rows of tokens. */
  sequences?: Sequences;
  /** Builds the model where `layers` is more than a chain of dense layers and convolutions; comes with what such layers need. */
  createModel?: (task: Pick<TaskData, "layers" | "inputShape" | "sequences">) => Model;
  /** Of a task that translates; comes with its network. */
  translator?: Translator;
  loss: LossId;
  /** The loss of sequences, which comes with the task as `createModel` does. */
  tokenLoss?: Loss;
  /** Per matrix of weights, row-major [out, in (+1 bias last)]; conv columns in the order row, channel-last: row, column, channel. */
  initialParams: readonly Float32Array[];
  picture: TaskPicture;
  /** B and B′ show each image cropped and mirrored, and of a text some word pieces left out, as the step draws it; nothing else does. */
  isAugmented?: boolean;
  /** `csv`: what became of the file's rows. */
  csv?: CsvUse;
}

/** `csv`: the file as read, and which of its columns train. */
export interface CsvSource {
  table: CsvTable;
  choice: CsvChoice;
}

/** Builds a task. Throws `TaskError` naming the file or option, what would do, and the remedy. */
export type CreateTask = (
  seed: number,
  options: TaskOptions,
  io: { readFile: ReadFile; report: ReportProgress; csv?: CsvSource; archive?: ArchiveSource },
) => Promise<TaskData>;

/** What a race reads at each step; a pure function of the step, the same for every run. */
export interface Feed {
  readonly batchSize: number;
  readonly stepsPerEpoch: number;
  /** Rows of B. */
  batch(step: number): Int32Array;
  /** Rows of B′. */
  fsdBatch(step: number): Int32Array;
  /** What sampled targets are drawn from: N(0, 1) or U(0, 1), `batchSize`·outputs of them row-major, or one an example. */
  targetNoise(step: number): Float32Array;
}
