import type { PagePart } from "../../config/tables/walk";
import { useExperiment } from "../../store/experiment/experimentStore";
import { selectPointedAt } from "../../store/views/lookahead/walkSelectors";

/** Whether the walk through a step, or a lesson, points at a part of the page now: for its `data-pointed`, which the styles outline. */
export function usePointedAt(part: PagePart | null): true | undefined {
  const isPointedAt = useExperiment((state) => part !== null && selectPointedAt(state).includes(part));
  return isPointedAt || undefined;
}
