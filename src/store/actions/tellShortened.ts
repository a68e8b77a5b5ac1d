import { addNotice } from "../experiment/applyEvent";
import type { ExperimentState } from "../experiment/state";
import type { StateLink } from "../link/linkSelectors";
import { VIEW_PARAMETERS } from "../link/viewParameters";

/** Parts of a link by the words for what they hold; all others are settings, or of the view. */
const WORDS = new Map([
  ["csv", "the file's name"],
  ["target", "the target"],
  ["inputs", "the choice of inputs"],
  ["without", "the choice of inputs"],
  ["opt", "the methods"],
]);

/** Says what a link does not hold, and offers the file that does. */
export function tellShortened(state: ExperimentState, { moves, leftOut, parts }: Omit<StateLink, "link">) {
  const kept = `${moves - leftOut} of ${moves} moves, where each drag ended among them`;
  const missing = wordsFor(parts);
  const said = [
    ...(leftOut === 0 ? [] : [`It has room for ${leftOut === moves ? `none of ${moves} moves` : kept}.`]),
    ...(missing.length === 0 ? [] : [`It has no room for ${missing.join(", ")}.`]),
  ];
  const isSame = leftOut === 0 && parts.every((part) => part === "csv" || isOfView(part));
  return addNotice(
    state,
    {
      level: "warning",
      title: "The link is shortened",
      detail: `${said.join(" ")} A reload or a copy ${isSame ? "goes without" : "has other numbers"}.`,
      remedy: `Save the experiment as a file: it holds every move, column and setting.`,
    },
    "saveExperiment",
  );
}

const isOfView = (part: string) => VIEW_PARAMETERS.some((key) => key === part);

function wordsFor(parts: readonly string[]): string[] {
  const settings = parts.filter((part) => !WORDS.has(part) && !isOfView(part)).length;
  return [
    ...parts.flatMap((part) => WORDS.get(part) ?? []),
    ...(settings === 0 ? [] : [`${settings} ${settings === 1 ? "setting" : "settings"}`]),
    ...(parts.some(isOfView) ? ["parts of the view"] : []),
  ];
}
