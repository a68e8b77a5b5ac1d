import { type PointerEvent, useCallback } from "react";
import { useActions } from "../../ui/actionsContext";
import type { BoxSize } from "../geometry/geometry";

/** What lies under a pixel of a figure: a step, and the run whose line is near. */
interface Pointed {
  step: number;
  run?: string | null;
}

/** Pointer handlers of a figure over steps: the step under the pointer becomes the one that all figures show. */
export function usePointedStep(under: (size: BoxSize, x: number, y: number) => Pointed | null) {
  const actions = useActions();
  const onPointerMove = useCallback(
    (event: PointerEvent<HTMLDivElement>, size: BoxSize) => {
      const { left, top } = event.currentTarget.getBoundingClientRect();
      const pointed = under(size, event.clientX - left, event.clientY - top);
      actions.setHover(pointed?.step ?? null, pointed?.run ?? null);
    },
    [actions, under],
  );
  const onPointerLeave = useCallback(() => actions.setHover(null), [actions]);
  return { onPointerMove, onPointerLeave };
}
