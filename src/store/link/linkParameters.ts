import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { LinkDisplay } from "./linkDisplay";

/** A link as an experiment and a way to look at it. */
export interface LinkState extends LinkDisplay {
  config: ExperimentConfig;
  /** Id of the preset the link starts from, null where it names its own task. */
  preset: string | null;
}

/** Link names of the experiment's numbers. */
export const NUMBERS = { seed: "seed", steps: "steps", batch: "batchSize" } as const;

/** Link names of the tasks' own options. */
export const TASK_PARAMETERS = {
  kappa: "conditionNumber",
  images: "trainImages",
  network: "network",
  width: "width",
  norm: "norm",
  augment: "augment",
  size: "size",
} as const;

/** Parameters that name a part of an experiment, hyperparameters aside. */
export const EXPERIMENT_PARAMETERS = [
  "v",
  "preset",
  "task",
  "opt",
  "grid",
  "backend",
  "at",
  "schedule",
  "csv",
  "target",
  "inputs",
  "without",
  ...Object.keys(NUMBERS),
  ...Object.keys(TASK_PARAMETERS),
];

/** Names the version that wrote a link; `olderLink.ts` reads it. */
export const WRITER = "app";

/** Entries with the keys' own types. */
export function entriesOf<Key extends string, Value>(table: Record<Key, Value>): [Key, Value][] {
  return Object.entries(table) as [Key, Value][];
}
