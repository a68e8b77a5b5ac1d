import type { ExperimentConfig } from "../../config/experiment/experiment";
import { trainingRuns } from "../../config/experiment/learningRateGrid";
import type { SeenRace } from "../../config/experiment/presets/checks/seen";
import type { Preset } from "../../config/experiment/presets/preset";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import type { Evaluation, LayerCurvature, LayerSpectrum } from "../../config/tables/metrics";
import { constantCurvature } from "../../core/spectrum/constantCurvature";
import { spectrumOf } from "../../core/spectrum/spectrum";
import type { Race } from "../../core/training/contract";
import { trainTrace } from "../trace/trainTrace";

/** Steps between evaluations: more of them would take longer than the steps. */
const EVALUATION_INTERVAL = 50;

/** Seeds on which each preset's sentence has to hold, its own first. */
export function seedsOf(preset: Preset): number[] {
  const { seed } = resolveExperiment(preset.experiment).config;
  return [seed, seed + 1, seed + 2];
}

/** Trains runs of a preset on a seed, all that it has unless they are named, and returns what its checks read; `until` ends it early, and one that is not measured has no evaluations. */
export async function trainSeen(
  preset: Preset,
  seed: number,
  {
    reads,
    until,
    isMeasured = true,
  }: { reads?: readonly string[] | undefined; until?: number; isMeasured?: boolean } = {},
): Promise<SeenRace> {
  const config = configOf(preset, seed, reads);
  const sights = new Map(trainingRuns(config).map(({ run }) => [run, new Sights()]));
  let curvature: LayerCurvature[] | null = null;
  const { runs } = await trainTrace({
    config,
    until,
    rowsOnly: true,
    watch: async (race, task) => {
      if (race.step === 0) curvature = constantCurvature(task);
      if (isMeasured && (race.step % EVALUATION_INTERVAL === 0 || race.step === config.steps))
        for (const [run, seen] of sights) await seen.evaluate(race, run);
      if (race.step === config.steps && curvature)
        for (const [run, seen] of sights) seen.spectrum = spectrumOf(await race.preconditionerState(run));
    },
  });
  return {
    config,
    runs: runs.map((run) => ({ ...run, ...sights.get(run.run)?.asTraced(config.steps) })),
    curvature,
  };
}

/** The experiment of a preset on another seed, with all its runs or those that are named. */
export function configOf(preset: Preset, seed: number, reads: readonly string[] | undefined): ExperimentConfig {
  const { config } = resolveExperiment({ ...preset.experiment, seed });
  if (!reads) return config;
  return {
    ...config,
    optimizers: config.optimizers.filter(({ run }) => reads.includes(run)),
    interventions: config.interventions.filter(({ run }) => run === undefined || reads.includes(run)),
  };
}

/** What is looked at of one run beside its rows. */
class Sights {
  private readonly evaluations: Evaluation[] = [];
  spectrum: LayerSpectrum[] = [];

  async evaluate(race: Race, run: string): Promise<void> {
    this.evaluations.push(await race.evaluate(run));
  }

  asTraced(step: number): Pick<SeenRace["runs"][number], "evaluations" | "spectra"> {
    const column = <Name extends keyof Evaluation>(name: Name) => this.evaluations.map((one) => one[name]);
    return {
      evaluations: {
        step: column("step"),
        trainLoss: column("trainLoss"),
        testLoss: column("testLoss"),
        testMetric: column("testMetric"),
      },
      spectra: [{ step, layers: this.spectrum }],
    };
  }
}
