import { Matrix, solve } from "ml-matrix";
import { expect, test } from "vitest";
import type { ProximalProblem } from "../../config/formulas/proximalProblem";
import { stream } from "../random";
import { relativeError } from "../testing/numeric";
import { NO_GAP, proximalGap } from "./gap";
import { linearMoments, linearProximalStep } from "./linearStep";

const [INPUTS, OUTPUTS, COUNT, FSD_COUNT] = [4, 2, 12, 9];
const settings = { lambdaFsd: 0.7, lambdaWsd: 0.2, klDirection: "old-new" } as const;

const { normal } = stream(5, "proximal.linear");
const draw = (count: number) => Float32Array.from({ length: count }, normal);
const problem: ProximalProblem = {
  layers: [{ inputs: INPUTS, outputs: OUTPUTS, activation: "linear", bias: true }],
  loss: "squaredError",
  x: draw(COUNT * INPUTS),
  y: draw(COUNT * OUTPUTS),
  fsdX: draw(FSD_COUNT * INPUTS),
  ...settings,
};
const theta = Float64Array.from(draw(OUTPUTS * (INPUTS + 1)));

const matrixOf = (values: ArrayLike<number>, rows: number) =>
  Matrix.from1DArray(rows, values.length / rows, [...Array.from(values)]);
const augmented = (x: Float32Array, rows: number) => matrixOf(x, rows).addColumn(new Array<number>(rows).fill(1));
const X = augmented(problem.x, COUNT);
const fsdX = augmented(problem.fsdX, FSD_COUNT);
const Y = matrixOf(problem.y, COUNT);
const W = matrixOf(theta, OUTPUTS);

/** Q at some weights, from the definition. */
function objective(u: ArrayLike<number>): number {
  const U = matrixOf(u, OUTPUTS);
  const loss = Matrix.sub(X.mmul(U.transpose()), Y).norm() ** 2 / (2 * COUNT);
  const fsd = fsdX.mmul(Matrix.sub(U, W).transpose()).norm() ** 2 / (2 * FSD_COUNT);
  return loss + settings.lambdaFsd * fsd + 0.5 * settings.lambdaWsd * Matrix.sub(U, W).norm() ** 2;
}

const momentsOf = ({ x, y, fsdX }: ProximalProblem) => linearMoments({ x, y, fsdX }, INPUTS, INPUTS + 1, OUTPUTS);
const moments = momentsOf(problem);
const step = linearProximalStep(theta, moments, settings);

test("the closed form is the solution of the normal equations of the whole objective", () => {
  // minimise over U: stacked rows √(1/N)(XUᵀ − Y), √(λ_FSD/N′)X′(U − W)ᵀ, √λ_WSD(U − W)ᵀ
  const left = X.transpose()
    .mmul(X)
    .div(COUNT)
    .add(
      fsdX
        .transpose()
        .mmul(fsdX)
        .mul(settings.lambdaFsd / FSD_COUNT),
    )
    .add(Matrix.eye(INPUTS + 1).mul(settings.lambdaWsd));
  const pulled = Matrix.sub(left, X.transpose().mmul(X).div(COUNT)).mmul(W.transpose());
  const right = X.transpose().mmul(Y).div(COUNT).add(pulled);
  expect(relativeError(step.target, solve(left, right).transpose().to1DArray())).toBeLessThan(1e-12);
});

test("its gradient is that of the loss, and η* has the lowest objective along it", () => {
  const g = X.transpose()
    .mmul(Matrix.sub(X.mmul(W.transpose()), Y))
    .div(COUNT)
    .transpose()
    .to1DArray();
  expect(relativeError(step.gradient, g)).toBeLessThan(1e-12);
  const along = (eta: number) => objective(theta.map((value, i) => value - eta * (g[i] as number)));
  const [low, middle, high] = [along(0), along(1), along(2)];
  const vertex = (3 * low - 4 * middle + high) / (2 * (low - 2 * middle + high));
  expect(step.bestRate).toBeCloseTo(vertex, 8);
});

test("the gap is 0 at the exact step, 1 where nothing moves, and √2 for a step of its length across it", () => {
  const exact = step.target.map((value, i) => value - (theta[i] as number));
  const there = proximalGap(theta, step.target, step);
  expect(there.distance).toBe(0);
  expect(there.cosine).toBeCloseTo(1, 12);
  expect(proximalGap(theta, theta, step)).toMatchObject({ distance: 1, cosine: null });
  const across = exact.map((_, i) => (i === 0 ? -(exact[1] as number) : i === 1 ? (exact[0] as number) : 0));
  const scale = Math.hypot(...exact) / Math.hypot(...across);
  const next = theta.map((value, i) => value + scale * (across[i] as number));
  const { distance, cosine } = proximalGap(theta, next, step);
  expect(distance).toBeCloseTo(Math.SQRT2, 12);
  expect(cosine).toBeCloseTo(0, 12);
});

test("no η comes closer than the floor, the best one meets it, and η* lies above it", () => {
  const distances = Array.from({ length: 4001 }, (_, k) => {
    const next = theta.map((value, i) => value - (k / 1000) * (step.gradient[i] as number));
    return proximalGap(theta, next, step).distance as number;
  });
  const { floor, atBestRate } = proximalGap(theta, theta, step);
  expect(Math.min(...distances)).toBeGreaterThanOrEqual(floor as number);
  expect(Math.min(...distances)).toBeCloseTo(floor as number, 5);
  const atStar = theta.map((value, i) => value - (step.bestRate as number) * (step.gradient[i] as number));
  expect(proximalGap(theta, atStar, step).distance).toBeCloseTo(atBestRate as number, 12);
  expect(atBestRate).toBeGreaterThan(floor as number);
});

test("where θ is the minimum already, or a weight is not a number, there is no gap", () => {
  const still = linearProximalStep(step.target, momentsOf({ ...problem, fsdX: problem.x }), {
    lambdaFsd: 0,
    lambdaWsd: 1e9,
  });
  expect(proximalGap(step.target, step.target, { ...still, target: step.target })).toEqual(NO_GAP);
  expect(
    proximalGap(
      theta,
      theta.map(() => Number.NaN),
      step,
    ),
  ).toEqual(NO_GAP);
});

test("a singular objective names the remedy", () => {
  const ofOneRow = momentsOf({ ...problem, x: problem.x.slice(0, INPUTS), y: problem.y.slice(0, OUTPUTS) });
  expect(() => linearProximalStep(theta, ofOneRow, { lambdaFsd: 0, lambdaWsd: 0 })).toThrow(/raise λ_WSD above 0/);
});

test("rows by their numbers give the moments of the rows themselves, and other λ another solution", () => {
  const batch = Int32Array.of(7, 2, 2);
  const pick = (values: Float32Array, width: number) =>
    Float32Array.from([...batch].flatMap((row) => [...values.subarray(row * width, (row + 1) * width)]));
  const picked = momentsOf({ ...problem, x: pick(problem.x, INPUTS), y: pick(problem.y as Float32Array, OUTPUTS) });
  const { x, y, fsdX } = problem;
  expect(linearMoments({ x, y, fsdX, batch }, INPUTS, INPUTS + 1, OUTPUTS)).toEqual(picked);
  const dearer = linearProximalStep(theta, moments, { ...settings, lambdaWsd: 2 });
  expect(dearer.target).not.toEqual(step.target);
  expect(linearProximalStep(theta, moments, settings)).toEqual(step);
});
