import type { ExperimentInput } from "../../config/experiment/experiment";
import { trainingRuns } from "../../config/experiment/learningRateGrid";
import { POSTER_PRESETS } from "../../config/experiment/presets/posterPresets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { type Checkpoint, trainRuns } from "./trainRuns";

export const LONG_RUN_IDS = ["resnet18", "transformer", "transformer-augmented", "wrn28"] as const;
export type LongRunId = (typeof LONG_RUN_IDS)[number];

/** A long run of one of the poster's networks, and what it is to reach. */
export interface LongRun {
  /** "ResNet-18 ×1/8" */
  name: string;
  experiment: ExperimentInput;
  /** What its metric is measured on. */
  note: string;
  /** Steps at which the table has the test metric. */
  shown: readonly number[];
  /** Steps between evaluations. */
  interval: number;
  /** Of the test metric at the end, by the better of these runs; absent where nothing was wanted beforehand. */
  goal?: { atLeast: number; by: readonly string[] };
}

function experimentOf(preset: string): ExperimentInput {
  const { experiment } = POSTER_PRESETS.find(({ id }) => id === preset) ?? {};
  if (!experiment) throw new Error(`There is no preset "${preset}".`);
  return experiment;
}

const BLEU_NOTE =
  "BLEU of greedy translations of 200 held-out pairs, at the end of all 435. Copying the source gives 3.7, answering with the nearest training pair 18.1.";

/** Our choice of length, as the poster's is not known: what a CPU trains in minutes for each method. */
export const LONG_RUNS: Record<LongRunId, LongRun> = {
  resnet18: {
    name: "ResNet-18 ×1/8 on 5,000 images of CIFAR-10",
    experiment: {
      version: 1,
      task: "cifar10",
      seed: 7,
      steps: 1000,
      batchSize: 128,
      taskOptions: { network: "resnet18", width: "1/8", trainImages: 5000, augment: "on" },
      optimizers: [
        { id: "sgdm", hyperparams: { learningRate: 0.05 } },
        { id: "adam", hyperparams: { learningRate: 0.003 } },
        { id: "kfac", hyperparams: { learningRate: 0.05, damping: 0.1 } },
        {
          id: "apo-lr",
          hyperparams: { baseOptimizer: "adam", learningRate: 0.001, lambdaFsd: 10, metaLearningRate: 0.1 },
        },
        { id: "apo-p", hyperparams: { learningRate: 0.05, lambdaFsd: 30, metaLearningRate: 0.003 } },
      ],
    },
    shown: [100, 300, 1000],
    note: "Accuracy on 1,000 test images, whose standard error is 1.5 %.",
    interval: 100,
    goal: { atLeast: 0.5, by: ["sgdm", "adam"] },
  },
  transformer: {
    name: "The Transformer, d 64",
    experiment: {
      version: 1,
      task: "translation",
      seed: 7,
      steps: 3000,
      optimizers: [
        { id: "adam", hyperparams: { learningRate: 0.003 } },
        { id: "adam", run: "adam-2", hyperparams: { learningRate: 0.006 } },
        { id: "sgdm", hyperparams: { learningRate: 0.3 } },
        {
          id: "apo-lr",
          hyperparams: { baseOptimizer: "adam", learningRate: 0.003, lambdaFsd: 0.3, metaLearningRate: 0.1 },
        },
        { id: "apo-p", hyperparams: { learningRate: 0.3, lambdaFsd: 10, metaLearningRate: 0.01 } },
      ],
    },
    shown: [250, 1000, 3000],
    note: BLEU_NOTE,
    interval: 250,
    goal: { atLeast: 20, by: ["adam", "adam-2"] },
  },
  "transformer-augmented": {
    name: "The Transformer, d 64, on augmented texts",
    experiment: {
      version: 1,
      task: "translation",
      seed: 7,
      steps: 3000,
      batchSize: 128,
      taskOptions: { augment: "on" },
      optimizers: [
        {
          id: "adam",
          hyperparams: { learningRate: 0.006, learningRateSchedule: "cosine", weightDecay: 0.6, beta2: 0.98 },
        },
        // the same share of the weights in each step as Adam's
        { id: "sgdm", hyperparams: { learningRate: 0.3, learningRateSchedule: "cosine", weightDecay: 0.012 } },
        {
          id: "apo-lr",
          hyperparams: { baseOptimizer: "adam", learningRate: 0.003, lambdaFsd: 3, metaLearningRate: 0.1 },
        },
        { id: "apo-p", hyperparams: { learningRate: 0.3, lambdaFsd: 10, metaLearningRate: 0.01 } },
      ],
    },
    shown: [250, 1000, 3000],
    note: `${BLEU_NOTE} Adam's batch, weight decay and β₂ were chosen by BLEU on the validation split of the texts, which nothing else reads; those of the others were not sought.`,
    interval: 250,
    goal: { atLeast: 20, by: ["adam"] },
  },
  wrn28: {
    name: "WRN-28-0.5: η beside fixed rates and a schedule",
    experiment: experimentOf("wrn28"),
    note: "The run of the preset. Accuracy on 1,000 test images.",
    shown: [50],
    interval: 50,
  },
};

/** Of each run: its settings, its loss in the first steps, which tests train again, and what it came to. */
export interface LongRecord {
  run: string;
  settings: Partial<Hyperparams>;
  early: number[];
  evaluations: Omit<Checkpoint, "seconds">[];
}

export type LongRecords = Partial<Record<LongRunId, LongRecord[]>>;

/** Steps that tests train again. */
export const EARLY_STEPS = 2;

/** The experiment with every default filled in. */
export const longConfig = (id: LongRunId) => resolveExperiment(LONG_RUNS[id].experiment).config;

/** Its runs: those of the race, then a grid of fixed rates where it has one. */
export const longRunsOf = (id: LongRunId) => trainingRuns(longConfig(id));

/** Trains one run of it to its end. */
export async function trainLong(id: LongRunId, run: string): Promise<LongRecord> {
  const config = longConfig(id);
  const all = longRunsOf(id);
  const spec = all.find((one) => one.run === run);
  if (!spec) throw new Error(`There is no run "${run}". Allowed: ${all.map((one) => one.run).join(", ")}.`);
  const runs = [{ run, optimizer: spec.id, hyperparams: spec.hyperparams }];
  const trained = (await trainRuns(config, runs, { steps: config.steps, interval: LONG_RUNS[id].interval })).get(run);
  return {
    run,
    settings: settingsOf(id, run),
    early: trained?.batchLosses.slice(0, EARLY_STEPS) ?? [],
    evaluations: trained?.checkpoints.map(({ seconds: _, ...evaluation }) => evaluation) ?? [],
  };
}

/** What the table says of a run's settings: those it has in `LONG_RUNS`, and of a grid the rate. */
export function settingsOf(id: LongRunId, run: string): Partial<Hyperparams> {
  const own = LONG_RUNS[id].experiment.optimizers?.find((one) => (one.run ?? one.id) === run);
  if (own) return (own.hyperparams ?? {}) as Partial<Hyperparams>;
  const { learningRate } = longRunsOf(id).find((one) => one.run === run)?.hyperparams ?? {};
  return learningRate === undefined ? {} : { learningRate };
}
