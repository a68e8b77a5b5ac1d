import type { ExperimentConfig } from "../../../config/experiment/experiment";
import { resolveExperiment } from "../../../config/experiment/resolveExperiment";
import { NETWORK_INFO, type Network } from "../../../config/tables/networks/networks";
import { OPTIMIZERS, type OptimizerId } from "../../../config/tables/optimizers";
import { TASK_IDS, type TaskId } from "../../../config/tables/taskIds";
import { TASK_OPTIONS, type TaskOptions } from "../../../config/tables/taskOptions";
import { isHeavy, TASKS } from "../../../config/tables/tasks";
import type { ReadFile } from "../../data/readFile";
import { CREATE_TASK } from "../../tasks/registry";
import { createRace } from "../race";
import { madeArchive } from "./madeArchive";
import { smallTable } from "./smallTable";

export const GOLDEN_OPTIMIZERS: readonly OptimizerId[] = ["sgdm", "adam", "kfac", "apo-lr", "apo-p"];

/** The poster's networks, each as narrow as it comes, on CIFAR-10. */
const GOLDEN_NETWORKS = ["alexnet", "vgg16", "resnet18", "wrn28"] as const satisfies readonly Network[];

/** On seed 7 a ReLU of ResNet-18 is within rounding of 0 in the second step, and which side it is on moves the third loss by 3e-3. */
const NETWORK_SEED = 8;

/** What has a golden trace: each task, and each of these networks. */
export const GOLDEN_NAMES = [...TASK_IDS, ...GOLDEN_NETWORKS] as const;
export type GoldenName = (typeof GOLDEN_NAMES)[number];

/** The task of a golden trace, with what is other than usual: a network as narrow as it comes. */
function goldenTask(name: GoldenName): { task: TaskId; seed: number; taskOptions: Partial<TaskOptions> } {
  const network = GOLDEN_NETWORKS.find((known) => known === name);
  if (network) {
    const [width] = NETWORK_INFO[network].options.width.choices;
    return {
      task: "cifar10",
      seed: NETWORK_SEED,
      taskOptions: { network, width, trainImages: TASK_OPTIONS.trainImages.min },
    };
  }
  const task = name as TaskId;
  return { task, seed: 7, taskOptions: TASKS[task].options.includes("size") ? { size: "light" } : {} };
}

/** Methods with golden traces on a task: KFAC has no curvature of a Transformer's layers. */
export const goldenOptimizers = (task: TaskId): readonly OptimizerId[] =>
  GOLDEN_OPTIMIZERS.filter((id) => TASKS[task].loss !== "tokenCrossEntropy" || !OPTIMIZERS[id].isFactored);

/** A run as it was on the cpu backend: its losses, its η, and the squared norm of each layer's weights at the end. */
export interface GoldenRun {
  run: string;
  trainLoss: number[];
  learningRate: number[];
  squaredNorms: number[];
}

/** A recorded race. The settings stand in it, so that a new default makes no old trace wrong. */
export interface Golden {
  config: Pick<ExperimentConfig, "task" | "seed" | "steps" | "batchSize" | "taskOptions" | "optimizers">;
  runs: GoldenRun[];
}

/** With less damping KFAC's inverses magnify rounding, and two devices part by percents in 50 steps (docs/numerics.md). */
const LEAST_DAMPING = 1e-2;

/** 50 steps of a task with its own batch, 3 of 8 examples where a step is expensive (and a light network), at today's settings. */
export function goldenConfig(name: GoldenName): Golden["config"] {
  const { task, seed, taskOptions: asked } = goldenTask(name);
  const short = isHeavy(task) ? { steps: 3, batchSize: 8 } : { steps: 50 };
  const { config } = resolveExperiment({
    task,
    seed,
    ...short,
    taskOptions: asked,
    optimizers: goldenOptimizers(task).map((id) => ({ id })),
  });
  const { steps, batchSize, taskOptions, optimizers } = config;
  for (const { hyperparams } of optimizers) hyperparams.damping = Math.max(LEAST_DAMPING, hyperparams.damping);
  return { task, seed, steps, batchSize, taskOptions, optimizers };
}

/** The trace with these runs alone, which are what they are beside others, where all of them would take too long. */
export function withRuns({ config, runs }: Golden, ids: readonly OptimizerId[]): Golden {
  const optimizers = config.optimizers.filter(({ id }) => ids.includes(id));
  return { config: { ...config, optimizers }, runs: runs.filter(({ run }) => ids.some((id) => id === run)) };
}

/** Whether a trace is of one of the networks. */
export const isOfNetwork = (name: GoldenName): boolean => GOLDEN_NETWORKS.some((network) => network === name);

/** Trains the race of a config on the active backend, at most `steps` steps of it. */
export async function trainGolden(
  config: Golden["config"],
  readFile: ReadFile,
  steps = config.steps,
): Promise<GoldenRun[]> {
  const csv = { table: smallTable(), choice: { file: "small.csv", target: null, inputs: null } };
  const task = config.task as TaskId;
  const archive = task === "cifar100" ? madeArchive(task) : undefined; // a tenth of a second to make
  const data = await CREATE_TASK[task](config.seed, config.taskOptions, { readFile, report: () => {}, csv, archive });
  const runs = config.optimizers.map(({ id, run, hyperparams }) => ({ run, optimizer: id, hyperparams }));
  const { seed, batchSize } = config;
  const race = createRace(data, { seed, batchSize, steps: config.steps, runs });
  try {
    for (let step = 0; step < steps; step++) await race.takeStep();
    const golden: GoldenRun[] = [];
    for (const { run, columns } of await race.readRows())
      golden.push({
        run,
        trainLoss: columns.trainLoss as number[],
        learningRate: columns.learningRate as number[],
        squaredNorms: (await race.weights(run)).map((layer) => layer.reduce((sum, w) => sum + w * w, 0)),
      });
    return golden;
  } finally {
    race.dispose();
  }
}

/** Largest relative difference of the losses of two runs, over the steps that both have. */
export function largestDifference(actual: GoldenRun, expected: GoldenRun): number {
  const steps = Math.min(actual.trainLoss.length, expected.trainLoss.length);
  if (steps === 0) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (let step = 0; step < steps; step++) {
    const [a, b] = [actual.trainLoss[step] as number, expected.trainLoss[step] as number];
    const difference = Math.abs(a - b) / Math.abs(b);
    worst = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(worst, difference);
  }
  return worst;
}
