import { add, scalar, type Tensor2D } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { lookaheadSlope } from "../../config/formulas/lookahead";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { objectiveOf } from "../../config/tables/lambdas";
import type { Ahead } from "../optimizers/optimizer";
import { APO_PROBLEMS, type ApoProblem } from "../testing/apoProblem";
import { useBackend } from "../testing/forEachBackend";
import { read, relativeError } from "../testing/numeric";
import { apoLearningRate } from "./learningRate";
import { measureLookahead } from "./lookahead";
import { apoPreconditioner } from "./preconditioner";

const LAMBDAS = { lambdaFsd: 0.7, lambdaWsd: 0.3 };
/** h of central differences of Q along the logarithm of the step's length. */
const DIFFERENCE = 2e-2;

/** The numbers of a lookahead with the λ of `LAMBDAS`. */
async function measured(apo: ApoProblem, hyperparams: Hyperparams, ahead: Ahead) {
  const terms = measureLookahead(apo.problem, apo.params(), ahead, apo.batch(), apo.fsdBatch(), hyperparams);
  const number = async (name: keyof typeof terms) => (await read(terms[name]))[0] as number;
  const [objectiveLoss, fsd, wsd] = [await number("objectiveLoss"), await number("fsd"), await number("wsd")];
  const [loss, both] = [await number("lossSlope"), await number("lossAndFsdSlope")];
  return {
    objective: objectiveOf({ objectiveLoss, fsd, wsd }, LAMBDAS),
    slope: lookaheadSlope({ slopes: { objectiveLoss: loss, fsd: both - loss, wsd: 2 * wsd } }, LAMBDAS),
  };
}

const SMOOTH = APO_PROBLEMS.filter(({ isSmooth }) => isSmooth);

describe("a lookahead", () => {
  beforeAll(() => useBackend("wasm"));

  for (const apo of SMOOTH) {
    it(`has the slope of Q by log η that central differences of Q have: apo-lr on ${apo.name}`, async () => {
      const hyperparams = {
        ...hyperparamDefaults("apo-lr"),
        ...LAMBDAS,
        learningRate: 0.2,
        baseOptimizer: "sgd",
      } as const;
      const optimizer = apoLearningRate(apo.problem);
      const at = (shift: number) => {
        const state = optimizer.init(apo.params(), hyperparams);
        const logRates = add(state.logRates, scalar(shift)) as Tensor2D;
        return aheadOf(optimizer.lookAhead?.(apo.params(), { ...state, logRates }, apo.batch(), hyperparams));
      };
      await slopeIsThatOfDifferences(apo, hyperparams, at);
    });

    it(`has the slope of Q by the scale of P that central differences of Q have: apo-p on ${apo.name}`, async () => {
      const hyperparams = {
        ...hyperparamDefaults("apo-p"),
        ...LAMBDAS,
        learningRate: 0.2,
        scaleParameterization: "exp",
      } as const;
      const optimizer = apoPreconditioner(apo.problem);
      const at = (shift: number) => {
        const state = optimizer.init(apo.params(), hyperparams);
        // P goes with S² and S = exp(s)
        const factors = state.factors.map((f) => ({ ...f, S: add(f.S, scalar(shift / 2)) as Tensor2D }));
        return aheadOf(optimizer.lookAhead?.(apo.params(), { ...state, factors }, apo.batch(), hyperparams));
      };
      await slopeIsThatOfDifferences(apo, hyperparams, at);
    });
  }
});

function aheadOf(ahead: Ahead | undefined): Ahead {
  if (!ahead) throw new Error("The method does not look ahead.");
  return ahead;
}

async function slopeIsThatOfDifferences(apo: ApoProblem, hyperparams: Hyperparams, at: (shift: number) => Ahead) {
  const objectiveAt = async (shift: number) => (await measured(apo, hyperparams, at(shift))).objective;
  const expected = ((await objectiveAt(DIFFERENCE)) - (await objectiveAt(-DIFFERENCE))) / (2 * DIFFERENCE);
  expect(relativeError([(await measured(apo, hyperparams, at(0))).slope], [expected])).toBeLessThan(2e-3);
}
