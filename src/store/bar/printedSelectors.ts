import { isGridRun } from "../../config/experiment/learningRateGrid";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import { settingSymbol } from "../../config/tables/settingWords";
import { selectMarkers } from "../charts/markerSelectors";
import { createStableSelector } from "../experiment/memo";
import { shownStep } from "../experiment/shownStep";
import type { ExperimentState } from "../experiment/state";
import { selectLink } from "../link/linkSelectors";
import { optionWords, raceTitle } from "../words/optionWords";
import { runName } from "../words/runName";
import { settingText } from "../words/settingWords";

/** An experiment as paper holds it, all in words. */
export interface PrintedModel {
  /** "Task Sine, seed 7, …" */
  race: string;
  /** Every setting that a run's method reads, as it stands: "λ_FSD 0.10, λ_WSD 0, …" */
  runs: readonly { run: string; name: string; settings: string }[];
  /** "λ_FSD 0.10 → 10 at step 300" */
  moves: readonly string[];
  /** Query of the link to this state. */
  link: string;
}

/** What is printed over the figures. */
export const selectPrinted = createStableSelector((state): PrintedModel => {
  const { config, runs, step } = state;
  return {
    race: [...raceWords(config), stepWords(step, shownStep(state))].join(", "),
    runs: runs
      .filter(({ run }) => !isGridRun(run))
      .map(({ run, optimizer, hyperparams }) => ({
        run,
        name: runName(config.optimizers, run),
        settings: OPTIMIZERS[optimizer].hyperparams
          .map((name) => `${settingSymbol(optimizer, name)} ${settingText(name, hyperparams[name])}`)
          .join(", "),
      })),
    moves: selectMarkers(state).map(({ text, step: at }) => `${text} at step ${at}`),
    link: selectLink(state).link,
  };
});

function raceWords(config: ExperimentState["config"]): string[] {
  const { seed, steps, batchSize } = config;
  return [raceTitle(config), ...optionWords(config), `seed ${seed}`, `batch size ${batchSize}`, `${steps} steps`];
}

const stepWords = (step: number, shown: number | null): string =>
  shown === null ? `at step ${step}` : `looked at in step ${shown} of the ${step} taken`;
