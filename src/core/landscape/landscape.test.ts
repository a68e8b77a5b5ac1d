import { tidy } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { LANDSCAPE_IDS, LANDSCAPES, type Point } from "../../config/tables/landscape";
import { curvatureProduct } from "../nn/curvature";
import { wsdAt } from "../proximal/hostObjective";
import { fsdAt, leastSquaresAt, lossAt } from "../proximal/leastSquares";
import { planeObjective } from "../proximal/planeObjective";
import { exactProximalPoint } from "../proximal/planeStep";
import { useBackend } from "../testing/forEachBackend";
import { leastLoss } from "./leastLoss";
import { landscapeOf } from "./registry";
import { surfacesAt } from "./surfaces";

beforeAll(() => useBackend("cpu"));

const PLACES: readonly Point[] = [
  [-1.2, 1],
  [0.7, -0.4],
  [1.6, 1.9],
];
const LAMBDAS = { lambdaFsd: 2, lambdaWsd: 0.3 };

/** Loss, its gradient and G·(1, −2) by the model's own passes, in float32. */
async function byTensors(id: (typeof LANDSCAPE_IDS)[number], theta: Point) {
  const landscape = landscapeOf(id);
  const { model, loss } = landscape.problem;
  const { input, target } = landscape.batch();
  const params = landscape.paramsOf(theta);
  const direction = landscape.paramsOf([1, -2]);
  const result = tidy(() => {
    const pass = model.forward(params, input);
    const { loss: value, outputGrad } = loss.lossAndGrad(pass.outputs, target);
    const grads = model.backward(params, pass, outputGrad);
    return { value, grads, product: curvatureProduct(landscape.problem, params, pass, direction) };
  });
  const numbers = async (list: typeof params) => (await Promise.all(list.map((t) => t.data()))).flatMap((v) => [...v]);
  const [value] = await result.value.data();
  return { value, gradient: await numbers(result.grads), product: await numbers(result.product) };
}

describe.each(LANDSCAPE_IDS)("%s", (id) => {
  const landscape = landscapeOf(id);

  it("is the same for drawing as for the optimizers, to float32: loss, gradient and curvature", async () => {
    for (const theta of PLACES) {
      const { value, gradient, product } = await byTensors(id, theta);
      const exact = leastSquaresAt(landscape, theta, landscape.targets);
      const [g11, g12, g22] = exact.gaussNewton;
      expect(relative([value as number], [lossAt(landscape, theta)])).toBeLessThan(3e-6);
      expect(relative(gradient, exact.gradient)).toBeLessThan(3e-6);
      expect(relative(product, [g11 - 2 * g12, g12 - 2 * g22])).toBeLessThan(3e-6);
    }
  });

  it("has the gradient that central differences of its loss give", () => {
    const h = 1e-5;
    for (const [a, b] of PLACES) {
      const { gradient } = leastSquaresAt(landscape, [a, b], landscape.targets);
      const differences = [
        (lossAt(landscape, [a + h, b]) - lossAt(landscape, [a - h, b])) / (2 * h),
        (lossAt(landscape, [a, b + h]) - lossAt(landscape, [a, b - h])) / (2 * h),
      ];
      expect(relative(gradient, differences)).toBeLessThan(1e-7);
    }
  });

  it("has its exact proximal point where the gradient of Q is gone and no neighbour is lower", () => {
    for (const theta of PLACES) {
      const u = exactProximalPoint(landscape, theta, LAMBDAS);
      const at = planeObjective(landscape, theta, LAMBDAS);
      const q = (point: Point) => at(Float64Array.from(point)).value;
      const h = 1e-5;
      for (const [x, y] of [
        [h, 0],
        [0, h],
      ] as const) {
        const slope = (q([u[0] + x, u[1] + y]) - q([u[0] - x, u[1] - y])) / (2 * h);
        expect(Math.abs(slope)).toBeLessThan(1e-6 * (1 + q(theta)));
        expect(q([u[0] + 100 * x, u[1] + 100 * y])).toBeGreaterThan(q(u));
        expect(q([u[0] - 100 * x, u[1] - 100 * y])).toBeGreaterThan(q(u));
      }
      expect(q(u)).toBeLessThan(q(theta));
    }
  });

  it("is drawn on a grid of the functions' values, lowest row first, with the least loss below them all", () => {
    const theta: Point = LANDSCAPES[id].start;
    const { loss, fsd } = surfacesAt(id, theta);
    const [[left, right], [bottom, top]] = LANDSCAPES[id].domain;
    expect([loss.length, fsd.length]).toEqual([193 * 145, 193 * 145]);
    // column 48 of 0 … 192 is a quarter of the way, row 108 of 0 … 144 three quarters
    const u: Point = [left + (right - left) / 4, bottom + 0.75 * (top - bottom)];
    expect(relative([loss[108 * 193 + 48] as number], [lossAt(landscape, u)])).toBeLessThan(1e-6);
    expect(relative([fsd[108 * 193 + 48] as number], [fsdAt(landscape, u, landscape.outputs(theta))])).toBeLessThan(
      1e-6,
    );
    expect(leastLoss(landscape, LANDSCAPES[id].domain)).toBeLessThanOrEqual(Math.min(...loss));
  });
});

it("the quadratic has curvatures 3 and 0.1 and its minimum, of 0, at (1.5, −0.5)", () => {
  const landscape = landscapeOf("quadratic");
  const [g11, g12, g22] = leastSquaresAt(landscape, [0, 0], landscape.targets).gaussNewton;
  expect(g11 + g22).toBeCloseTo(3.1, 12);
  expect(g11 * g22 - g12 * g12).toBeCloseTo(0.3, 12);
  expect(lossAt(landscape, [1.5, -0.5])).toBeLessThan(1e-30);
});

it("Rosenbrock's function is half of (1 − a)² + 100(b − a²)², and its least loss is 0", () => {
  // (−1.2, 1): (2.2² + 100·0.44²)/2 = (4.84 + 19.36)/2
  expect(lossAt(landscapeOf("rosenbrock"), [-1.2, 1])).toBeCloseTo(12.1, 12);
  expect(leastLoss(landscapeOf("rosenbrock"), LANDSCAPES.rosenbrock.domain)).toBeLessThan(1e-20);
});

it("FSD and WSD are nothing at θ, and WSD carries the half", () => {
  for (const id of LANDSCAPE_IDS) expect(fsdAt(landscapeOf(id), [1, 2], landscapeOf(id).outputs([1, 2]))).toBe(0);
  expect(wsdAt(Float64Array.of(1, 2), Float64Array.of(1, 2))).toBe(0);
  expect(wsdAt(Float64Array.of(4, 6), Float64Array.of(1, 2))).toBe(12.5);
});

/** ‖a − b‖ / ‖b‖ */
function relative(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, i) => value - (b[i] as number))) / Math.hypot(...b);
}
