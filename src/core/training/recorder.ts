import type { RunCheckpoint } from "../../config/experiment/checkpoint";
import { gapColumns, type ProximalGap } from "../../config/formulas/proximalProblem";
import type { RunEnd } from "../../config/formulas/runEnd";
import { objectiveOf } from "../../config/tables/lambdas";
import { COLUMN_NAMES, type ColumnName, type Columns } from "../../config/tables/metrics";
import { joinedFlat } from "../kernels/joinedFlat";
import { LARGEST } from "../kernels/rounding/round16";
import { NotPositiveDefiniteError } from "../linalg/psd";
import { NO_GAP } from "../proximal/gap";
import { scoped } from "../scope";
import type { RunRows } from "./contract";
import type { StepRecord } from "./run";

type Row = Record<ColumnName, number | null>;

/** A loss above this multiple of the run's first loss ends the run ("diverged"). */
const DIVERGENCE_FACTOR = 1000;

/** Steps of one run that wait to be read back, and the watch for divergence. */
export class Recorder {
  private pending: StepRecord[] = [];
  private firstLoss: number | null = null;
  private lastFinite: { loss: number; step: number } | null = null;
  /** What the numbers showed when they were read, and what a step threw: the former is the earlier. */
  private divergence: string | null = null;
  private exception: string | null = null;
  private end: RunEnd | null = null;

  /** Why the run ended; null while it is healthy. */
  get failure(): string | null {
    return this.divergence ?? this.exception;
  }

  /** What its rows say of it; `end` null also where it went on from a checkpoint of a version that did not store it. */
  get told(): Pick<RunRows, "status" | "message" | "end"> {
    const message = this.failure;
    return message === null ? { status: "running" } : { status: "diverged", message, end: this.end };
  }

  /** Ends the run at a step that threw. The rows before it still wait to be read. */
  fail(step: number, error: unknown): void {
    this.exception = `Step ${step} failed: ${error instanceof Error ? error.message : String(error)}`;
    const isSingular = error instanceof NotPositiveDefiniteError && Number.isFinite(error.pivot);
    this.end = { kind: isSingular ? "singular" : "threw", quantity: null, step };
  }

  /** What it has seen of the steps that were read. */
  get seen(): RunCheckpoint["watch"] {
    const { firstLoss, lastFinite, divergence, exception, end } = this;
    return { firstLoss, lastFinite, divergence, exception, end };
  }

  /** Goes on from there, with nothing that waits to be read. */
  restore({ firstLoss, lastFinite, divergence, exception, end = null }: RunCheckpoint["watch"]): void {
    for (const { packed } of this.take(Number.POSITIVE_INFINITY)) packed.dispose();
    Object.assign(this, { firstLoss, lastFinite, divergence, exception, end });
  }

  push(record: StepRecord): void {
    this.pending.push(record);
  }

  /** Hands over what waits of the steps before `step`, so that no run shows a step others still have to take. */
  take(step: number): StepRecord[] {
    const records = this.pending.filter((record) => record.step < step);
    this.pending = this.pending.filter((record) => record.step >= step);
    return records;
  }

  /** Rows of records with their values as read; what follows a divergence is dropped. */
  toColumns(
    records: readonly StepRecord[],
    values: readonly Float32Array[],
    gapOf: (record: StepRecord, values: Float32Array) => ProximalGap = () => NO_GAP,
  ): Columns {
    const columns = Object.fromEntries(COLUMN_NAMES.map((name) => [name, []])) as unknown as Columns;
    records.forEach((record, i) => {
      if (this.divergence) return;
      const read = values[i] ?? new Float32Array(0);
      const row = toRow(record, read, gapOf(record, read));
      this.watch(row, overflowOf(record, values[i]));
      for (const name of COLUMN_NAMES) columns[name].push(row[name]);
    });
    return columns;
  }

  private watch(row: Row, overflow: string | null): void {
    const step = row.step as number;
    const broken = COMPUTED.find((name) => row[name] !== null && !Number.isFinite(row[name]));
    const before = this.lastFinite
      ? ` The last finite training loss was ${format(this.lastFinite.loss)} at step ${this.lastFinite.step}.`
      : "";
    if (broken) {
      this.diverge(
        "notFinite",
        broken,
        step,
        `${QUANTITY[broken] ?? broken} became ${row[broken]} at step ${step}.${before}`,
      );
      return;
    }
    const loss = row.trainLoss as number;
    if (overflow) {
      this.diverge(
        "overflow",
        null,
        step,
        `${overflow} at step ${step}.${before} Choose fp32 or bf16, or a smaller step.`,
      );
      return;
    }
    this.firstLoss ??= loss;
    this.lastFinite = { loss, step };
    if (loss > DIVERGENCE_FACTOR * this.firstLoss && this.firstLoss > 0)
      this.diverge(
        "tooHigh",
        "trainLoss",
        step,
        `Training loss reached ${format(loss)} at step ${step}, ` +
          `more than ${DIVERGENCE_FACTOR} times its start of ${format(this.firstLoss)}.`,
      );
  }

  private diverge(kind: RunEnd["kind"], quantity: ColumnName | null, step: number, message: string): void {
    this.divergence = message;
    this.end = { kind, quantity, step };
  }
}

const QUANTITY: Partial<Record<ColumnName, string>> = {
  trainLoss: "Training loss",
  objectiveLoss: "Loss at the lookahead",
  fsd: "FSD at the lookahead",
  wsd: "WSD at the lookahead",
  objective: "Objective Q",
  learningRate: "Learning rate η",
  preconditionerTrace: "Trace of P",
};

/** All columns, in the order in which a step computes them: a meta-update moves η or P last, by what it has measured. */
const COMPUTED: readonly ColumnName[] = [...new Set([...(Object.keys(QUANTITY) as ColumnName[]), ...COLUMN_NAMES])];

const format = (value: number) => Number(value.toPrecision(4)).toString();

/** What went beyond a 16-bit format, null where nothing did. */
function overflowOf({ names, hyperparams }: StepRecord, read: Float32Array | undefined): string | null {
  const { precision } = hyperparams;
  const count = read?.[names.indexOf("overflows")] ?? 0;
  if (precision === "fp32" || !(count > 0)) return null;
  const numbers = count === 1 ? "1 number" : `${count} numbers`;
  return `${numbers} of the weights and the optimizer's state went beyond ${precision}'s largest, ${LARGEST[precision]},`;
}

function toRow(
  { names, step, learningRate, lambdas, seconds, gradientEvaluations, forwardPasses, backwardPasses }: StepRecord,
  read: Float32Array,
  gap: ProximalGap,
): Row {
  const readValue = (name: (typeof names)[number]) => {
    const index = names.indexOf(name);
    return index < 0 ? null : (read[index] as number);
  };
  const [objectiveLoss, fsd, wsd] = [readValue("objectiveLoss"), readValue("fsd"), readValue("wsd")];
  return {
    step,
    trainLoss: readValue("trainLoss"),
    testLoss: null,
    testMetric: null,
    learningRate: learningRate ?? readValue("learningRate"),
    preconditionerTrace: readValue("preconditionerTrace"),
    objective:
      lambdas && objectiveLoss !== null && fsd !== null && wsd !== null
        ? objectiveOf({ objectiveLoss, fsd, wsd }, lambdas)
        : null,
    objectiveLoss,
    fsd,
    wsd,
    seconds,
    gradientEvaluations,
    forwardPasses,
    backwardPasses,
    ...gapColumns(gap),
  };
}

/** One read-back for many records: their packed tensors are joined, awaited together, and disposed. */
export async function readPacked(records: readonly StepRecord[]): Promise<Float32Array[]> {
  if (records.length === 0) return [];
  const joined = scoped(() => joinedFlat(records.map(({ packed }) => packed)));
  const all = (await joined.data()) as Float32Array;
  joined.dispose();
  let offset = 0;
  return records.map(({ packed }) => {
    const values = all.slice(offset, offset + packed.size);
    offset += packed.size;
    packed.dispose();
    return values;
  });
}
