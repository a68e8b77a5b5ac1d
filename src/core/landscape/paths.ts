import { tensor2d } from "@tensorflow/tfjs-core";
import {
  LANDSCAPE_STEPS,
  type LandscapeId,
  type LandscapeMethod,
  type LandscapePath,
  landscapeExclusion,
  type Point,
} from "../../config/tables/landscape";
import { CREATE_OPTIMIZER } from "../methods";
import type { Batch, Params } from "../optimizers/optimizer";
import { lossAt } from "../proximal/leastSquares";
import { stream } from "../random";
import { Run } from "../training/run";
import { landscapeOf } from "./registry";

/** A path ends where the loss is this many times what it was at θ. */
const DIVERGENCE_FACTOR = 1000;

/** Of the noise that sampled targets are drawn from. */
const SEED = 7;

export interface PathOptions {
  id: LandscapeId;
  theta: Point;
  steps: number;
  /** Awaited before each step; what it throws ends the work. */
  turn?: () => Promise<void>;
}

/** The paths of several methods from θ, one after another. Leaves no tensor behind. */
export async function landscapeSteps(
  options: PathOptions,
  methods: readonly LandscapeMethod[],
): Promise<LandscapePath[]> {
  const paths: LandscapePath[] = [];
  for (const method of methods) paths.push(await landscapePath(options, method));
  return paths;
}

/**
 * Where a method goes in N steps from θ: the real optimizer on the active tfjs backend, with all examples as B and as B′ in
 * every step. Ends early, with a sentence, where the method is not defined, throws or diverges.
 */
export async function landscapePath(options: PathOptions, method: LandscapeMethod): Promise<LandscapePath> {
  const { id, theta, steps, turn } = options;
  const { run: name, optimizer, hyperparams } = method;
  const landscape = landscapeOf(id);
  const points: Point[] = [theta];
  const losses = [lossAt(landscape, theta)];
  const ended = (stopped: string | null): LandscapePath => ({ run: name, optimizer, points, losses, stopped });
  const exclusion = landscapeExclusion(id, optimizer);
  if (exclusion) return ended(exclusion);

  const { input, target } = landscape.batch();
  const run = new Run(CREATE_OPTIMIZER[optimizer](landscape.problem), landscape.paramsOf(theta), hyperparams, () => 0);
  try {
    for (let step = 0; step < steps; step++) {
      await turn?.();
      // made in the step's own scope, and gone with it
      const noise = () => tensor2d(stream(SEED, "targetNoise", step).normals(target.size), target.shape);
      const batch: Batch = { input, target, noise };
      try {
        (await run.step(batch, () => batch, LANDSCAPE_STEPS)).packed.dispose();
      } catch (error) {
        return ended(`Step ${step + 1}: ${error instanceof Error ? error.message : String(error)}`);
      }
      const next = await readPoint(run.weights);
      const loss = lossAt(landscape, next);
      if (!(loss <= DIVERGENCE_FACTOR * Math.max(losses[0] as number, 1e-3)))
        return ended(`It diverges: after step ${step + 1} the loss is ${formatLoss(loss)}.`);
      points.push(next);
      losses.push(loss);
    }
    return ended(null);
  } finally {
    run.dispose();
    input.dispose();
    target.dispose();
  }
}

async function readPoint(params: Params): Promise<Point> {
  const parts = await Promise.all(params.map((matrix) => matrix.data()));
  return parts.flatMap((part) => [...part]) as unknown as Point;
}

function formatLoss(loss: number): string {
  if (!Number.isFinite(loss)) return "not finite";
  return loss < 1e5 ? Number(loss.toPrecision(3)).toString() : loss.toExponential(2).replace("+", "");
}
