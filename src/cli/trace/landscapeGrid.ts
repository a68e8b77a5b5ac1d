import { readsHyperparam } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import {
  LANDSCAPE_IDS,
  LANDSCAPE_STEPS,
  LANDSCAPES,
  type LandscapeId,
  landscapeExclusion,
  type Point,
} from "../../config/tables/landscape";
import { landscapeSettings } from "../../config/tables/landscapeSettings";
import { OPTIMIZER_IDS, type OptimizerId } from "../../config/tables/optimizers";
import { landscapePath } from "../../core/landscape/paths";
import { startNodeBackend } from "../nodeBackend";
import { runCommand } from "../runCommand";

/**
 * Chooses the settings of `config/tables/landscapeSettings.ts`: of each grid the point with the least mean log₁₀ loss after all steps
 * from five places, the start and the middles of the quarters of the plane; where others come within `TIE` of it, the one
 * with the smallest η and then the most damping. Run it with `npx tsx src/cli/trace/landscapeGrid.ts`.
 */
const TIE = 0.15;

const RATES = [1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2];

const GRIDS: Partial<Record<OptimizerId, Partial<Record<keyof Hyperparams, readonly number[]>>>> = {
  "natural-gradient": {},
  "proximal-point": {},
  "gradient-descent": {},
  "hessian-free": {},
  kfac: { learningRate: RATES, damping: [1e-3, 1e-2, 0.1] },
  ekfac: { learningRate: RATES, damping: [1e-3, 1e-2, 0.1] },
};

const FLOOR = 1e-8;

async function scoreOf(problem: LandscapeId, optimizer: OptimizerId, changed: Partial<Hyperparams>): Promise<number> {
  const hyperparams = { ...landscapeSettings(problem, optimizer), ...changed };
  let total = 0;
  const places = placesOf(problem);
  for (const theta of places) {
    const options = { id: problem, theta, steps: LANDSCAPE_STEPS };
    const { losses, stopped } = await landscapePath(options, { run: optimizer, optimizer, hyperparams });
    const loss = stopped === null ? (losses.at(-1) as number) : 1000 * Math.max(losses[0] as number, 1e-3);
    total += Math.log10(loss + FLOOR);
  }
  return total / places.length;
}

function placesOf(problem: LandscapeId): Point[] {
  const { start, domain } = LANDSCAPES[problem];
  const at = (axis: 0 | 1, share: number) => domain[axis][0] + share * (domain[axis][1] - domain[axis][0]);
  const quarters = [0.25, 0.75].flatMap((x) => [0.25, 0.75].map((y): Point => [at(0, x), at(1, y)]));
  return [start, ...quarters];
}

function productOf(grid: Partial<Record<string, readonly number[]>>): Partial<Hyperparams>[] {
  let points: Partial<Hyperparams>[] = [{}];
  for (const [name, values] of Object.entries(grid))
    points = points.flatMap((point) => (values ?? []).map((value) => ({ ...point, [name]: value })));
  return points;
}

const order = (a: Partial<Hyperparams>, b: Partial<Hyperparams>) => (a.damping ?? 0) - (b.damping ?? 0);

await runCommand(async () => {
  await startNodeBackend("cpu");
  for (const problem of LANDSCAPE_IDS)
    for (const optimizer of OPTIMIZER_IDS) {
      if (landscapeExclusion(problem, optimizer)) continue;
      const points = productOf(GRIDS[optimizer] ?? { learningRate: RATES });
      const scored: { point: Partial<Hyperparams>; score: number }[] = [];
      for (const point of points) {
        // K is the page's own: the worse of a short and a long one counts
        const intervals = readsHyperparam(optimizer, "metaUpdateInterval") ? [1, 10] : [1];
        const scores: number[] = [];
        for (const metaUpdateInterval of intervals)
          scores.push(await scoreOf(problem, optimizer, { ...point, metaUpdateInterval }));
        scored.push({ point, score: Math.max(...scores) });
      }
      const least = Math.min(...scored.map(({ score }) => score));
      const [chosen] = scored
        .filter(({ score }) => score <= least + TIE)
        .toSorted((a, b) => (a.point.learningRate ?? 0) - (b.point.learningRate ?? 0) || -order(a.point, b.point));
      const words = `${JSON.stringify(chosen?.point)} scores ${chosen?.score.toFixed(2)}, the best ${least.toFixed(2)}`;
      process.stdout.write(`${problem} ${optimizer}: ${words}\n`);
    }
});
