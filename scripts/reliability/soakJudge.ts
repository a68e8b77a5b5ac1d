import { percentile, summarise } from "../../src/cli/bench/report/report";
import { SOAK_LIMITS } from "./soaks.mjs";

/** What is measured in one place of a race, while it trains. */
export interface SoakSample {
  step: number;
  /** Tensors of the race, in its worker. */
  tensors: number;
  /** Heap and buffers after a garbage collection, MB. */
  pageMb: number;
  workersMb: number;
  /** Rows that the page holds of the run with the most. */
  rows: number;
}

/** Medians over the second and the last quarter of a race. */
type Quarters = readonly [second: number, last: number];

/** What a long race came to. */
export interface SoakFigures {
  tensors: Quarters;
  pageMb: Quarters;
  workersMb: Quarters;
  /** The most that was held. */
  rows: number;
  /** Round trips from a test to the page's next frame, milliseconds. */
  answers: { count: number; p95: number; worst: number };
}

/** The figures of a race, by samples in order of its steps. Throws where there are too few to have quarters. */
export function soakFigures(samples: readonly SoakSample[], answers: readonly number[]): SoakFigures {
  if (samples.length < 8 || answers.length === 0)
    throw new Error(`${samples.length} samples and ${answers.length} answers are too few to judge a race by.`);
  const quarter = (at: number) =>
    samples.slice(Math.floor((at * samples.length) / 4), Math.floor(((at + 1) * samples.length) / 4));
  const quarters = (name: "tensors" | "pageMb" | "workersMb"): Quarters => {
    const medianIn = (at: number) => summarise(quarter(at).map((sample) => sample[name])).median;
    return [medianIn(1), medianIn(3)];
  };
  return {
    tensors: quarters("tensors"),
    pageMb: quarters("pageMb"),
    workersMb: quarters("workersMb"),
    rows: Math.max(...samples.map(({ rows }) => rows)),
    answers: { count: answers.length, p95: percentile(answers, 0.95), worst: summarise(answers).max },
  };
}

/** What a race did not keep to, a phrase each; `answerMs`: what is allowed for 19 answers of 20. */
export function soakFaults(
  { tensors, pageMb, workersMb, rows, answers }: SoakFigures,
  answerMs = SOAK_LIMITS.answerMs,
): string[] {
  const { growth, slackMb, tensors: moreTensors, rows: mostRows } = SOAK_LIMITS;
  const grows = ([second, last]: Quarters) => last > second * growth + slackMb;
  return [
    ...(tensors[1] > tensors[0] + moreTensors ? ["tensors grow"] : []),
    ...(grows(pageMb) ? ["the page's heap grows"] : []),
    ...(grows(workersMb) ? ["the workers' heap grows"] : []),
    ...(rows > mostRows ? [`a run has more than ${mostRows} rows in memory`] : []),
    ...(answers.p95 > answerMs ? ["the page answers too late"] : []),
  ];
}
