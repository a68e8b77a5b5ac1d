import * as z from "zod/mini";
import { EFFECT_QUANTITIES, type EffectQuantity } from "../formulas/interventionEffect";
import { BACKENDS } from "../tables/backends";
import { COLUMN_NAMES, type ColumnName, SPECTRUM_METHODS } from "../tables/metrics";
import { OPTIMIZER_IDS } from "../tables/optimizers";
import { TASK_IDS } from "../tables/taskIds";
import { recordedHyperparamsSchema } from "./hyperparamsSchema";
import { TASK_OPTION_FIELDS } from "./options/taskOptionFields";

/** Columns that a trace holds per step; test loss and metric stand under `evaluations`. */
export const TRACE_COLUMNS = COLUMN_NAMES.filter(
  (name): name is Exclude<ColumnName, "testLoss" | "testMetric"> => name !== "testLoss" && name !== "testMetric",
);
export type TraceColumn = (typeof TRACE_COLUMNS)[number];

const index = z.int().check(z.nonnegative());
const numbers = z.array(z.number());
const column = z.array(z.nullable(z.number()));

/** A `LayerSpectrum`. */
export const layerSpectrumSchema = z.object({
  name: z.string(),
  method: z.enum(SPECTRUM_METHODS),
  eigenvalues: numbers,
  weights: numbers,
  dimension: index,
  standardError: z.optional(z.number()),
});

/** Those of all layers of a run before a step. */
export const spectrumSchema = z.object({ step: index, layers: z.array(layerSpectrumSchema) });

const effectMeans = z.object(
  Object.fromEntries(EFFECT_QUANTITIES.map((quantity) => [quantity, z.nullable(z.number())])) as Record<
    EffectQuantity,
    ReturnType<typeof z.nullable<ReturnType<typeof z.number>>>
  >,
);

const layerParams = z.object({ name: z.string(), shape: z.array(index), values: numbers });

const run = z.object({
  run: z.string(),
  optimizer: z.enum(OPTIMIZER_IDS),
  /** "stopped": saved before its last step. */
  status: z.enum(["finished", "diverged", "stopped"]),
  message: z.optional(z.string()),
  columns: z.object(
    Object.fromEntries(TRACE_COLUMNS.map((name) => [name, column])) as Record<TraceColumn, typeof column>,
  ),
  evaluations: z.object({ step: numbers, trainLoss: column, testLoss: column, testMetric: column }),
  spectra: z.array(spectrumSchema),
  /** Shapes of the weights, [out, in (+1 for bias)]; saved by the page. */
  layers: z.optional(z.array(z.object({ name: z.string(), shape: z.tuple([index, index]) }))),
  finalParams: z.optional(z.array(layerParams)),
  /** Running averages of each batch norm, which serve evaluations. */
  finalStatistics: z.optional(z.array(z.object({ name: z.string(), mean: numbers, variance: numbers }))),
  /** Weights before the steps of these numbers (`--params every:N`). */
  params: z.optional(z.array(z.object({ step: index, layers: z.array(layerParams) }))),
});

/** The document `apo-trace/1`; its JSON Schema ships as public/schema/apo-trace-1.json. */
export const traceSchema = z.object({
  format: z.literal("apo-trace/1"),
  config: z.looseObject({
    version: z.literal(1),
    task: z.enum([...TASK_IDS, "given"]),
    seed: index,
    steps: index,
    batchSize: index,
    taskOptions: z.optional(z.looseObject(TASK_OPTION_FIELDS)),
    backend: z.enum(BACKENDS),
    optimizers: z.array(
      z.object({ id: z.enum(OPTIMIZER_IDS), run: z.string(), hyperparams: recordedHyperparamsSchema }),
    ),
    interventions: z.array(
      z.object({
        step: index,
        run: z.optional(z.string()),
        name: z.string(),
        value: z.union([z.number(), z.string()]),
      }),
    ),
  }),
  environment: z.object({
    app: z.string(),
    backend: z.enum(BACKENDS),
    adapter: z.nullable(z.string()),
    runtime: z.string(),
  }),
  interventions: z.array(
    z.object({
      run: z.string(),
      name: z.string(),
      step: index,
      from: z.union([z.number(), z.string()]),
      value: z.union([z.number(), z.string()]),
      /** Moves of one drag have the same; saved by the page. */
      gesture: z.optional(z.int()),
      effect: z.nullable(z.object({ steps: index, before: effectMeans, after: effectMeans })),
    }),
  ),
  runs: z.array(run),
});

export type Trace = z.infer<typeof traceSchema>;
