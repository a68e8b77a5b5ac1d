import type { CsvSummary, CsvUse } from "../../config/experiment/csv";
import type { CsvFile, LoadStage } from "../../protocol/messages";

/** How far a load has come: a named stage, 0 to 1 within it, and what is being done. */
export interface LoadProgress {
  stage: LoadStage;
  fraction: number;
  detail: string;
}

/** Sizes of the task, known once it is loaded. */
export interface TaskSizes {
  trainCount: number;
  testCount: number;
  /** Trainable numbers of the model. */
  parameterCount: number;
}

/** A live move that the worker has not confirmed yet; it keeps an older answer from moving the slider back. */
export interface PendingMove {
  /** Value before the drag began. */
  from: number | string;
  value: number | string;
  gesture: number;
}

/** The person's own file, as far as the page knows it. */
export interface CsvState {
  /** Read last, and what it is read from again by a new worker. */
  file: (CsvSummary & { source: CsvFile }) | null;
  /** Being read; what is trained meanwhile goes on. */
  reading: CsvFile | null;
  /** The card that asks for a file is open. */
  isAsking: boolean;
  /** Rows as the task uses them, null until it is loaded. */
  use: CsvUse | null;
}
