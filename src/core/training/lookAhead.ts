import { stack } from "@tensorflow/tfjs-core";
import type { Lookahead } from "../../config/formulas/lookahead";
import { type LookaheadScalars, measureLookahead } from "../apo/lookahead";
import type { Batch, Params, Problem } from "../optimizers/optimizer";
import type { TaskData } from "../tasks/task";
import { predict, predictRows } from "./predict";
import type { Run } from "./run";

const SCALARS = [
  "batchLoss",
  "gradientNorm",
  "stepLength",
  "objectiveLoss",
  "fsd",
  "wsd",
  "lossSlope",
  "lossAndFsdSlope",
] as const satisfies readonly (keyof LookaheadScalars)[];

/** Whether a task has a picture to show a lookahead in. */
export const hasLookaheadPicture = ({ picture }: TaskData): boolean =>
  picture.kind === "function" || picture.kind === "surface";

/** What a run's next step looks at, on a task with a picture for it. The run is left as it was. */
export async function lookAhead(
  problem: Problem,
  run: Run,
  task: TaskData,
  rows: Pick<Lookahead, "batch" | "fsdBatch">,
  { batch, fsdBatch }: { batch: Batch; fsdBatch: () => Batch },
): Promise<Lookahead> {
  return run.lookAhead(batch, async (ahead) => {
    const measured = measureLookahead(problem, run.weights, ahead, batch, fsdBatch(), run.hyperparams);
    const packed = stack([ahead.learningRate, ...SCALARS.map((name) => measured[name])]);
    const values = (await packed.data()) as Float32Array;
    const number = (name: (typeof SCALARS)[number]) => values[1 + SCALARS.indexOf(name)] as number;
    const { averages } = run.trained;
    const onGrid = (params: Params) => predict(problem, { params, averages }, task);
    const onFsdBatch = (params: Params) => predictRows(problem, { params, averages }, task, rows.fsdBatch);
    return {
      ...rows,
      before: await onGrid(run.weights),
      after: await onGrid(ahead.lookahead),
      fsdBefore: await onFsdBatch(run.weights),
      fsdAfter: await onFsdBatch(ahead.lookahead),
      learningRate: values[0] as number,
      batchLoss: number("batchLoss"),
      gradientNorm: number("gradientNorm"),
      stepLength: number("stepLength"),
      objectiveLoss: number("objectiveLoss"),
      fsd: number("fsd"),
      wsd: number("wsd"),
      slopes: {
        objectiveLoss: number("lossSlope"),
        fsd: number("lossAndFsdSlope") - number("lossSlope"),
        wsd: 2 * number("wsd"),
      },
    };
  });
}
