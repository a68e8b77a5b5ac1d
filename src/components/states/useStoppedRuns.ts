import { useState } from "react";
import { selectSeries } from "../../store/charts/seriesSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import type { CardModel } from "./Card";

/** A card for each run that diverged or failed, once; the run's row in the comparison keeps saying it. */
export function useStoppedRuns(): CardModel[] {
  const experiment = useExperiment((state) => state.experiment);
  const series = useExperiment(selectSeries);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  return series
    .filter(({ status }) => status === "diverged" || status === "failed")
    .map(
      ({ run, name, status, message }): CardModel => ({
        key: `${experiment} ${run}`,
        level: "warning",
        title: `${name} ${status}`,
        text: `${message ?? ""} It is drawn up to its last value; the other runs go on. A smaller learning rate helps: see Methods and settings.`,
        stays: false,
        onDismiss: () => setDismissed((before) => [...before, `${experiment} ${run}`]),
      }),
    )
    .filter(({ key }) => !dismissed.includes(key));
}
