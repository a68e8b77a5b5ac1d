import "@tensorflow/tfjs-core/dist/register_all_gradients";
import {
  add,
  exp,
  eye,
  grads,
  log,
  mul,
  type Scalar,
  square,
  sub,
  type Tensor,
  type Tensor2D,
  tensor2d,
  tidy,
} from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../../config/tables/hyperparams";
import type { Factors } from "../../kernels/operands/preconditioner";
import type { StepStats } from "../../optimizers/optimizer";
import { APO_PROBLEMS, type ApoProblem } from "../../testing/apoProblem";
import { forEachBackend } from "../../testing/forEachBackend";
import { dot, normalTensor, onCpu, read, readEach, relativeError } from "../../testing/numeric";
import { preconditionedReference } from "../../testing/reference";
import { apoLearningRate } from "../learningRate";
import { apoPreconditioner, type PreconditionerLearnerState } from "../preconditioner";

/** With φ ← φ − α·∂Q/∂φ and a large α, what a step does to φ is its meta-gradient without loss of digits. */
const ALPHA = 1e3;
const META = { metaOptimizer: "sgd", metaUpdateInterval: 1, lambdaFsd: 0.7, lambdaWsd: 0.3, steps: 10 } as const;
const ETA = 0.2;
/** h of central differences of Q, along log η or a unit vector: kinks of ReLU allow no more, rounding no less. */
const DIFFERENCE = 3e-3;
/** Along log η of a net without kinks: the rounding of Q over it then says nothing. */
const LONG_DIFFERENCE = 2e-2;

/** Q of a step at its lookahead, from the terms it reports. */
async function objectiveOf({ meta }: StepStats): Promise<number> {
  if (!meta) throw new Error("The step made no meta-update.");
  const [loss, fsd, wsd] = (await read([meta.objectiveLoss, meta.fsd, meta.wsd])) as [number, number, number];
  return loss + meta.lambdaFsd * fsd + meta.lambdaWsd * wsd;
}

/** The direction d of a base optimizer in its second step, from the gradients of both, worked out on the host. */
function secondDirection(
  base: Hyperparams["baseOptimizer"],
  first: number[],
  second: number[],
  h: Hyperparams,
): number[] {
  return second.map((g, i) => {
    const before = first[i] as number;
    if (base === "sgd") return g;
    if (base === "sgdm") return h.momentum * before + g;
    const mean = base === "rmsprop" ? g * (1 - h.beta1 ** 2) : (1 - h.beta1) * (h.beta1 * before + g);
    const meanSquare = (1 - h.beta2) * (h.beta2 * before ** 2 + g ** 2);
    return mean / (1 - h.beta1 ** 2) / (Math.sqrt(meanSquare / (1 - h.beta2 ** 2)) + h.epsilon);
  });
}

/** Cuts a flat vector into matrices of the shapes of others. */
function like(matrices: readonly Tensor2D[], values: readonly number[]): Tensor2D[] {
  let offset = 0;
  return matrices.map(({ shape, size }) => {
    offset += size;
    return tensor2d(values.slice(offset - size, offset), shape);
  });
}

const LEARNING_RATE_CASES = [
  { base: "sgd", scope: "shared" },
  { base: "sgdm", scope: "shared" },
  { base: "rmsprop", scope: "shared" },
  { base: "adam", scope: "shared" },
  { base: "adam", scope: "per-layer" },
] as const;

function testLearningRate({ isSmooth, problem, params, batch, fsdBatch, gradient, objective }: ApoProblem): void {
  it.each(LEARNING_RATE_CASES)(
    "meta-gradients (η): ∂Q/∂log η on $base ($scope) is that of tf.grads through the lookahead and of central differences of Q",
    async ({ base, scope }) => {
      const hyperparams = {
        ...hyperparamDefaults("apo-lr"),
        ...META,
        baseOptimizer: base,
        learningRateScope: scope,
        learningRate: { sgd: ETA, sgdm: ETA, rmsprop: 0.005, adam: 0.02 }[base],
        epsilon: 1e-3,
      };
      const optimizer = apoLearningRate(problem);
      const step = (theta: readonly Tensor2D[], state: ReturnType<typeof optimizer.init>, metaLearningRate: number) =>
        optimizer.step(theta, state, batch(), fsdBatch, { ...hyperparams, metaLearningRate });
      const first = await step(params(), optimizer.init(params(), hyperparams), 0);
      const second = await step(first.params, first.state, ALPHA);
      const logEta = Math.log(hyperparams.learningRate);
      const metaGrad = (await read(second.state.logRates.clone())).map((moved) => (logEta - moved) / ALPHA);
      expect(metaGrad).toHaveLength(scope === "shared" ? 1 : first.params.length);

      const theta = await Promise.all(first.params.map(async (W) => Array.from(await W.data())));
      const expected = await onCpu(async () => {
        const here = like(params(), theta.flat());
        const d = like(
          here,
          secondDirection(base, await read(gradient(params())), await read(gradient(here)), hyperparams),
        );
        const objectiveAt = (...phi: Tensor[]) =>
          objective(
            here.map((W, i) => sub(W, mul(exp(phi[scope === "shared" ? 0 : i] as Tensor), d[i] as Tensor2D))),
            here,
            hyperparams,
          );
        return read(tidy(() => grads(objectiveAt)(metaGrad.map(() => tensor2d([[logEta]])))));
      });
      expect(relativeError(metaGrad, expected)).toBeLessThan(1e-5);

      const along = metaGrad.map((value) => value / Math.hypot(...metaGrad));
      const at = async (shift: number) => {
        const logRates = tensor2d([along.map((share) => logEta + shift * share)]);
        return objectiveOf((await step(first.params, { ...first.state, logRates }, 0)).stats);
      };
      const h = isSmooth ? LONG_DIFFERENCE : DIFFERENCE;
      const slope = ((await at(h)) - (await at(-h))) / (2 * h);
      expect(relativeError([dot(metaGrad, along)], [slope])).toBeLessThan(2e-3);
    },
  );
}

/** Factors away from the identity, so that no gradient vanishes and no transpose goes unseen. */
const factorsFor = (params: readonly Tensor2D[], scale: "raw" | "exp"): Factors[] =>
  params.map(({ shape: [out, inputs] }, i) => {
    const near = (name: string, n: number) =>
      add(eye(n), normalTensor(`${name}${i}`, [n, n], 0.3 / Math.sqrt(n))) as Tensor2D;
    const S = mul(Math.sqrt(ETA), exp(normalTensor(`S${i}`, [out, inputs], 0.3)));
    return { A: near("A", inputs), B: near("B", out), S: (scale === "exp" ? log(S) : S) as Tensor2D };
  });

const listOf = (factors: readonly Factors[]): Tensor2D[] => factors.flatMap(({ A, B, S }) => [A, B, S]);

function testPreconditioner({ problem, params, batch, fsdBatch, gradient, objective }: ApoProblem): void {
  const cases = [
    { scale: "exp", klDirection: "old-new" },
    { scale: "raw", klDirection: "new-old" },
  ] as const;
  it.each(cases)(
    "meta-gradients (A, B, S): with S $scale and KL $klDirection they are those of tf.grads through the lookahead and of central differences of Q",
    async ({ scale, klDirection }) => {
      const hyperparams = { ...hyperparamDefaults("apo-p"), ...META, scaleParameterization: scale, klDirection };
      const optimizer = apoPreconditioner(problem);
      const step = (factors: Factors[], metaLearningRate: number) => {
        const state: PreconditionerLearnerState = { ...optimizer.init(params(), hyperparams), factors };
        return optimizer.step(params(), state, batch(), fsdBatch, { ...hyperparams, metaLearningRate });
      };
      const before = await readEach(listOf(factorsFor(params(), scale)));
      const after = await readEach(listOf((await step(factorsFor(params(), scale), ALPHA)).state.factors as Factors[]));
      const metaGrads = before.map((values, i) => values.map((x, k) => (x - (after[i]?.[k] as number)) / ALPHA));

      const expected = await onCpu(async () => {
        const theta = params();
        const g = gradient(theta);
        const objectiveAt = (...phi: Tensor[]): Scalar => {
          const lookahead = theta.map((W, i) => {
            const [A, B, S] = phi.slice(3 * i, 3 * i + 3) as [Tensor2D, Tensor2D, Tensor2D];
            const squaredS = square(scale === "exp" ? exp(S) : S);
            return sub(W, preconditionedReference(g[i] as Tensor2D, A, B, squaredS)) as Tensor2D;
          });
          return objective(lookahead, theta, hyperparams);
        };
        return readEach(tidy(() => grads(objectiveAt)(listOf(factorsFor(theta, scale)))));
      });
      for (const [i, values] of expected.entries())
        expect(
          relativeError(metaGrads[i] as number[], values),
          `${"ABS"[i % 3]} of layer ${Math.floor(i / 3)}`,
        ).toBeLessThan(1e-5);

      const flat = metaGrads.flat();
      const size = Math.hypot(...flat);
      const at = async (shift: number) => {
        const list = listOf(factorsFor(params(), scale)).map((phi, i) =>
          add(phi, mul(shift / size, tensor2d(metaGrads[i] as number[], phi.shape))),
        ) as Tensor2D[];
        const factors = params().map((_, i) => ({ A: list[3 * i], B: list[3 * i + 1], S: list[3 * i + 2] }) as Factors);
        return objectiveOf((await step(factors, 0)).stats);
      };
      const slope = ((await at(DIFFERENCE)) - (await at(-DIFFERENCE))) / (2 * DIFFERENCE);
      expect(relativeError([dot(flat, flat) / size], [slope])).toBeLessThan(2e-3);
    },
  );
}

forEachBackend(() => {
  for (const apoProblem of APO_PROBLEMS)
    describe(apoProblem.name, () => {
      testLearningRate(apoProblem);
      testPreconditioner(apoProblem);
    });
});
