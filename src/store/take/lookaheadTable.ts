import type { ExperimentState } from "../experiment/state";
import { selectLookahead } from "../views/lookahead/lookaheadSelectors";
import type { CsvCell, Table } from "./csvText";

/** One step ahead: its numbers, and the outputs before and after it on the picture's grid and on B′. */
export function lookaheadTable(state: ExperimentState): Table {
  const titles = ["run", "step", "part", "index", "before", "after"];
  const view = selectLookahead(state);
  if (view.why !== null || !view.model) return { titles, rows: [] };
  const { ahead, objective, slope, lambdas } = view.model;
  const start = [view.series.run, ahead.step] as const;
  const numbers: [string, number][] = [
    ["batchLoss", ahead.batchLoss],
    ["objectiveLoss", ahead.objectiveLoss],
    ["fsd", ahead.fsd],
    ["wsd", ahead.wsd],
    ["lambdaFsd", lambdas.lambdaFsd],
    ["lambdaWsd", lambdas.lambdaWsd],
    ["objective", objective],
    ["slope", slope],
    ["learningRate", ahead.learningRate],
    ["gradientNorm", ahead.gradientNorm],
    ["stepLength", ahead.stepLength],
  ];
  const pairs = (part: string, before: Float32Array, after: Float32Array): CsvCell[][] =>
    Array.from(before, (value, index) => [...start, part, index, value, after[index]]);
  return {
    titles,
    rows: [
      ...numbers.map(([name, value]) => [...start, name, null, null, value]),
      ...pairs("grid", ahead.before, ahead.after),
      ...pairs("fsdBatch", ahead.fsdBefore, ahead.fsdAfter),
    ],
  };
}
