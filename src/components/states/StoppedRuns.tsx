import { useState } from "react";
import { selectSeries } from "../../store/charts/seriesSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { Card } from "./Card";

/** A message for each run that diverged or failed, once; the run's row in the comparison keeps saying it. */
export function StoppedRuns() {
  const experiment = useExperiment((state) => state.experiment);
  const series = useExperiment(selectSeries);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const keyOf = (run: string) => `${experiment} ${run}`;
  const stopped = series.filter(
    ({ run, status }) => (status === "diverged" || status === "failed") && !dismissed.includes(keyOf(run)),
  );
  return stopped.map(({ run, name, status, message }) => (
    <Card
      key={keyOf(run)}
      level="warning"
      title={`${name} ${status}`}
      text={`${message ?? ""} It is drawn up to its last value; the other runs go on. A smaller learning rate helps: see Methods and settings.`}
      onDismiss={() => setDismissed([...dismissed, keyOf(run)])}
    />
  ));
}
