import { add, mul, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { apoLearningRate } from "../apo/learningRate";
import { apoPreconditioner } from "../apo/preconditioner";
import type { SomeFactors } from "../kernels/operands/preconditioner";
import type { StepStats } from "../optimizers/optimizer";
import { forEachBackend } from "../testing/forEachBackend";
import { GRAPH_FILES, type GraphFile, graphProblem } from "../testing/graph/graphTask";
import { readGraphFile } from "../testing/graph/readGraphFile";
import { dot, normalTensor, read, relativeError } from "../testing/numeric";
import { testNoDiscrepancy } from "../testing/suites/graphObjectiveTests";

/** With φ ← φ − α·∂Q/∂φ and a large α, what a step does to φ is its meta-gradient without loss of digits. */
const ALPHA = 1e3;
const META = { metaOptimizer: "sgd", metaUpdateInterval: 1, lambdaFsd: 0.7, lambdaWsd: 0.3, steps: 10 } as const;
/**
 * Where each network's derivatives are looked at: η₀ of APO-η and of APO-P, and h of the central differences of Q along log η and along
 * a unit vector of factors. Kinks of ReLU and of max-pools allow no larger h, rounding no smaller one where Q is flat.
 */
const POINTS = {
  alexnet: { eta: 0.2, start: 0.1, h: 5e-4 },
  vgg: { eta: 0.2, start: 0.1, h: 2e-3 },
  "vgg-batchnorm": { eta: 0.2, start: 0.1, h: 3e-3 },
  resnet: { eta: 0.2, start: 0.1, h: 1e-2 },
  wrn: { eta: 0.03, start: 0.03, h: 1e-2 },
  transformer: { eta: 0.5, start: 0.5, h: 3e-3 },
  "transformer-tied": { eta: 0.05, start: 0.05, h: 6e-3 },
} as const satisfies Record<(typeof GRAPH_FILES)[number], object>;
type Point = (typeof POINTS)[keyof typeof POINTS];

/** Q of a step at its lookahead, from the terms it reports. */
async function objectiveIn({ meta }: StepStats): Promise<number> {
  if (!meta) throw new Error("The step made no meta-update.");
  const [loss, fsd, wsd] = (await read([meta.objectiveLoss, meta.fsd, meta.wsd])) as [number, number, number];
  return loss + meta.lambdaFsd * fsd + meta.lambdaWsd * wsd;
}

/** Slope of Q where `at` gives it, from both sides. */
const slopeOf = async (at: (shift: number) => Promise<number>, h: number): Promise<number> =>
  ((await at(h)) - (await at(-h))) / (2 * h);

function testMetaGradients(file: GraphFile, { eta, start, h }: Point): void {
  const { problem, params, batch, fsdBatch } = graphProblem(file);

  it("has the meta-gradient of log η of central differences of Q", async () => {
    const hyperparams = { ...hyperparamDefaults("apo-lr"), ...META, baseOptimizer: "sgd", learningRate: eta } as const;
    const optimizer = apoLearningRate(problem);
    const begin = optimizer.init(params(), hyperparams);
    const step = (shift: number, metaLearningRate: number) =>
      optimizer.step(
        params(),
        { ...begin, logRates: add(begin.logRates, tensor2d([[shift]])) as Tensor2D },
        batch(),
        fsdBatch,
        { ...hyperparams, metaLearningRate },
      );
    const moved = await read((await step(0, ALPHA)).state.logRates);
    const grad = ((await read(begin.logRates.clone())) as [number])[0] - (moved[0] as number);
    const slope = await slopeOf(async (shift) => objectiveIn((await step(shift, 0)).stats), h);
    expect(relativeError([grad / ALPHA], [slope])).toBeLessThan(2e-3);
  });

  it.each(["exp", "raw"] as const)("has the meta-gradients of A, B and S (%s) of them", async (scale) => {
    const hyperparams = { ...hyperparamDefaults("apo-p"), ...META, learningRate: start, scaleParameterization: scale };
    const optimizer = apoPreconditioner(problem);
    const begin = optimizer.init(params(), hyperparams);
    /** Factors apart from the identity, so that no derivative is one by symmetry. */
    const factors = begin.factors.map(({ A, B, S }, i): SomeFactors => {
      const apart = (factor: Tensor2D, name: string) =>
        add(factor, normalTensor<Tensor2D>(`${name}${i}`, factor.shape, 0.1)) as Tensor2D;
      return { ...(A && { A: apart(A, "A") }), ...(B && { B: apart(B, "B") }), S: apart(S, "S") };
    });
    const step = (at: readonly SomeFactors[], metaLearningRate: number) =>
      optimizer.step(params(), { ...begin, factors: [...at] }, batch(), fsdBatch, { ...hyperparams, metaLearningRate });
    const moved = (await step(factors, ALPHA)).state.factors;
    for (const name of ["A", "B", "S"] as const) {
      const values = async (list: readonly SomeFactors[]) =>
        Promise.all(list.map(async (each) => (each[name] ? read((each[name] as Tensor2D).clone()) : [])));
      const [before, after] = [await values(factors), await values(moved)];
      const grads = before.map((list, i) => list.map((x, k) => (x - (after[i]?.[k] as number)) / ALPHA));
      const size = Math.hypot(...grads.flat());
      const at = async (shift: number) => {
        const shifted = factors.map((each, i): SomeFactors => {
          const factor = each[name];
          if (!factor) return each;
          const along = tensor2d(grads[i] as number[], factor.shape);
          return { ...each, [name]: add(factor, mul(shift / size, along)) };
        });
        return objectiveIn((await step(shifted, 0)).stats);
      };
      expect(relativeError([dot(grads.flat(), grads.flat()) / size], [await slopeOf(at, h)]), name).toBeLessThan(2e-3);
    }
  });
}

forEachBackend(() => {
  describe.each(["vgg-batchnorm", "resnet", "wrn", "transformer"])("%s", (name) =>
    testNoDiscrepancy(readGraphFile(name)),
  );
  describe.each(GRAPH_FILES)("%s", (name) => testMetaGradients(readGraphFile(name), POINTS[name]));
});
