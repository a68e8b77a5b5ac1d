import { useEffect, useState } from "react";
import { selectSeries } from "../../store/charts/seriesSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import type { toldOf } from "../../store/kept/remedies";
import { useActions } from "../ui/actionsContext";
import type { CardModel } from "./Card";

/** A card, and its button where there is a way on. */
interface StoppedCard {
  card: CardModel;
  button: { text: string; act(): void } | null;
}

/** A card for each run that diverged or failed, once, with the likely cause; the run's row in the comparison keeps saying it. */
export function useStoppedRuns(): StoppedCard[] {
  const actions = useActions();
  const experiment = useExperiment((state) => state.experiment);
  const series = useExperiment(selectSeries);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const keyOf = (run: string) => `${experiment} ${run}`;
  const stopped = series
    .filter(({ status }) => status === "diverged" || status === "failed")
    .filter(({ run }) => !dismissed.includes(keyOf(run)));
  const tellOf = useToldOf(stopped.length > 0);
  const told = useExperiment((state) => JSON.stringify(stopped.map(({ run }) => tellOf?.(state, run) ?? null)));
  const words = JSON.parse(told) as (ReturnType<typeof toldOf> | null)[];
  return stopped.map(({ run, name, status, message }, i) => {
    const { cause = "", button = "" } = words[i] ?? {};
    const others = series.length > stopped.length ? "; the other runs go on" : "";
    const text = [message, cause, `It is drawn up to its last value${others}.`].filter(Boolean).join(" ");
    return {
      card: {
        ...{ key: keyOf(run), level: "warning", title: `${name} ${status}`, text },
        stays: button !== "",
        onDismiss: () => setDismissed((before) => [...before, keyOf(run)]),
      },
      button: button === "" ? null : { text: button, act: () => actions.rewind(run) },
    };
  });
}

/** What knows causes, fetched once a run has stopped; a card does without where it does not come. */
function useToldOf(isWanted: boolean): typeof toldOf | null {
  const [found, setFound] = useState<{ toldOf: typeof toldOf } | null>(null);
  useEffect(() => {
    if (isWanted) import("../../store/kept/remedies").then(setFound, () => {});
  }, [isWanted]);
  return found?.toldOf ?? null;
}
