import { createSelector } from "../../experiment/memo";
import { selectSortedSpectra, selectSpectrumHeat } from "./spectrumViewSelectors";

/** What the view of spectra draws, all of one moment. */
export const selectSpectrumDrawing = createSelector(
  (state) => ({
    heat: selectSpectrumHeat(state),
    sorted: selectSortedSpectra(state),
    reached: state.step,
    planned: state.config.steps,
    zoom: state.display.zoom,
    firstStep: state.display.firstStep,
  }),
  (drawing) => drawing,
);

/** The map over time, the curves beside it, the steps taken and the steps planned. */
export type SpectrumDrawingModel = ReturnType<typeof selectSpectrumDrawing>;
