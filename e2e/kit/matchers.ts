import { expect as baseExpect, type ExpectMatcherState } from "@playwright/test";
import { formatComparison } from "../../src/cli/compare/formatComparison";
import { readRuns } from "../../src/cli/compare/readRuns";
import { type ComparedRun, type CompareOptions, compareTraces } from "../../src/config/formulas/compareTraces";
import type { ChartFigure } from "../chartFigure";
import type { ExperimentPage } from "../experimentPage";

/** The state's evaluations as a trace has them. */
const byColumns = (
  evaluations: readonly {
    step: number;
    trainLoss: number | null;
    testLoss: number | null;
    testMetric: number | null;
  }[],
) => ({
  step: evaluations.map(({ step }) => step),
  trainLoss: evaluations.map(({ trainLoss }) => trainLoss),
  testLoss: evaluations.map(({ testLoss }) => testLoss),
  testMetric: evaluations.map(({ testMetric }) => testMetric),
});

/** The runs of a page as they are compared; test loss and metric stand among its evaluations. */
async function runsOf(lab: ExperimentPage): Promise<ComparedRun[]> {
  const { runs } = await lab.hook.getState();
  return runs.map(({ run, columns: { testLoss: _, testMetric: __, ...columns }, evaluations }) => ({
    run,
    columns,
    evaluations: byColumns(evaluations),
  }));
}

/** Matchers for `expect.extend`. */
export const labMatchers = {
  /** The page's runs are those of a trace, a file (JSON, also gzip), within a tolerance: |a − b| <= atol + rtol·|b|; 1e-5 and 0. */
  async toMatchTrace(
    lab: ExperimentPage,
    file: string,
    options: Partial<CompareOptions> = {},
  ): Promise<{ pass: boolean; message: () => string }> {
    const tolerance = { rtol: options.rtol ?? 1e-5, atol: options.atol ?? 0 };
    const comparison = compareTraces(await runsOf(lab), readRuns(file), { ...options, ...tolerance });
    return {
      pass: comparison.isSame,
      message: () => `The page (a) and ${file} (b):\n${formatComparison(comparison, tolerance)}`,
    };
  },

  /** The mean training loss of a run over its last steps, one unless told, is below a number. */
  async toHaveLossBelow(
    lab: ExperimentPage,
    run: string,
    most: number,
    { last = 1 }: { last?: number } = {},
  ): Promise<{ pass: boolean; message: () => string }> {
    if (!Number.isInteger(last) || last < 1) throw new Error(`last is ${last}: give a whole number of steps from 1.`);
    const { runs, step } = await lab.hook.getState({ columns: ["trainLoss"], runs: [run] }); // throws where there is no such run
    const numbers = (runs[0]?.columns.trainLoss ?? []).slice(-last).map((loss) => loss ?? Number.NaN);
    if (numbers.length === 0)
      throw new Error(`${run} has no training loss yet: take steps first, by lab.hook.runTo(20), say.`);
    const mean = numbers.reduce((sum, loss) => sum + loss, 0) / numbers.length;
    const found = `it is ${mean} over ${numbers.length} steps at step ${step}`;
    return { pass: mean < most, message: () => `The training loss of ${run}: ${found}; wanted below ${most}.` };
  },

  /** A chart looks as in its reviewed picture, once everything is there; with `not`, otherwise than in a picture that is there. */
  async toHaveChartScreenshot(
    this: ExpectMatcherState,
    chart: ChartFigure,
    name: string,
  ): Promise<{ pass: boolean; message: () => string }> {
    await chart.settled();
    const { isNot } = this;
    const look = baseExpect(chart.figure);
    await (isNot ? look.not : look).toHaveScreenshot(name, { animations: "disabled" }); // what is in the way is no difference: it throws
    return { pass: !isNot, message: () => name };
  },
};
