import { MathText } from "../../ui/MathSymbol";
import { type DrawnSeries, namesWithGaps } from "../curves/drawnSeries";

/** What a log axis leaves out, beside the title of its chart: "; values ≤ 0 of SGDm leave gaps". */
export function LogGapNote({ drawn }: { drawn: readonly DrawnSeries[] }) {
  const names = namesWithGaps(drawn);
  return names.length === 0 ? null : (
    <span>
      <MathText text={`; values ≤ 0 of ${names.join(", ")} leave gaps`} />
    </span>
  );
}
