import type { ExperimentInput } from "../../config/experiment/experiment";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import type { Recorded } from "./traceDocument";
import { trainTrace } from "./trainTrace";

/** What `npm run screenshots` writes beside the pictures of docs/, read off the page at the step that they show. */
export const PICTURES_PATH = "docs/pictures.json";

/** One run on a picture: its loss in each step, its evaluation shown, and its row of the table as text. */
interface PicturedRun {
  run: string;
  trainLoss: (number | null)[];
  evaluation: { step: number; trainLoss: number; testLoss: number; testMetric: number };
  row: string[];
}

/** The pictures of one name: the experiment and what they show of it. */
export interface Picture {
  name: string;
  link: string;
  step: number;
  settings: ExperimentInput;
  runs: PicturedRun[];
}

/** Trains what a picture shows, on WASM as the page did; of its first steps alone, where so many are told, the rows. */
export function trainPictured({ settings, step }: Picture, first?: number): Promise<Recorded> {
  const { config } = resolveExperiment({ ...settings, backend: "wasm" });
  return trainTrace({ config, until: first ?? step, rowsOnly: first !== undefined });
}

/** Where a picture's losses part from those of a run trained again, to the last bit, a sentence for each run; of steps that both have. */
export function pictureDifferences({ name, step, runs }: Picture, trained: Pick<Recorded, "runs">): string[] {
  return runs.flatMap(({ run, trainLoss, evaluation }) => {
    const now = trained.runs.find((candidate) => candidate.run === run);
    if (!now) return [`${name}: ${run} is not trained`];
    const at = now.columns.trainLoss.findIndex((loss, i) => i < step && loss !== trainLoss[i]);
    if (at >= 0)
      return [`${name}: ${run} has the loss ${now.columns.trainLoss[at]} in step ${at}, not ${trainLoss[at]}`];
    const measured = now.evaluations.step.indexOf(evaluation.step);
    if (measured < 0) return [];
    return (["trainLoss", "testLoss", "testMetric"] as const).flatMap((quantity) => {
      const value = now.evaluations[quantity][measured];
      return value === evaluation[quantity]
        ? []
        : [`${name}: ${run} has ${quantity} ${value} at step ${evaluation.step}, not ${evaluation[quantity]}`];
    });
  });
}
