/*
 * The selectors, by file. Each returns the same object for the same state, so that it can be handed to `useExperiment`
 * (this frame: counters, controls) or `useCharts` (at most 10 a second: charts, tables) as it is.
 *
 * selectors.ts            selectTransport(state): TransportModel            selectLoadStages(state): readonly LoadStageModel[]
 *                         selectSeries(state): readonly SeriesIdentity[]    selectBadge(state): { text, reason }
 *                         selectFullPageLink(state): string
 * chartSelectors.ts       selectLossChart(state): TimeChartModel            selectLearningRateChart(state): TimeChartModel
 *                         selectObjectiveChart(state): ObjectiveChartModel
 *                         readout(state, "loss" | "learningRate", step): readonly ReadoutRow[]
 *                         valueAt(state, run, column, step): number | null  stepAtX(state, run, x): number
 * spectrumSelectors.ts    selectSpectrum(state): SpectrumModel
 * knobSelectors.ts        selectKnobs(state): KnobPanelModel                selectSettings(state): readonly SettingModel[]
 *                         knobValueAt(knob: KnobModel, position): number
 * comparisonSelectors.ts  selectComparison(state): ComparisonModel
 */
export {};
