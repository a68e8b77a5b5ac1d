import { inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { randomPsd, randomValues } from "../testing/matrices";
import { relativeError } from "../testing/numeric";
import { type Evaluate, lbfgs } from "./lbfgs";

const LIMITS = { iterations: 500, tolerance: 1e-8 };

/** Σ 100(x₂ − x₁²)² + (1 − x₁)² over neighbours: its minimum is 0 at (1, …, 1). */
const rosenbrock: Evaluate = async (x) => {
  const gradient = new Float64Array(x.length);
  let value = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const [now, next] = [x[i] as number, x[i + 1] as number];
    const bend = next - now * now;
    value += 100 * bend * bend + (1 - now) ** 2;
    gradient[i] = (gradient[i] as number) - 400 * now * bend - 2 * (1 - now);
    gradient[i + 1] = 200 * bend;
  }
  return { value, gradient };
};

describe("lbfgs", () => {
  it("ends at the closed-form minimum of a quadratic of condition number 1e4", async () => {
    const n = 15;
    const A = Matrix.from1DArray(n, n, Array.from(randomPsd(n, 40, 1))).add(Matrix.eye(n, n, 1e-4));
    const b = Matrix.columnVector(Array.from(randomValues(n, 2)));
    const quadratic: Evaluate = async (x) => {
      const point = Matrix.columnVector(Array.from(x));
      const image = A.mmul(point);
      return {
        value: 0.5 * point.dot(image) - point.dot(b),
        gradient: Float64Array.from(Matrix.sub(image, b).to1DArray()),
      };
    };
    const { x, stopped } = await lbfgs(quadratic, new Float64Array(n), LIMITS, 0);
    expect(stopped).toBe("tolerance");
    expect(relativeError(x, inverse(A).mmul(b).to1DArray())).toBeLessThan(1e-6);
  });

  it("walks down the curved valley of Rosenbrock's function", async () => {
    const { x, value, evaluations } = await lbfgs(rosenbrock, new Float64Array(10).fill(-1), LIMITS, 0);
    expect(value).toBeLessThan(1e-12);
    expect(relativeError(x, new Float64Array(10).fill(1))).toBeLessThan(1e-6);
    expect(evaluations).toBeLessThan(200);
  });

  it("spends no more evaluations than it may", async () => {
    const { evaluations, stopped } = await lbfgs(rosenbrock, new Float64Array(10).fill(-1), {
      ...LIMITS,
      iterations: 7,
    });
    expect([evaluations, stopped]).toEqual([7, "iterations"]);
  });

  it("stops where no step along the direction lowers the value, and returns the point it came to", async () => {
    const uphill: Evaluate = async (x) => ({ value: x.reduce((sum, v) => sum + v * v, 0), gradient: x.map((v) => -v) });
    const { x, evaluations, stopped } = await lbfgs(uphill, Float64Array.of(1, 2), LIMITS);
    expect([...x, stopped]).toEqual([1, 2, "stalled"]);
    expect(evaluations).toBeLessThan(30);
  });

  it("steps back from where the function is not finite", async () => {
    const walled: Evaluate = async ([x = 0]) => ({
      value: x < 1 ? x * x - 0.1 * Math.log(1 - x) - 3 * x : Number.NaN,
      gradient: Float64Array.of(x < 1 ? 2 * x + 0.1 / (1 - x) - 3 : Number.NaN),
    });
    const { x, stopped } = await lbfgs(walled, Float64Array.of(0), LIMITS, 0);
    expect(stopped).toBe("tolerance");
    // 2x + 0.1/(1 − x) = 3, so 2(1 − x)² + (1 − x) − 0.1 = 0 and 1 − x = (−1 + √1.8)/4
    expect(x[0]).toBeCloseTo(1 - (Math.sqrt(1.8) - 1) / 4, 6);
  });

  it("names a start that is not finite", async () => {
    const broken: Evaluate = async (x) => ({ value: Number.NaN, gradient: x });
    await expect(lbfgs(broken, new Float64Array(2), LIMITS)).rejects.toThrow("not finite where the solver starts");
  });
});
