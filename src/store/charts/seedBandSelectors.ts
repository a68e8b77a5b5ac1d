import type { ExperimentConfig } from "../../config/experiment/experiment";
import { withSteps } from "../../config/experiment/raceLength";
import { scheduleOf } from "../experiment/interventions";
import { createListSelector } from "../experiment/memo";
import type { SeedBand } from "../experiment/seedBandState";
import type { ExperimentState } from "../experiment/state";

/**
 * Up to which step the trained seeds show the race of the page: all of it, up to the first move that is not the same in both, or -1
 * where it is another race.
 */
export function seedsHoldUntil({ seedBand, config, interventions }: ExperimentState): number {
  if (!seedBand.config) return -1;
  const [made, now] = [seedBand.config, { ...config, interventions: scheduleOf(config, interventions) }];
  if (keyOf(made) !== keyOf(now)) return -1;
  const differing = made.interventions.filter((move) => !has(now, move));
  differing.push(...now.interventions.filter((move) => !has(made, move)));
  return Math.min(...differing.map(({ step }) => step), Number.POSITIVE_INFINITY);
}

type Moves = Pick<ExperimentConfig, "interventions">;

const has = ({ interventions }: Moves, move: Moves["interventions"][number]): boolean =>
  interventions.some(
    ({ step, run, name, value }) =>
      step === move.step && run === move.run && name === move.name && value === move.value,
  );

/** A race without its moves, and without what changes no number: device and length. */
const keyOf = (config: ExperimentConfig) =>
  JSON.stringify({ ...withSteps(config, 0), interventions: null, backend: null, learningRateGrid: null });

/** The bands of the runs that are shown; none where they are of another race. */
export const selectSeedBands = createListSelector((state): readonly SeedBand[] =>
  seedsHoldUntil(state) < 0 ? [] : state.seedBand.bands.filter(({ run }) => !state.display.hiddenRuns.includes(run)),
);
