import type { LookaheadFigureModel } from "../../../store/views/lookahead/lookaheadSelectors";
import { formatNumber } from "../../../store/words/format";
import type { TableText } from "../../../store/words/tableText";

const MOST = 8;

/** What is predicted at inputs of B′ before and after; no rows until a step has been looked at. */
export function aheadTable({ picture, model }: Extract<LookaheadFigureModel, { why: null }>): TableText {
  const isFunction = picture.kind === "function";
  const width = isFunction ? 1 : 2;
  const rows = Array.from(model?.ahead.fsdBatch.slice(0, MOST) ?? []);
  const input = (row: number) =>
    Array.from(picture.trainX.slice(width * row, width * (row + 1)), (x) => formatNumber(x)).join(", ");
  const text = (values: Float32Array | undefined, i: number) => formatNumber(values?.[i] ?? Number.NaN);
  return {
    caption: `${isFunction ? "Output" : "Probability of class 1"} at inputs of B′, the first ${rows.length}`,
    titles: ["input", "before", "after"],
    rows: rows.map((row, i) => ({
      key: i,
      head: input(row),
      cells: [text(model?.ahead.fsdBefore, i), text(model?.ahead.fsdAfter, i)],
    })),
  };
}
