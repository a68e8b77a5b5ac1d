import * as z from "zod/mini";
import { hyperparamsSchema } from "../experiment/hyperparamsSchema";
import { NUMERIC_HYPERPARAM_NAMES } from "../tables/hyperparamNames";

const axisSchema = z.object({
  setting: z.enum(NUMERIC_HYPERPARAM_NAMES),
  /** Both ends, above 0: an axis is logarithmic. */
  low: z.number(),
  high: z.number(),
});
export type Axis = z.infer<typeof axisSchema>;

/** Settings that go together, as a base optimizer and its range of η₀: a box of its own within the method's. */
const armSchema = z.object({
  fixed: z.partial(hyperparamsSchema),
  axes: z.array(axisSchema),
  /** Candidates of the first box in it, beside the settings of today. */
  count: z.int().check(z.nonnegative()),
});
export type Arm = z.infer<typeof armSchema>;

/** Where a method's settings are sought. */
export const boxSchema = z.object({
  /** The settings in force when the box was written down, with the arm that they lie in: the first candidate. */
  today: z.object({ arm: z.int().check(z.nonnegative()), settings: z.partial(hyperparamsSchema) }),
  arms: z.array(armSchema).check(z.minLength(1)),
});
export type Box = z.infer<typeof boxSchema>;
