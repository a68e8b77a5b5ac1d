import type { TaskInfo } from "../../config/tables/tasks";
import { TASKS } from "../../config/tables/tasks";
import { selectSeries } from "../charts/seriesSelectors";
import { createStableSelector } from "../experiment/memo";
import { flopText, parametersText } from "../words/sizes";

/** What a run is expected to need. */
export interface EstimateRow {
  run: string;
  name: string;
  token: string;
  variant: number;
  /** Of a step, in milliseconds; null where the method's own solver decides. */
  msPerStep: number | null;
  /** The most at once. */
  bytes: number;
}

/** What is known of a race before it starts. */
export interface EstimateModel {
  /** "176 k parameters, 17.8 MFLOP an image forward, batches of 64" */
  network: string;
  rows: readonly EstimateRow[];
}

const EXAMPLE: Record<TaskInfo["picture"], string> = {
  function: "a point",
  surface: "a point",
  images: "an image",
  reconstruction: "an image",
  parity: "a row",
  translations: "a pair of texts",
};

/** Parameters, work and what each run of the race needs; null where that is not known. */
export const selectEstimate = createStableSelector((state): EstimateModel | null => {
  const { network, config } = state;
  if (!network) return null;
  const { outline, batchSize, runs } = network;
  const example = config.task === "given" ? "an example" : EXAMPLE[TASKS[config.task].picture];
  const rows = selectSeries(state).flatMap(({ run, name, token, variant }): EstimateRow[] => {
    const estimate = runs.find((one) => one.run === run);
    return estimate ? [{ run, name, token, variant, msPerStep: estimate.msPerStep, bytes: estimate.bytes }] : [];
  });
  if (rows.length === 0) return null; // a recording needs nothing here
  const work = `${parametersText(outline.parameters)}, ${flopText(outline.forwardFlop)} forward ${example}`;
  return { network: `${work}, batches of ${batchSize}`, rows };
});
