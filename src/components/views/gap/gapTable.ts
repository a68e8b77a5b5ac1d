import type { GapRowModel } from "../../../store/views/gap/gapSelectors";
import { formatNumber } from "../../../store/words/format";
import type { TableText } from "../../../store/words/tableText";

const text = (value: number | null) => (value === null ? "–" : formatNumber(value));

/** The gap of every shown run at the step shown. */
export function gapTable(rows: readonly GapRowModel[]): TableText {
  return {
    caption: "Gap between the step taken and the exact proximal step",
    titles: ["Run", "Step", "Distance", "Cosine", "Floor of any single η", "Distance at η*"],
    rows: rows.map(({ run, name, step, distance, cosine, floor, atBestRate }) => ({
      key: run,
      head: name,
      cells: [step === null ? "–" : String(step), ...[distance, cosine, floor, atBestRate].map(text)],
    })),
  };
}
