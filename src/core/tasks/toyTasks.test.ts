import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { DEFAULT_TASK_OPTIONS } from "../../config/tables/taskOptions";
import { allNumbers } from "../data/inputs";
import { TaskError } from "../taskError";
import { publicData } from "../testing/publicData";
import { createDeepLinear } from "./deepLinear";
import { createLinear, linearEigenvalues } from "./linear";
import { createSine } from "./sine";
import { createSpirals } from "./spirals";
import type { CreateTask, Split } from "./task";

const SEEDS = [0, 1, 7];
const create = (task: CreateTask, seed: number, conditionNumber = 30) =>
  task(seed, { ...DEFAULT_TASK_OPTIONS, conditionNumber }, publicData().io);
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

/** Second moment E[xxᵀ] of rows of length `size`. */
function secondMoment(x: Float32Array, size: number): Matrix {
  const rows = new Matrix(
    Array.from({ length: x.length / size }, (_, n) => Array.from(x.subarray(n * size, (n + 1) * size))),
  );
  return rows.transpose().mmul(rows).div(rows.rows);
}

describe("sine", () => {
  it.each(SEEDS)("has the noise floor 0.005 at its own curve (seed %i)", async (seed) => {
    const { train, test } = await create(createSine, seed);
    for (const { x, y } of [train, test]) {
      const losses = Array.from(allNumbers(x), (value, i) => {
        const u = value / Math.sqrt(3);
        return 0.5 * ((y[i] as number) - Math.sin(6 * u) - 0.4 * Math.sin(15 * u)) ** 2;
      });
      // ½·0.1² = 0.005; the mean of 256 squares varies by √(2/256) = 8.8%: four of those
      expect(Math.abs(mean(losses) - 0.005)).toBeLessThan(0.005 * 0.36);
    }
  });

  it("scales u in [−1, 1] to unit variance and draws the function from end to end", async () => {
    const { train, picture } = await create(createSine, 7);
    expect(Math.max(...allNumbers(train.x).map(Math.abs))).toBeLessThanOrEqual(Math.fround(Math.sqrt(3)));
    expect(Math.abs(mean(allNumbers(train.x).map((value) => value * value)) - 1)).toBeLessThan(0.23); // 4·√(0.8/256)
    if (picture.kind !== "function") throw new Error(`The picture is ${picture.kind}.`);
    expect([picture.gridX.length, picture.gridX[0], picture.gridX.at(-1)]).toEqual([
      200,
      Math.fround(-Math.sqrt(3)),
      Math.fround(Math.sqrt(3)),
    ]);
    expect([...picture.gridX].sort((a, b) => a - b)).toEqual([...picture.gridX]);
  });
});

describe("linear", () => {
  it.each([10, 30, 1e3, 1e6])("has E[xxᵀ] over the training split with condition number %d", async (kappa) => {
    const { train } = await create(createLinear, 7, kappa);
    const eigenvalues = new EigenvalueDecomposition(secondMoment(allNumbers(train.x), 8)).realEigenvalues.sort(
      (a, b) => b - a,
    );
    linearEigenvalues(kappa).forEach((expected, i) => {
      // x is float32: 6e-8 of the largest eigenvalue's scale, against the smallest one's square root
      expect(Math.abs((eigenvalues[i] as number) / expected - 1)).toBeLessThan(1e-4);
    });
    expect(linearEigenvalues(kappa).at(-1)).toBeCloseTo(1 / kappa, 12);
  });

  it("has inputs that are mixed, not one per eigenvalue", async () => {
    const { train } = await create(createLinear, 7, 1e6);
    const moment = secondMoment(allNumbers(train.x), 8);
    const smallest = Math.min(...moment.diag());
    expect(smallest).toBeGreaterThan(1e-3); // an axis-aligned one would have 1e-6
  });

  it.each(SEEDS)("has label noise of variance 1 around the least-squares solution (seed %i)", async (seed) => {
    const { train } = await create(createLinear, seed, 10);
    const w = leastSquares(train);
    const residuals = Array.from({ length: train.count }, (_, n) => {
      const fit = w.reduce((sum, value, i) => sum + value * (allNumbers(train.x)[n * 8 + i] as number), 0);
      return ((train.y[n] as number) - fit) ** 2;
    });
    expect(Math.abs(mean(residuals) - 1)).toBeLessThan(0.09); // 4·√(2/4096)
  });

  it.each([10, 1e3])("draws the weight along each eigenvector against least squares (κ %d)", async (kappa) => {
    const { train, picture } = await create(createLinear, 7, kappa);
    if (picture.kind !== "parity") throw new Error(`The picture is ${picture.kind}.`);
    expect(picture).toMatchObject({ points: "eigenvectors", openFrom: 4, quantity: { mean: 0, deviation: 1 } });
    const [moment, w] = [secondMoment(allNumbers(train.x), 8), leastSquares(train)];
    for (const [i, eigenvalue] of linearEigenvalues(kappa).entries()) {
      const v = Array.from(picture.inputs.subarray(8 * i, 8 * i + 8));
      expect(Math.hypot(...v)).toBeCloseTo(1, 5);
      const stretched = moment.mmul(Matrix.columnVector(v)).to1DArray();
      for (const [j, entry] of v.entries()) expect(stretched[j]).toBeCloseTo(eigenvalue * entry, 5);
      expect(picture.targets[i]).toBeCloseTo(
        v.reduce((sum, entry, j) => sum + entry * (w[j] as number), 0),
        3,
      );
    }
  });

  it.each([9, 1e7, Number.NaN])("refuses the condition number %d by name", async (kappa) => {
    await expect(create(createLinear, 7, kappa)).rejects.toThrow(TaskError);
    await expect(create(createLinear, 7, kappa)).rejects.toThrow(/Condition number .* 10 to 1000000/);
  });
});

/** E[xxᵀ]⁻¹ E[xy] with eight inputs. */
function leastSquares({ x: inputs, y, count }: Split): number[] {
  const x = allNumbers(inputs);
  const cross = Matrix.zeros(8, 1);
  for (let n = 0; n < count; n++)
    for (let i = 0; i < 8; i++)
      cross.set(i, 0, cross.get(i, 0) + ((x[n * 8 + i] as number) * (y[n] as number)) / count);
  return inverseTimes(secondMoment(x, 8), cross);
}

function inverseTimes(matrix: Matrix, right: Matrix): number[] {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix);
  const rotated = eigenvectorMatrix.transpose().mmul(right).to1DArray();
  return eigenvectorMatrix
    .mmul(Matrix.columnVector(rotated.map((v, i) => v / (realEigenvalues[i] as number))))
    .to1DArray();
}

describe("deep-linear", () => {
  it("has targets that are a noiseless linear map of rank 6, rows scaled from 1 to 1e-5", async () => {
    const { train } = await create(createDeepLinear, 7);
    // Row i of M is y_i projected on x: E[y xᵀ] E[xxᵀ]⁻¹; here from six points, exactly.
    const six = new Matrix(
      Array.from({ length: 6 }, (_, n) => Array.from(allNumbers(train.x).subarray(6 * n, 6 * n + 6))),
    );
    for (let out = 0; out < 10; out++) {
      const y = Matrix.columnVector(Array.from({ length: 6 }, (_, n) => train.y[10 * n + out] as number));
      const row = inverseTimes(six.transpose().mmul(six), six.transpose().mmul(y));
      const scale = 1 + (out / 9) * (1e-5 - 1); // numpy's linspace(1, 1e-5, 10)
      for (const entry of row) {
        expect(entry).toBeGreaterThan(-1e-3 * scale);
        expect(entry).toBeLessThan(1.001 * scale);
      }
      const residuals = Array.from({ length: 1000 }, (_, n) => {
        const fit = row.reduce((sum, entry, i) => sum + entry * (allNumbers(train.x)[6 * n + i] as number), 0);
        return Math.abs((train.y[10 * n + out] as number) - fit);
      });
      expect(Math.max(...residuals)).toBeLessThan(1e-4 * scale); // float32 data, solved from six rows
    }
  });

  it("draws the entries of its product against those of the map: answers to the unit vectors", async () => {
    const { train, picture } = await create(createDeepLinear, 7);
    if (picture.kind !== "parity") throw new Error(`The picture is ${picture.kind}.`);
    const { points, inputs, targets, openFrom } = picture;
    expect([points, inputs.length, targets.length, openFrom]).toEqual(["entries", 36, 60, 60]);
    expect(Array.from(inputs)).toEqual(Matrix.eye(6).to1DArray());
    for (let n = 0; n < 20; n++)
      for (let out = 0; out < 10; out++) {
        const terms = Array.from(
          { length: 6 },
          (_, i) => Number(targets[10 * i + out]) * Number(allNumbers(train.x)[6 * n + i]),
        );
        expect(train.y[10 * n + out]).toBeCloseTo(mean(terms) * 6, 5);
      }
  });

  it("starts from weights N(0, 1) without bias", async () => {
    const starts = await Promise.all(Array.from({ length: 20 }, (_, seed) => create(createDeepLinear, seed)));
    const weights = starts.flatMap(({ initialParams }) => initialParams.flatMap((layer) => Array.from(layer)));
    expect(weights.length).toBe(20 * (36 + 60));
    expect(Math.abs(mean(weights.map((w) => w * w)) - 1)).toBeLessThan(0.13); // 4·√(2/1920)
  });
});

describe("spirals", () => {
  it.each(SEEDS)("has both classes on spirals of 1.75 turns, half a turn apart (seed %i)", async (seed) => {
    const { train, test } = await create(createSpirals, seed);
    for (const { x: inputs, y } of [train, test]) {
      const x = allNumbers(inputs);
      expect(y.filter((label) => label === 0).length).toBe(256);
      // Distance to the nearest point of the class's own spiral: noise of 2·0.02 across it
      const distances = Array.from(y, (label, n) => distance(x[2 * n] as number, x[2 * n + 1] as number, label));
      expect(Math.max(...distances)).toBeLessThan(0.2);
      expect(Math.sqrt(mean(distances.map((d) => d * d)))).toBeLessThan(0.05);
    }
  });

  it("shows a grid that holds every point", async () => {
    const { train, picture } = await create(createSpirals, 7);
    if (picture.kind !== "surface") throw new Error(`The picture is ${picture.kind}.`);
    const [xMin, xMax, yMin, yMax] = picture.bounds;
    expect([picture.columns, picture.rows]).toEqual([48, 48]);
    expect(Math.max(...allNumbers(train.x))).toBeLessThan(Math.min(xMax, yMax));
    expect(Math.min(...allNumbers(train.x))).toBeGreaterThan(Math.max(xMin, yMin));
    expect(Array.from(picture.trainLabels)).toEqual(Array.from(train.y));
  });
});

function distance(x: number, y: number, label: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= 1000; i++) {
    const radius = i / 1000;
    const angle = radius * 3.5 * Math.PI + label * Math.PI;
    nearest = Math.min(nearest, Math.hypot(x - 2 * radius * Math.cos(angle), y - 2 * radius * Math.sin(angle)));
  }
  return nearest;
}
