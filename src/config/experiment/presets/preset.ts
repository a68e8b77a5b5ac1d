import type { ExperimentInput } from "../experiment";

/** A named state worth looking at. */
export interface Preset {
  id: string;
  name: string;
  /** One sentence. */
  lookFor: string;
  /** Resolves without notes: `resolveExperiment(preset.experiment)`. */
  experiment: ExperimentInput;
}
