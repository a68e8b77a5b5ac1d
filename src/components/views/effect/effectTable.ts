import type { EffectModel } from "../../../store/views/effect/effectSelectors";
import { changeText } from "../../../store/views/effect/effectSentence";
import { formatNumber } from "../../../store/words/format";
import type { TableText } from "../../../store/words/tableText";
import { EFFECT_NOTHING, EFFECT_TITLES } from "./effectWords";

/** The means before and after the move. */
export function effectTable({ panels, steps, name }: EffectModel): TableText {
  return {
    caption: `${name}: means over ${steps} steps before and after`,
    titles: ["quantity", "before", "after", "change"],
    rows: (steps === null ? [] : panels).map(({ quantity, before, after }) => ({
      key: quantity,
      head: EFFECT_TITLES[quantity],
      cells: [
        before === null ? "nothing" : formatNumber(before),
        after === null ? "nothing" : formatNumber(after),
        before === null || after === null ? EFFECT_NOTHING[quantity] : changeText(before, after),
      ],
    })),
  };
}
