import { addNotice } from "../experiment/applyEvent";
import type { ExperimentState } from "../experiment/state";
import type { StateLink } from "../link/linkSelectors";

/** Says that a link does not hold every move, and offers the file that does. */
export function tellShortened(state: ExperimentState, { moves, leftOut }: Pick<StateLink, "moves" | "leftOut">) {
  const kept = moves - leftOut;
  return addNotice(
    state,
    {
      level: "warning",
      title: "The link is shortened",
      detail: `It has room for ${kept} of ${moves} moves, where each drag ended among them; a reload or a copy has other numbers between.`,
      remedy: "Save the experiment as a file: it holds every move.",
    },
    "saveExperiment",
  );
}
