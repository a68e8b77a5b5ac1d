import { unpackNumbers } from "../../config/recording/packed";
import type { RecordedFigure } from "../../config/recording/recordingFile";
import { formatNumber } from "../words/format";
import type { ObjectiveStack } from "./chartModels";
import type { Recording } from "./recording";

/** Q of a recorded run and its terms, each with its λ, at the meta-updates that its file holds; x is the step. */
export function recordedObjective({ step, ...terms }: NonNullable<RecordedFigure["objective"]>): ObjectiveStack[] {
  const numbers = (packed: (typeof terms)["loss"]) => unpackNumbers(packed).map((value) => value ?? 0);
  const [losses, fsds, wsds] = [numbers(terms.loss), numbers(terms.fsd), numbers(terms.wsd)];
  return numbers(step).map((x, at) => {
    const [loss = 0, fsd = 0, wsd = 0] = [losses[at], fsds[at], wsds[at]];
    return { step: x, x, loss, fsd, wsd, total: loss + fsd + wsd };
  });
}

/** The chart of a recorded Q for those who cannot see it. */
export function recordedObjectiveSummary(
  { origin }: Recording,
  name: string,
  last: ObjectiveStack | undefined,
): string {
  const value = last ? ` Q of ${name} at its last meta-step: ${formatNumber(last.total)}.` : "";
  return `A recorded run (${origin}), until this page has trained a step of its own.${value}`;
}
