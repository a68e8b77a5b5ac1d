import { isGridRun } from "../../config/experiment/learningRateGrid";
import { createStableSelector } from "../experiment/memo";
import { runName } from "../words/runName";
import { type SeriesModel, tokenOf } from "./chartModels";

/** Runs of a grid stand behind those of the race, in all lists. */
const isRacing = ({ run }: { run: string }) => !isGridRun(run);

/** Name, colour, dash and visibility of every run of the race, in racing order; a grid of learning rates is no series here. */
export const selectSeries = createStableSelector(({ config, runs, display }): readonly SeriesModel[] =>
  runs.filter(isRacing).map(({ run, optimizer, status, message }, index) => ({
    run,
    optimizer,
    name: runName(config.optimizers, run),
    token: tokenOf(optimizer),
    variant: runs.slice(0, index).filter((earlier) => earlier.optimizer === optimizer).length,
    visibility: display.hiddenRuns.includes(run) ? "hidden" : "shown",
    status,
    message,
  })),
);
