import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Hyperparams } from "../../config/tables/hyperparams";
import {
  LANDSCAPE_IDS,
  LANDSCAPES,
  type LandscapeId,
  landscapeExclusion,
  type Point,
} from "../../config/tables/landscape";
import { landscapeSettings } from "../../config/tables/landscapeSettings";
import { OPTIMIZER_IDS, type OptimizerId } from "../../config/tables/optimizers";
import { leastSquaresAt, lossAt } from "../proximal/leastSquares";
import { exactProximalPoint } from "../proximal/planeStep";
import { useBackend } from "../testing/forEachBackend";
import { landscapePath, landscapeSteps } from "./paths";
import { landscapeOf } from "./registry";

beforeAll(() => useBackend("cpu"));

const LAMBDAS = { lambdaFsd: 2, lambdaWsd: 0.3 };

function pathOf(
  id: LandscapeId,
  optimizer: OptimizerId,
  changed: Partial<Hyperparams> = {},
  steps = 1,
  theta: Point = LANDSCAPES[id].start,
) {
  const hyperparams = { ...landscapeSettings(id, optimizer), ...LAMBDAS, ...changed };
  return landscapePath({ id, theta, steps }, { run: optimizer, optimizer, hyperparams });
}

/** The point after one step. */
async function firstStep(...args: Parameters<typeof pathOf>): Promise<Point> {
  const { points, stopped } = await pathOf(...args);
  expect(stopped).toBeNull();
  return points[1] as Point;
}

function expectPoint(actual: Point, [a, b]: Point, tolerance = 1e-5) {
  expect(Math.hypot(actual[0] - a, actual[1] - b)).toBeLessThan(tolerance);
}

describe("on the quadratic the first step is the closed form", () => {
  const start = LANDSCAPES.quadratic.start;
  const landscape = landscapeOf("quadratic");
  const { gradient, gaussNewton } = leastSquaresAt(landscape, start, landscape.targets);
  const [g11, g12, g22] = gaussNewton;
  /** θ − (scale·G + shift·I)⁻¹∇J, by Cramer's rule. */
  const newton = (scale: number, shift: number): Point => {
    const [a, b, c] = [scale * g11 + shift, scale * g12, scale * g22 + shift];
    const [x, y] = gradient;
    const determinant = a * c - b * b;
    return [start[0] - (c * x - b * y) / determinant, start[1] - (a * y - b * x) / determinant];
  };
  const along = (rate: number): Point => [start[0] - rate * gradient[0], start[1] - rate * gradient[1]];

  it.each(["sgd", "sgdm"] as const)("−η∇J for %s", async (optimizer) => {
    expectPoint(await firstStep("quadratic", optimizer, { learningRate: 0.25 }), along(0.25));
  });

  it("−∇J/λ_WSD for gradient descent", async () => {
    expectPoint(await firstStep("quadratic", "gradient-descent"), along(1 / 0.3));
  });

  it("−(λ_FSD·G + λ_WSD·I)⁻¹∇J for natural gradient", async () => {
    expectPoint(await firstStep("quadratic", "natural-gradient"), newton(2, 0.3));
  });

  it("−(G + λ_WSD·I)⁻¹∇J for Hessian-free", async () => {
    expectPoint(await firstStep("quadratic", "hessian-free"), newton(1, 0.3));
  });

  it("−((1 + λ_FSD)·G + λ_WSD·I)⁻¹∇J for the proximal point, which is the drawn θ*", async () => {
    const exact = exactProximalPoint(landscape, start, LAMBDAS);
    expectPoint(exact, newton(3, 0.3), 1e-9);
    expectPoint(await firstStep("quadratic", "proximal-point"), exact);
  });
});

it.each(["rosenbrock", "two-weights"] as const)("the proximal point's first step on %s is the drawn θ*", async (id) => {
  const exact = exactProximalPoint(landscapeOf(id), LANDSCAPES[id].start, LAMBDAS);
  expectPoint(await firstStep(id, "proximal-point"), exact, 2e-3);
});

it.each(LANDSCAPE_IDS)(
  "every method defined on %s takes 60 finite steps downhill with its own settings",
  async (id) => {
    const before = memory().numTensors;
    const methods = OPTIMIZER_IDS.filter((optimizer) => !landscapeExclusion(id, optimizer)).map((optimizer) => ({
      run: optimizer,
      optimizer,
      // gradient descent alone needs λ_WSD above half the greatest curvature
      hyperparams: {
        ...landscapeSettings(id, optimizer),
        ...(optimizer === "gradient-descent" ? { lambdaWsd: 2000 } : {}),
      },
    }));
    const paths = await landscapeSteps({ id, theta: LANDSCAPES[id].start, steps: 60 }, methods);
    for (const { optimizer, points, losses, stopped } of paths) {
      expect(stopped, optimizer).toBeNull();
      expect(points, optimizer).toHaveLength(61);
      expect(losses.at(-1), optimizer).toBe(lossAt(landscapeOf(id), points.at(-1) as Point));
      expect(losses.at(-1), optimizer).toBeLessThan(losses[0] as number);
    }
    expect(memory().numTensors).toBe(before);
  },
);

it("a method that diverges, or is not defined, stops with a sentence and leaves no tensor behind", async () => {
  const before = memory().numTensors;
  const diverged = await pathOf("quadratic", "sgd", { learningRate: 3 }, 60);
  expect(diverged.stopped).toMatch(/^It diverges: after step \d+ the loss is /);
  expect(diverged.points.length).toBe(diverged.losses.length);
  expect(diverged.points.length).toBeLessThan(61);
  const unbounded = await pathOf("quadratic", "gradient-descent", { lambdaWsd: 0 }, 60);
  expect(unbounded.stopped).toContain("set it above 0");
  expect(unbounded.points).toEqual([LANDSCAPES.quadratic.start]);
  for (const optimizer of ["kfac", "ekfac"] as const) {
    const path = await pathOf("rosenbrock", optimizer, {}, 60);
    expect(path.stopped).toBe(landscapeExclusion("rosenbrock", optimizer));
    expect(path.stopped).toContain("not defined on Rosenbrock");
  }
  expect(memory().numTensors).toBe(before);
});

it("work that is given up between two steps leaves no tensor behind", async () => {
  const before = memory().numTensors;
  let turns = 0;
  const turn = async () => {
    if (++turns === 5) throw new Error("given up");
  };
  const method = { run: "adam", optimizer: "adam", hyperparams: landscapeSettings("quadratic", "adam") } as const;
  await expect(landscapePath({ id: "quadratic", theta: [1, 1], steps: 60, turn }, method)).rejects.toThrow("given up");
  expect(memory().numTensors).toBe(before);
});
