import * as z from "zod/mini";
import { BACKENDS } from "../tables/backends";
import type { Hyperparams } from "../tables/hyperparams";
import { LOSS_IDS } from "../tables/losses";
import { OPTIMIZER_IDS } from "../tables/optimizers";
import { TASK_IDS } from "../tables/taskIds";
import type { TaskOptions } from "../tables/taskOptions";
import { hyperparamsSchema } from "./hyperparamsSchema";
import { TASK_OPTION_FIELDS } from "./options/taskOptionFields";

const finite = z.number();
const index = z.int().check(z.nonnegative());

const count = z.int().check(z.positive());
const isSet = z.optional(z.boolean());
const size = z.optional(count);
const epsilon = z.optional(z.number().check(z.positive()));

/** A node of `given.layers` (GIVEN-GRAPH.md); what it says beside its kind's own fields is the same for all. */
const node = <Kind extends string, Fields extends z.core.$ZodLooseShape>(kind: Kind, fields: Fields) =>
  z.object({
    kind: z.literal(kind),
    from: z.optional(z.array(z.int().check(z.gte(-2)))),
    activation: z.optional(z.enum(["tanh", "relu", "linear"])),
    factors: z.optional(z.enum(["AB", "A", "B", "none"])),
    ...fields,
  });

const nodeSchemas = [
  node("dense", { inputs: index, outputs: index, bias: isSet, tied: z.optional(index) }),
  node("conv", {
    channels: index,
    outputs: index,
    kernel: index,
    stride: size,
    padding: z.optional(index),
    pool: z.optional(index),
    bias: isSet,
  }),
  node("batchNorm", { channels: count, epsilon }),
  node("add", {}),
  node("maxPool", { size: count, stride: size }),
  node("globalAvgPool", {}),
  node("flatten", {}),
  node("embedding", {
    vocabulary: count,
    width: count,
    positions: z.optional(z.enum(["none", "sinusoidal", "learned"])),
    scale: z.optional(finite),
    length: size,
  }),
  node("layerNorm", { width: count, epsilon }),
  node("attention", { width: count, heads: count, causal: isSet, bias: isSet }),
] as const;

/** `given`: the whole problem in the file (TRACE.md), for the command line. */
export const givenSchema = z.object({
  layers: z.array(z.discriminatedUnion("kind", nodeSchemas)),
  sequences: z.optional(z.object({ source: count, target: count, padding: index })),
  loss: z.enum(LOSS_IDS),
  x: z.array(z.array(finite)),
  xShape: z.array(index),
  y: z.union([z.array(z.array(finite)), z.array(index)]),
  initialParams: z.array(z.array(z.array(finite))),
  batches: z.array(z.array(index).check(z.minLength(1))).check(z.minLength(1)),
  fsdBatches: z.optional(z.array(z.array(index))),
  targetNoise: z.optional(z.union([z.array(z.array(z.array(finite))), z.array(z.array(finite))])),
});
export type GivenProblem = z.infer<typeof givenSchema>;

/** Takes a problem of one's own, or names the place in it that does not fit. */
export type ReadGiven = (value: unknown) => { problem: GivenProblem; place: null } | { problem: null; place: string };

/** A given problem by its schema. */
export const readGiven: ReadGiven = (value) => {
  const { data, error } = givenSchema.safeParse(value);
  return error ? { problem: null, place: error.issues[0]?.path.join(".") || "given" } : { problem: data, place: null };
};

const interventionSchema = z.object({
  step: index,
  /** Absent: every run that has the setting. */
  run: z.optional(z.string()),
  name: z.string(),
  value: z.union([finite, z.string()]),
});

/** One experiment: link, command line and file alike (TRACE.md `config`). Ranges are checked by `resolveExperiment`. */
export const experimentSchema = z.object({
  version: z.literal(1),
  task: z.enum([...TASK_IDS, "given"]),
  seed: z._default(index, 7),
  steps: z.optional(index),
  /** Of a race that was continued: the steps over which its schedules run. Absent: all of them. */
  scheduleSteps: z.optional(index),
  batchSize: z.optional(index),
  backend: z._default(z.enum(BACKENDS), "auto"),
  taskOptions: z._default(z.object(TASK_OPTION_FIELDS), {}),
  /** Absent: the task's own race. */
  optimizers: z.optional(
    z.array(
      z.object({
        id: z.enum(OPTIMIZER_IDS),
        run: z.optional(z.string()),
        hyperparams: z._default(z.partial(hyperparamsSchema), {}),
      }),
    ),
  ),
  /** Eight fixed learning rates of APO-η's base behind it (`learningRateGrid.ts`). */
  learningRateGrid: z._default(z.boolean(), false),
  interventions: z._default(z.array(interventionSchema), []),
  /** `csv`: which columns of which file; never its rows. */
  csv: z.optional(
    z.object({
      file: z.string(),
      target: z.nullable(z.string()),
      inputs: z.nullable(z.array(z.string())),
      without: z.optional(z.array(z.string())),
    }),
  ),
  given: z.optional(givenSchema),
});

export type ExperimentInput = z.input<typeof experimentSchema>;
type Parsed = z.output<typeof experimentSchema>;

/** An experiment with every default filled in, as it runs and as traces record it. */
export interface ExperimentConfig extends Omit<Parsed, "optimizers" | "steps" | "batchSize" | "taskOptions"> {
  steps: number;
  batchSize: number;
  taskOptions: TaskOptions;
  optimizers: { id: (typeof OPTIMIZER_IDS)[number]; run: string; hyperparams: Hyperparams }[];
}
