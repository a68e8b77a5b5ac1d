import { TIME_RANGES } from "../../charts/drawingSelectors";
import { createSelector } from "../../experiment/memo";
import { selectGap } from "./gapSelectors";

/** What the view of the gap draws, all of one moment. */
export const selectGapDrawing = createSelector(
  (state) => ({
    model: selectGap(state),
    xRange: TIME_RANGES.gap(state),
  }),
  (drawing) => drawing,
);

/** Both charts of the gap, the runs whose rows are averaged, and where the time axis ends. */
export type GapDrawingModel = ReturnType<typeof selectGapDrawing>;
