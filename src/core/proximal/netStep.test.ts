import { describe, expect, it, test } from "vitest";
import type { ProximalProblem } from "../../config/formulas/proximalProblem";
import { stream } from "../random";
import { APO_PROBLEMS } from "../testing/apoProblem";
import { createProblem } from "../testing/float64/problem";
import { innerAll, type Rows } from "../testing/float64/rows";
import { useBackend } from "../testing/forEachBackend";
import { MLP } from "../testing/layerCases";
import { read, relativeError } from "../testing/numeric";
import { stepOn } from "../testing/stepOn";
import { byGain } from "./dampingRules";
import { levenbergMarquardt } from "./levenbergMarquardt";
import { linearMoments, linearProximalStep } from "./linearStep";
import { netObjective } from "./netObjective";
import { netGap, netProximalStep } from "./netStep";

const [INPUTS, HIDDEN, OUTPUTS] = [2, 4, 3];
const SIZE = HIDDEN * (INPUTS + 1) + OUTPUTS * (HIDDEN + 1);
const SETTINGS = { lambdaFsd: 0.8, lambdaWsd: 0.3, klDirection: "old-new" } as const;

/** B of so many rows and a B′ of two more, all drawn from one stream. */
function problemOf(loss: ProximalProblem["loss"], count: number, changed: Partial<ProximalProblem> = {}) {
  const { normal } = stream(3, `${loss}.${count}`);
  const draw = (length: number) => Float32Array.from({ length }, normal);
  const problem: ProximalProblem = {
    layers: [
      { inputs: INPUTS, outputs: HIDDEN, activation: "tanh", bias: true },
      { inputs: HIDDEN, outputs: OUTPUTS, activation: "linear", bias: true },
    ],
    loss,
    x: draw(count * INPUTS),
    y: loss === "squaredError" ? draw(count * OUTPUTS) : Int32Array.from({ length: count }, (_, n) => n % OUTPUTS),
    fsdX: draw((count + 2) * INPUTS),
    ...SETTINGS,
    ...changed,
  };
  return { problem, theta: Float64Array.from(draw(SIZE)) };
}

/** Q and the squared norm of its gradient by the reference network, one example at a time. */
function reference({ loss, x, y, fsdX, layers, lambdaFsd, lambdaWsd }: ProximalProblem, theta: Float64Array) {
  const rowsOf = (values: ArrayLike<number>, width: number): Rows =>
    Array.from({ length: values.length / width }, (_, n) =>
      Array.from({ length: width }, (_, i) => values[n * width + i] as number),
    );
  const matricesOf = (u: Float64Array): Rows[] => [
    rowsOf(u.subarray(0, HIDDEN * (INPUTS + 1)), INPUTS + 1),
    rowsOf(u.subarray(HIDDEN * (INPUTS + 1)), HIDDEN + 1),
  ];
  const count = x.length / INPUTS;
  const targets = loss === "squaredError" ? rowsOf(y, OUTPUTS) : Array.from(y);
  const { loss: lossAt, discrepancy } = createProblem({
    layers: layers.map((layer) => ({ kind: "dense" as const, ...layer })),
    loss,
    x: rowsOf([...x, ...fsdX], INPUTS),
    xShape: [INPUTS],
    y: targets,
    initialParams: [],
    batches: [],
  } as unknown as Parameters<typeof createProblem>[0]);
  const batch = Array.from({ length: count }, (_, n) => n);
  const fsdBatch = Array.from({ length: fsdX.length / INPUTS }, (_, n) => count + n);
  return (u: Float64Array) => {
    const [U, W] = [matricesOf(u), matricesOf(theta)];
    const J = lossAt(U, batch);
    const D = discrepancy(U, W, fsdBatch);
    const grads = J.grads.map((rows, l) =>
      rows.map((row, o) =>
        row.map((g, i) => {
          const move = (U[l]?.[o]?.[i] as number) - (W[l]?.[o]?.[i] as number);
          return g + lambdaFsd * (D.grads[l]?.[o]?.[i] as number) + lambdaWsd * move;
        }),
      ),
    );
    const move = u.reduce((sum, value, i) => sum + (value - (theta[i] as number)) ** 2, 0);
    return {
      value: J.value + lambdaFsd * D.value + 0.5 * lambdaWsd * move,
      slope: Math.sqrt(innerAll(grads, grads)),
      grads,
    };
  };
}

describe.each(["squaredError", "softmaxCrossEntropy"] as const)("%s", (loss) => {
  // 3 rows of B give fewer rows of derivatives than the 27 weights, 20 give more: either side of the dense system
  it.each([3, 20])("the solver ends where the reference's gradient of Q is gone, with %i rows", (count) => {
    const { problem, theta } = problemOf(loss, count);
    const Q = reference(problem, theta);
    const { u, value, stationarity } = levenbergMarquardt(netObjective(problem, theta).at, theta, byGain(1e-8), 100);
    const [before, after] = [Q(theta), Q(u)];
    expect(after.slope).toBeLessThan(1e-7 * before.slope);
    expect(stationarity).toBeCloseTo(after.slope / before.slope, 9);
    expect(value).toBeCloseTo(after.value, 10);
    expect(after.value).toBeLessThan(before.value);
  });

  it("the gradient on B is the reference's", () => {
    const { problem, theta } = problemOf(loss, 5, { lambdaFsd: 0, lambdaWsd: 0 });
    const grads = reference(problem, theta)(theta).grads.flat(2);
    expect(relativeError(netObjective(problem, theta).lossGradient, grads)).toBeLessThan(1e-12);
  });

  it("no step of the solver raises the objective", () => {
    const { problem, theta } = problemOf(loss, 20, { lambdaWsd: 0.01 });
    const { at } = netObjective(problem, theta);
    const values = Array.from({ length: 12 }, (_, iterations) => {
      return levenbergMarquardt(at, theta, byGain(0), iterations).value;
    });
    for (let k = 1; k < values.length; k++) expect(values[k]).toBeLessThanOrEqual(values[k - 1] as number);
    expect(values.at(-1)).toBeLessThan(values[0] as number);
  });
});

test("the gradient of KL(new ‖ old) is the slope of its value", () => {
  const { problem, theta } = problemOf("softmaxCrossEntropy", 4, { klDirection: "new-old", lambdaFsd: 5 });
  const { at } = netObjective(problem, theta);
  const { normal } = stream(1, "direction");
  const direction = Float64Array.from({ length: SIZE }, normal);
  const u = theta.map((value, i) => value + 0.3 * (direction[i] as number));
  const moved = (h: number) => at(u.map((value, i) => value + h * (direction[i] as number))).value;
  const slope = at(u).gradient.reduce((sum, g, i) => sum + g * (direction[i] as number), 0);
  expect(slope).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 6);
});

test.each([2, 9])("a linear network is solved in one step, to the closed form, with %i rows", (count) => {
  const layers = [{ inputs: INPUTS, outputs: OUTPUTS, activation: "linear", bias: true }] as const;
  const { problem, theta: all } = problemOf("squaredError", count, { layers });
  const theta = all.slice(0, OUTPUTS * (INPUTS + 1));
  const { u, iterations } = levenbergMarquardt(netObjective(problem, theta).at, theta, byGain(1e-9), 9);
  expect(iterations).toBe(1);
  expect(
    relativeError(u, linearProximalStep(theta, linearMoments(problem, INPUTS, INPUTS + 1, OUTPUTS), problem).target),
  ).toBeLessThan(1e-10);
});

test.each(APO_PROBLEMS.slice(0, 2).map((apo) => [apo.name, apo] as const))(
  "on %s it finds the point that L-BFGS finds through the tensors",
  async (_, apo) => {
    await useBackend("cpu");
    const { lambdaFsd, lambdaWsd, klDirection } = { ...SETTINGS, lambdaWsd: 1 };
    const limits = { solverTolerance: 1e-5, solverIterations: 200 };
    const { params } = await stepOn(apo, "proximal-point", { lambdaFsd, lambdaWsd, klDirection, ...limits });
    const target = await read(apo.batch().target);
    const kind = apo.problem.loss.kind as ProximalProblem["loss"];
    const outputs = MLP.outputs;
    const problem: ProximalProblem = {
      layers: MLP.layers as ProximalProblem["layers"],
      loss: kind,
      x: Float32Array.from(await read(apo.batch().input)),
      y:
        kind === "squaredError"
          ? Float32Array.from(target)
          : Int32Array.from({ length: target.length / outputs }, (_, n) =>
              target.slice(n * outputs, (n + 1) * outputs).indexOf(1),
            ),
      fsdX: Float32Array.from(await read(apo.fsdBatch().input)),
      ...{ lambdaFsd, lambdaWsd, klDirection },
    };
    const theta = Float64Array.from(await read(apo.params()));
    const exact = netProximalStep(problem, theta);
    expect(relativeError(exact?.target ?? [], params)).toBeLessThan(1e-4);
    const gap = netGap({ problem, theta: Float32Array.from(theta), next: Float32Array.from(params) });
    expect(gap.distance).toBeLessThan(1e-3);
    expect(gap.cosine).toBeGreaterThan(1 - 1e-6);
  },
);

test("weights that are not numbers have no gap", () => {
  const { problem, theta } = problemOf("squaredError", 3);
  const broken = Float32Array.from(theta).fill(Number.NaN);
  expect(netGap({ problem, theta: broken, next: broken }).distance).toBeNull();
});
