import { PRESETS } from "../../../config/experiment/presets";
import type { Preset } from "../../../config/experiment/presets/preset";
import { resolveExperiment } from "../../../config/experiment/resolveExperiment";
import { type ComparedRun, compareTraces } from "../../../config/formulas/compareTraces";
import { isHeavy } from "../../../config/tables/tasks";
import type { ReadFile } from "../../data/readFile";
import { CREATE_TASK } from "../../tasks/registry";
import { createRace } from "../race";

/** Steps of a preset that are held against those of another device. */
export const STEPS_APART = 200;

/** Steps of a preset that are recorded as golden: on other devices no run has left the tolerance by then. */
export const GOLDEN_PRESET_STEPS = 10;

/** The first steps of each toy preset as they were on the cpu backend, by its id. */
export type GoldenPresets = Record<string, ComparedRun[]>;

/** What docs/testing.md publishes for losses and rates on another device, relative. */
export const PRESET_TOLERANCE = 1e-4;

/** Presets whose steps take milliseconds: all but those on images and texts. */
export const TOY_PRESETS: readonly Preset[] = PRESETS.filter(
  ({ experiment }) => !isHeavy(resolveExperiment(experiment).config.task as Parameters<typeof isHeavy>[0]),
);

/** Losses and rates of the first steps of a preset, with the schedules of the whole, on the active backend; its files are read by `readFile`. */
export async function trainPresetSteps(
  { id, experiment }: Preset,
  steps: number,
  readFile: ReadFile,
): Promise<ComparedRun[]> {
  const { config } = resolveExperiment(experiment);
  const { task, seed, batchSize, taskOptions, optimizers, interventions } = config;
  if (task === "given" || interventions.some(({ step }) => step < steps))
    throw new Error(`The preset ${id} is moved within ${steps} steps: its moves would have to be made here, too.`);
  const data = await CREATE_TASK[task](seed, taskOptions, { readFile, report: () => {} });
  const runs = optimizers.map(({ id: optimizer, run, hyperparams }) => ({ run, optimizer, hyperparams }));
  const race = createRace(data, { seed, batchSize, steps: config.steps, runs });
  try {
    for (let step = 0; step < steps; step++) await race.takeStep();
    return (await race.readRows()).map(({ run, columns: { step, trainLoss, learningRate } }) => ({
      run,
      columns: { step, trainLoss, learningRate },
    }));
  } finally {
    race.dispose();
  }
}

/** How far a run is from the same run on the reference, in its losses and rates. */
export interface RunApart {
  run: string;
  /** Largest |a − b| / |b|. */
  largest: number;
  /** First step beyond the tolerance, or that only one of both has; null: none. */
  firstBeyond: number | null;
}

/** The runs of a preset on one device held against those on the reference. */
export function runsApart(actual: readonly ComparedRun[], reference: readonly ComparedRun[]): RunApart[] {
  const { columns } = compareTraces(actual, reference, { rtol: PRESET_TOLERANCE, atol: 0 });
  return reference.map(({ run }) => {
    const own = columns.filter((one) => one.run === run);
    const beyond = own.flatMap(({ firstBeyond }) => (firstBeyond === null ? [] : [firstBeyond]));
    return {
      run,
      largest: Math.max(...own.map(({ largest }) => largest)),
      firstBeyond: beyond.length > 0 ? Math.min(...beyond) : null,
    };
  });
}

/** "apo-p 3.1e-7, kfac 1.8e-2 from step 31" */
export const apartText = (runs: readonly RunApart[]): string =>
  runs
    .map(
      ({ run, largest, firstBeyond }) =>
        `${run} ${largest.toExponential(1)}${firstBeyond === null ? "" : ` from step ${firstBeyond}`}`,
    )
    .join(", ");
