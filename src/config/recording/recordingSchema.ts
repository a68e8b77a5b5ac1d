import * as z from "zod/mini";
import { TRACE_COLUMNS, traceSchema } from "../experiment/trace";
import { SPECTRUM_METHODS } from "../tables/metrics";
import { OPTIMIZER_IDS } from "../tables/optimizers";
import { FIRST_COLUMNS, RECORDING_FORMAT } from "./recordingFile";

const index = z.int().check(z.nonnegative());
const steps = z.array(index);
const text = z.string();

const packed = z.object({
  scale: z.enum(["log", "linear"]),
  unit: z.number().check(z.positive()),
  digits: z.array(text.check(z.regex(/^[A-Za-z0-9_-]*$/))),
});

const columns = z.record(text, packed);

const first = z.object({
  format: z.literal(RECORDING_FORMAT),
  part: z.literal("first"),
  config: traceSchema.shape.config,
  environment: traceSchema.shape.environment,
  runs: z.array(
    z.object({
      run: text,
      optimizer: z.enum(OPTIMIZER_IDS),
      name: text,
      status: z.enum(["finished", "diverged"]),
      message: z.optional(text),
      columns: z.object(
        Object.fromEntries(FIRST_COLUMNS.map((name) => [name, packed])) as Record<string, typeof packed>,
      ),
    }),
  ),
  figure: z.object({
    title: text,
    knobs: z.array(z.object({ control: z.enum(["lf", "lw", "k", "alpha"]), symbol: text, text, position: z.number() })),
    objective: z.nullable(z.object({ name: text, step: packed, loss: packed, fsd: packed, wsd: packed })),
  }),
  rest: text,
});

const rest = z.object({
  format: z.literal(RECORDING_FORMAT),
  part: z.literal("rest"),
  sizes: z.object({ trainCount: index, testCount: index, parameterCount: index }),
  picture: z.looseObject({ kind: text }),
  curvature: z.optional(z.array(z.object({ name: text, eigenvalues: z.array(z.number()) }))),
  outline: z.optional(
    z.object({
      inputs: z.array(steps),
      nodes: z.array(z.looseObject({ name: text, kind: text, shape: steps, from: z.array(z.int()) })),
      parameters: index,
      forwardFlop: index,
    }),
  ),
  runs: z.array(
    z.object({
      run: text,
      columns: columns.check(
        z.refine((own) => Object.keys(own).every((name) => TRACE_COLUMNS.some((column) => column === name))),
      ),
      seconds: z.number(),
      evaluations: z.object({ step: steps, trainLoss: packed, testLoss: packed, testMetric: packed }),
      layers: z.array(z.object({ name: text, shape: z.tuple([index, index]) })),
      cost: z.looseObject({}),
      spectra: z.object({
        step: steps,
        layers: z.array(
          z.object({
            name: text,
            dimension: index,
            methods: z.array(z.enum(SPECTRUM_METHODS)),
            counts: steps,
            eigenvalues: packed,
            weights: z.optional(packed),
            standardErrors: z.optional(z.array(z.nullable(z.number()))),
          }),
        ),
      }),
      predictions: z.object({ step: steps, values: packed }),
    }),
  ),
});

/** Either file of an `apo-recording/1`; its JSON Schema ships as public/schema/apo-recording-1.json. */
export const recordingSchema = z.discriminatedUnion("part", [first, rest]);
