import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { countWaiting } from "../../../store/charts/drawTurns";
import { chartStore } from "../../../store/experiment/experimentStore";
import type { ExperimentState } from "../../../store/experiment/state";
import { createDrawQueue, messageTask } from "./drawQueue";
import { useSight } from "./OnScreen";

const queue = createDrawQueue(messageTask(), () => performance.now());
countWaiting(() => queue.waiting);

/** Resolves once every chart that waits for its turn now has had it. */
export const afterTurns = (): Promise<void> => new Promise((resolve) => queue.add(resolve));

/**
 * Selects from the throttled state like `useCharts`, for what is expensive to draw: charts take turns, one a task, and one that is
 * late draws only the newest state. While it trains, one out of sight (`OnScreen`) is not drawn at all. The selector must be
 * the same function in every render.
 */
export function useChartsInTurn<Selected>(selector: (state: ExperimentState) => Selected): Selected {
  const sight = useSight();
  const [selected, setSelected] = useState(() => selector(chartStore.getState()));
  useEffect(() => {
    const draw = () => {
      const next = selector(chartStore.getState());
      flushSync(() => setSelected(() => next));
    };
    const ask = () => {
      if (sight && !sight.isSeen && chartStore.getState().status === "running") return;
      queue.add(draw);
    };
    ask();
    const unsubscribe = chartStore.subscribe(ask);
    const stopLooking = sight?.onSeen(ask);
    return () => {
      unsubscribe();
      stopLooking?.();
      queue.remove(draw);
    };
  }, [selector, sight]);
  return selected;
}
