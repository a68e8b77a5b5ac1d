import { HYPERPARAMS } from "../../config/tables/hyperparams";
import { gesturesOf } from "../experiment/interventions";
import { createStableSelector } from "../experiment/memo";
import type { Intervention } from "../experiment/state";
import { runName } from "../words/runName";
import { settingText } from "../words/settingWords";
import type { MarkerModel } from "./chartModels";
import { mappingOf, xOfStep } from "./xAxis";

/** "λ_FSD 0.1 → 0.3"; of an `owner`, "η of SGDm 0.02 → 0.05" */
export function moveText({ name, from, value }: Pick<Intervention, "name" | "from" | "value">, owner = ""): string {
  const symbol = HYPERPARAMS[name].symbol || HYPERPARAMS[name].label;
  return `${symbol} ${owner === "" ? "" : `of ${owner} `}${settingText(name, from)} → ${settingText(name, value)}`;
}

/** One marker per drag, ascending by step; the same move of two runs in one step is one, of the focus run. */
export const selectMarkers = createStableSelector((state): readonly MarkerModel[] => {
  const { interventions, focusRun, runs, config } = state;
  const mapping = mappingOf(state);
  const settings = new Map(interventions.map(({ run, name }) => [`${run} ${name}`, { run, name }]));
  const focusFirst = [...settings.values()].toSorted((a, b) => Number(b.run === focusRun) - Number(a.run === focusRun));
  const markers = new Map<string, MarkerModel>();
  for (const { run, name } of focusFirst) {
    const log = runs.find((candidate) => candidate.run === run)?.columns;
    if (!log) continue;
    for (const { step, from, value, gesture } of gesturesOf(interventions, run, name)) {
      const text = moveText({ name, from, value }, name === "learningRate" ? runName(config.optimizers, run) : "");
      const place = `${step} ${text}`;
      if (from === value || markers.has(place)) continue;
      markers.set(place, { run, name, gesture, step, x: xOfStep(log, step, mapping), text, from, value });
    }
  }
  return [...markers.values()].toSorted((a, b) => a.step - b.step);
});
