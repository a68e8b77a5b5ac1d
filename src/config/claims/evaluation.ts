import * as z from "zod/mini";

const index = z.int().check(z.nonnegative());
const measured = z.nullable(z.number());

/** A run at one evaluation; null losses once it has diverged. */
export const evaluationSchema = z.object({
  /** Steps taken. */
  step: index,
  /** In this run's own steps, on a machine that may have been busy: the ledger has better times. */
  seconds: z.number(),
  /** Mean over at most 1,000 rows that it trains on. */
  trainLoss: measured,
  /** Of a candidate on the validation rows, else on the test split. */
  testLoss: measured,
  /** Accuracy in [0, 1], RMSE or BLEU, of the same rows. */
  testMetric: measured,
});
export type ClaimEvaluation = z.infer<typeof evaluationSchema>;
