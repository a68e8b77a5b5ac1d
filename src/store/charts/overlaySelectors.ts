import { createListSelector, createSelector } from "../experiment/memo";
import type { OverlayRun } from "../experiment/overlayState";
import { type SeriesModel, tokenOf } from "./chartModels";

/** A line of an overlay, and what it is drawn from. */
export interface OverlayLine {
  identity: SeriesModel;
  run: OverlayRun;
  stepsPerEpoch: number;
}

const selectShown = createListSelector(({ overlays }) => overlays.filter(({ isHidden }) => !isHidden));

/** Lines of all overlays that are shown, in the order they came in. Their `run` is told apart from those of the race. */
export const selectOverlayLines = createSelector(
  (state) => ({ shown: selectShown(state) }),
  ({ shown }): readonly OverlayLine[] =>
    shown.flatMap((overlay) =>
      overlay.runs.map((run, index) => ({
        run,
        stepsPerEpoch: overlay.stepsPerEpoch,
        identity: {
          run: `${overlay.id}/${run.run}`,
          optimizer: run.optimizer,
          name: `${run.name} · ${overlay.name}`,
          token: tokenOf(run.optimizer),
          variant: overlay.runs.slice(0, index).filter(({ optimizer }) => optimizer === run.optimizer).length,
          visibility: "shown",
          status: run.status,
          message: null,
          isGhost: true,
        },
      })),
    ),
);
