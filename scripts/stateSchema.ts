import * as z from "zod";
import { layerSpectrumSchema, spectrumSchema } from "../src/config/experiment/trace";
import { EFFECT_QUANTITIES } from "../src/config/formulas/interventionEffect";
import { BACKENDS } from "../src/config/tables/backends";
import { LANDSCAPE_IDS } from "../src/config/tables/landscape";
import { COLUMN_NAMES } from "../src/config/tables/metrics";
import { OPTIMIZER_IDS } from "../src/config/tables/optimizers";
import { TASK_IDS } from "../src/config/tables/taskIds";
import { VIEW_IDS } from "../src/config/tables/views";

const index = z.int().nonnegative();
const number = z.nullable(z.number());
const numbers = z.array(z.number());
const text = z.nullable(z.string());
const setting = z.union([z.number(), z.string()]);
const settings = z.record(z.string(), setting);
const task = z.enum([...TASK_IDS, "given"]);
const backend = z.enum(BACKENDS);
const optimizer = z.enum(OPTIMIZER_IDS);
const passes = z.looseObject({ forward: z.number(), backward: z.number() });
const point = z.array(z.number());
const byName = <Name extends string, Value>(names: readonly Name[], value: Value) =>
  Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>;

/** What the page is doing, in one word; `finished` is a race without a step left. */
const status = z.enum(["loading", "needsFile", "idle", "running", "paused", "finished", "failed", "saved"]);

/** What has been asked for and is not here yet: analyses, pictures of what was learned, drawings. */
const pending = z.object({ spectra: index, fits: index, charts: index });

const lookahead = z.looseObject({
  step: index,
  batchLoss: z.number(),
  gradientNorm: z.number(),
  learningRate: z.number(),
  stepLength: z.number(),
  objectiveLoss: z.number(),
  fsd: z.number(),
  wsd: z.number(),
  lambdas: z.looseObject({ lambdaFsd: z.number(), lambdaWsd: z.number() }),
  objective: z.number(),
  slope: z.number(),
  metaUpdateInterval: z.number(),
  nextMetaStep: index,
  metaLearningRate: z.number(),
  momentum: z.number(),
  isNext: z.boolean(),
  end: z.nullable(z.enum(["race", "run"])),
  counts: z.object({ batch: index, fsdBatch: index }),
  rows: z.object({ batch: z.array(index), fsdBatch: z.array(index) }),
  slopes: z.object({ objectiveLoss: z.number(), fsd: z.number(), wsd: z.number() }),
  before: numbers,
  after: numbers,
  fsdBefore: numbers,
  fsdAfter: numbers,
});

const { name, method, dimension } = layerSpectrumSchema.shape;
const columns = z.object(byName(COLUMN_NAMES, z.array(number))).partial();

const run = z.object({
  run: z.string(),
  optimizer,
  isGrid: z.boolean(),
  status: z.enum(["running", "diverged", "finished", "failed"]),
  message: z.optional(z.string()),
  metaSteps: index,
  hyperparams: settings,
  columns,
  evaluations: z.array(z.object({ step: index, trainLoss: number, testLoss: number, testMetric: number })),
  spectra: z.array(
    z.object({
      step: index,
      layers: z.array(
        z.object({
          ...{ name, method, dimension },
          smallest: z.number(),
          largest: z.number(),
          conditionNumber: number,
          trace: z.number(),
        }),
      ),
    }),
  ),
  spectrum: z.nullable(spectrumSchema),
  cost: z.nullable(
    z.object({
      msPerStep: number,
      forwardPasses: z.number(),
      backwardPasses: z.number(),
      tensorBytes: index,
      peakBytes: index,
    }),
  ),
  layers: z.array(z.object({ name: z.string(), shape: z.array(index) })),
  lookahead: z.nullable(lookahead),
});

const means = z.object(byName(EFFECT_QUANTITIES, number));
const eigenvalues = z.nullable(numbers);

/** What `window.__apo.getState()` returns; its JSON Schema ships as schema/apo-state-1.json. Later versions may add fields. */
export const stateSchema = z.object({
  version: z.literal(1),
  status,
  pending,
  step: index,
  metaStep: index,
  steps: index,
  backend,
  task,
  seed: index,
  batchSize: index,
  taskOptions: z.looseObject({}),
  csv: z.optional(z.looseObject({ file: z.string(), target: text, use: z.unknown() })),
  preset: text,
  speed: number,
  focusRun: text,
  retraining: z.nullable(z.object({ at: index, to: index })),
  interventions: z.array(z.object({ step: index, run: z.string(), name: z.string(), from: setting, value: setting })),
  effects: z.array(
    z.object({
      run: z.string(),
      name: z.string(),
      firstStep: index,
      step: index,
      from: setting,
      value: setting,
      text: z.string(),
      effect: z.nullable(z.object({ steps: index, before: means, after: means })),
    }),
  ),
  scheduled: z.array(z.object({ step: index, run: z.optional(z.string()), name: z.string(), value: setting })),
  ideal: z.object({
    run: text,
    lambdaFsd: number,
    lambdaWsd: number,
    why: text,
    layers: z.array(z.object({ name: z.string(), exact: eigenvalues, linearised: eigenvalues })),
  }),
  runs: z.array(run),
  environment: z.nullable(
    z.object({ app: z.string(), backend, adapter: text, runtime: z.string(), reason: z.string() }),
  ),
  tensors: z.nullable(index),
  progress: z.object({ stage: z.string(), fraction: z.number(), detail: z.string() }),
  notices: z.array(
    z.object({
      id: index,
      level: z.enum(["info", "warning", "error"]),
      title: z.string(),
      detail: z.string(),
      remedy: z.string(),
      action: text,
    }),
  ),
  view: z.looseObject({
    xAxis: z.string(),
    lossSplit: z.string(),
    smoothing: text,
    hiddenRuns: z.array(z.string()),
    openViews: z.array(z.enum(VIEW_IDS)),
    scrubStep: z.nullable(index),
    theme: z.string(),
    landscape: z.object({ problem: z.enum(LANDSCAPE_IDS), theta: point, step: index }),
  }),
  ledger: z.array(
    z.object({
      run: z.string(),
      every: z.nullable(passes),
      meta: z.nullable(passes),
      total: z.nullable(passes),
      counted: z.nullable(passes),
      times: z.object({ plain: number, meta: number }),
    }),
  ),
  sweepMap: z.looseObject({
    status: z.string(),
    made: z.nullable(
      z.object({
        task,
        seed: index,
        optimizer,
        steps: index,
        lambdaFsd: numbers,
        lambdaWsd: numbers,
      }),
    ),
    isRecorded: z.boolean(),
    cells: z.array(z.looseObject({})),
    done: index,
    total: index,
    backend: z.nullable(backend),
    shows: z.string(),
  }),
  seedBand: z.looseObject({ status: z.string() }),
  landscape: z.nullable(z.looseObject({ status: z.string() })),
});
