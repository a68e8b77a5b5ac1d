import { LANDSCAPES } from "../config/tables/landscape";
import { leastLoss } from "../core/landscape/leastLoss";
import { landscapeOf } from "../core/landscape/registry";
import { surfacesAt } from "../core/landscape/surfaces";
import { lossAt } from "../core/proximal/leastSquares";
import type { LandscapeSteps } from "../protocol/landscape";
import type { SeedRun } from "../protocol/seeds";
import type { Actions } from "../store/actions/actions";
import { columnValues } from "../store/experiment/columns";
import { chartStore, experimentStore } from "../store/experiment/experimentStore";
import { scheduleOf } from "../store/experiment/interventions";
import type { LandscapeResult } from "../store/experiment/plane/landscapeState";
import { seedBands } from "../store/views/seeds/seedBands";
import { applySweepEvent } from "../store/views/sweepMap/applySweepEvent";
import type { GalleryCase } from "./galleryCase";
import { recordedModelOf } from "./models/models";
import { RECIPES, type Recipe } from "./models/recipes";
import { csvFile, openStillPage } from "./models/stillPage";

experimentStore.subscribe((state) => chartStore.setState(state, true));

/** Brings the page's stores to a case: its link, what was recorded of it, and what the person did. Returns the page's actions. */
export function playCase({ model, look = "", heard = (events) => events, act }: GalleryCase): Actions {
  const recipe: Recipe = RECIPES[model];
  const query = new URLSearchParams(recipe.link);
  for (const [key, value] of new URLSearchParams(look)) query.set(key, value);
  const { actions, hear } = openStillPage(experimentStore, String(query), { send() {}, sweep() {} });
  const { events, landscape } = recordedModelOf(model);
  const chosen = heard(events);
  if (recipe.csv !== undefined && chosen.length > 0) actions.openCsv([csvFile(recipe.csv)]);
  for (const event of chosen) hear(event);
  if (landscape) experimentStore.setState({ landscape: answered(landscape) });
  act?.(actions);
  return actions;
}

/** What the landscape's worker answers: the steps that were recorded, over surfaces made as it makes them. */
function answered(steps: LandscapeSteps): LandscapeResult {
  const { problem, theta } = steps;
  const landscape = landscapeOf(problem);
  const surfaces = {
    problem,
    theta,
    ...surfacesAt(problem, theta),
    lossAtTheta: lossAt(landscape, theta),
    leastLoss: leastLoss(landscape, LANDSCAPES[problem].domain),
  };
  return { status: "ready", surfaces, steps };
}

/** An act: a map is asked for, and its worker has said what was recorded, or the first half of it. */
export function startSweep(part: "all" | "half", next?: (actions: Actions) => void): (actions: Actions) => void {
  return (actions) => {
    actions.startSweep();
    const { sweep } = recordedModelOf("linear");
    for (const event of part === "all" ? sweep : sweep.slice(0, sweep.length / 2)) {
      experimentStore.setState(applySweepEvent(experimentStore.getState(), event), true);
    }
    next?.(actions);
  };
}

/** What the numbers of further seeds are of those of the page's own. */
const SHARES = [0.6, 1.1, 1.7];

const times = (values: readonly (number | null)[], share: number) =>
  values.map((value) => (value === null ? null : share * value));

/** An act: the race was trained with further seeds. Their numbers are those of the recorded run, each seed's in a share of its own. */
export function withSeeds(): void {
  const { config, interventions, runs, seedBand } = experimentStore.getState();
  const seeds = SHARES.map((share) =>
    runs.map(
      ({ run, columns, evaluations }): SeedRun => ({
        run,
        isDiverged: false,
        columns: {
          step: columnValues(columns, "step"),
          trainLoss: times(columnValues(columns, "trainLoss"), share),
          learningRate: times(columnValues(columns, "learningRate"), share),
        },
        evaluations: [...evaluations],
      }),
    ),
  );
  const trained = SHARES.map((_, index) => config.seed + 1 + index);
  experimentStore.setState({
    seedBand: {
      ...seedBand,
      status: "done",
      config: { ...config, interventions: scheduleOf(config, interventions) },
      seeds: trained,
      trained,
      bands: seedBands(seeds),
      backend: "wasm",
      seconds: 2,
    },
  });
}
