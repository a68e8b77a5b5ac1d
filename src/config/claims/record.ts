import * as z from "zod/mini";
import { hyperparamsSchema } from "../experiment/hyperparamsSchema";
import { TASK_OPTION_FIELDS } from "../experiment/options/taskOptionFields";
import { OPTIMIZER_IDS } from "../tables/optimizers";
import { TASK_IDS } from "../tables/taskIds";
import { boxSchema } from "./box";
import { CRITERION_IDS } from "./criteria";
import { evaluationSchema } from "./evaluation";

export const CLAIMS_FORMAT = "apo-claims/1";

const index = z.int().check(z.nonnegative());
const measured = z.nullable(z.number());

/** Over the method's bare defaults (`hyperparamDefaults`), so that no later change of a task's settings touches a record. */
const settingsSchema = z.partial(hyperparamsSchema);

/** What one price does (claim 8): means over meta-updates of the function change and of the step's length ‖θ′ − θ‖ at the lookahead. */
const responseSchema = z.object({
  /** While the weights stand still: over the last fifth of the meta-only steps. */
  still: z.object({ fsd: measured, length: measured }),
  /** Over all steps that train after them. */
  training: z.object({ fsd: measured, length: measured }),
});
export type PriceResponse = z.infer<typeof responseSchema>;

/** One run from its start to its end. */
const claimRunSchema = z.object({
  seed: index,
  settings: settingsSchema,
  /** Loss on B in its first steps: tests train them again. */
  early: z.array(z.number()),
  /** The step after which it was given up as diverged; absent where it came to its end. */
  divergedAt: z.optional(index),
  /** With the end as the last, whether or not it got there. */
  evaluations: z.array(evaluationSchema),
  response: z.optional(responseSchema),
});
export type ClaimRun = z.infer<typeof claimRunSchema>;

/** A run on the choosing seed. */
const candidateSchema = z.extend(claimRunSchema, {
  /** Place of its arm in the box. */
  arm: index,
  /** 0: of the first box; n: of its nth move. */
  round: index,
});
export type CandidateRun = z.infer<typeof candidateSchema>;

/** All that runs of a record have in common. */
const trainedSchema = z.object({
  task: z.enum(TASK_IDS),
  taskOptions: z.object(TASK_OPTION_FIELDS),
  batchSize: index,
  steps: index,
});
export type ClaimTraining = z.infer<typeof trainedSchema>;

/** A best that lies at an edge of what was tried, and what keeps the box from moving on. */
const edgeSchema = z.object({
  setting: z.string(),
  side: z.enum(["low", "high"]),
  value: z.number(),
  /** limit: the setting ends there; flat: what lies inside is as good within the seeds' range; moves: no move was left. */
  stop: z.enum(["limit", "flat", "moves"]),
});
export type BoxEdge = z.infer<typeof edgeSchema>;

const head = { format: z.literal(CLAIMS_FORMAT), study: z.string(), trained: trainedSchema };

/** A method of a study: its box, every candidate, the one chosen, and what that came to on the held-out seeds. */
const methodRecordSchema = z.object({
  ...head,
  kind: z.literal("method"),
  /** Name within the study: "sgdm", "sgdm-cosine", "apo-lr-adam". */
  method: z.string(),
  optimizer: z.enum(OPTIMIZER_IDS),
  criterion: z.enum(CRITERION_IDS),
  box: boxSchema,
  candidates: z.array(candidateSchema),
  /** Settings of the best candidate so far; null while there is none, or where all diverged. */
  chosen: z.nullable(settingsSchema),
  /** Of the chosen one. */
  edges: z.array(edgeSchema),
  /** With the chosen settings, trained on all rows, in the order of their seeds. */
  heldOut: z.array(claimRunSchema),
});
export type MethodRecord = z.infer<typeof methodRecordSchema>;

/** Runs on the held-out seeds that a claim makes beside the study: fixed rates, η₀, precisions, prices. */
const seriesRecordSchema = z.object({
  ...head,
  kind: z.literal("series"),
  claim: index,
  /** "fixed-sgdm", "start-adam", "bf16-kfac", "lambdaFsd-apo-p" */
  series: z.string(),
  optimizer: z.enum(OPTIMIZER_IDS),
  /** Which settings differ from run to run, beside the seed. */
  varied: z.array(z.string()),
  runs: z.array(claimRunSchema),
});
export type SeriesRecord = z.infer<typeof seriesRecordSchema>;

/** What a step of each method of a study costs: all in one race of their chosen settings, so that the machine is the same for all. */
const ledgerRecordSchema = z.object({
  ...head,
  kind: z.literal("ledger"),
  /** Steps of the race. */
  steps: index,
  methods: z.array(
    z.object({
      method: z.string(),
      optimizer: z.enum(OPTIMIZER_IDS),
      settings: settingsSchema,
      /** Mean over the steps after the first tenth. */
      msPerStep: z.number(),
      /** Over one batch, a step's mean over the schedule of K. */
      forwardPasses: z.number(),
      backwardPasses: z.number(),
      /** Kept between steps; most at once within one. */
      tensorBytes: index,
      peakBytes: index,
    }),
  ),
});
export type LedgerRecord = z.infer<typeof ledgerRecordSchema>;

/** The app's own settings of the study's task, trained on seeds on which none may diverge. */
const defaultsRecordSchema = z.object({
  ...head,
  kind: z.literal("defaults"),
  /** Steps: the race's own length, and fewer of the idealised methods. */
  methods: z.array(z.object({ optimizer: z.enum(OPTIMIZER_IDS), settings: settingsSchema, steps: index })),
  runs: z.array(
    z.object({
      seed: index,
      /** Which of the methods diverged, and the step in which it was seen. */
      diverged: z.array(z.object({ optimizer: z.enum(OPTIMIZER_IDS), step: index })),
    }),
  ),
});
export type DefaultsRecord = z.infer<typeof defaultsRecordSchema>;

/** Any file of docs/claims. */
export const claimsRecordSchema = z.discriminatedUnion("kind", [
  methodRecordSchema,
  seriesRecordSchema,
  ledgerRecordSchema,
  defaultsRecordSchema,
]);
export type ClaimsRecord = z.infer<typeof claimsRecordSchema>;
