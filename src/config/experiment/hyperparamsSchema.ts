import * as z from "zod/mini";
import { NUMERIC_HYPERPARAM_NAMES, type NumericHyperparamName } from "../tables/hyperparamNames";
import { CHOICES, type ChoiceHyperparamName } from "../tables/hyperparams";

type ChoiceEnums = {
  [Name in ChoiceHyperparamName]: z.ZodMiniEnum<{ [Word in (typeof CHOICES)[Name][number]]: Word }>;
};

/** Every hyperparameter by name: numbers, and choices of their words. Ranges are checked by `checkHyperparam`. */
export const hyperparamsSchema = z.object({
  ...(Object.fromEntries(NUMERIC_HYPERPARAM_NAMES.map((name) => [name, z.number()])) as Record<
    NumericHyperparamName,
    z.ZodMiniNumber
  >),
  ...(Object.fromEntries(
    Object.entries(CHOICES).map(([name, words]) => [name, z.enum(words)]),
  ) as unknown as ChoiceEnums),
});

/** Those of a run that was recorded: one from before there was weight decay had none. */
export const recordedHyperparamsSchema = z.extend(hyperparamsSchema, { weightDecay: z._default(z.number(), 0) });
