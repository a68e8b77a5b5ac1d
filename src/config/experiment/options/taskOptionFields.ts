import * as z from "zod/mini";
import { AUGMENTATIONS, NETWORKS, NORMS, WIDTHS } from "../../tables/networks/networks";
import { TRANSFORMER_SIZES } from "../../tables/taskOptions";

/** Options of tasks as experiments, traces and records of claims hold them (TRACE.md): each may be absent. */
export const TASK_OPTION_FIELDS = {
  conditionNumber: z.optional(z.number()),
  trainImages: z.optional(z.int().check(z.nonnegative())),
  network: z.optional(z.enum(NETWORKS)),
  width: z.optional(z.enum(WIDTHS)),
  norm: z.optional(z.enum(NORMS)),
  augment: z.optional(z.enum(AUGMENTATIONS)),
  size: z.optional(z.enum(TRANSFORMER_SIZES)),
};
