import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { chartStore } from "../../store/experimentStore";
import type { ExperimentState } from "../../store/state";
import { createDrawQueue, messageTask } from "./drawQueue";

const queue = createDrawQueue(messageTask(), () => performance.now());

/**
 * Selects from the throttled state like `useCharts`, for what is dear to draw: charts take turns, one a task, and one that is
 * late draws only the newest state. The selector must be the same function in every render.
 */
export function useChartsInTurn<Selected>(selector: (state: ExperimentState) => Selected): Selected {
  const [selected, setSelected] = useState(() => selector(chartStore.getState()));
  useEffect(() => {
    const draw = () => {
      const next = selector(chartStore.getState());
      flushSync(() => setSelected(() => next));
    };
    const ask = () => queue.add(draw);
    ask();
    const unsubscribe = chartStore.subscribe(ask);
    return () => {
      unsubscribe();
      queue.remove(draw);
    };
  }, [selector]);
  return selected;
}
