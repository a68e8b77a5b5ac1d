import type { EffectModel } from "../../../store/views/effect/effectSelectors";
import { changeText } from "../../../store/views/effect/effectSentence";
import { formatNumber } from "../../../store/words/format";
import { TableHead } from "../../ui/TableHead";
import { EFFECT_NOTHING, EFFECT_TITLES } from "./effectWords";

/** The means before and after the move, for screen readers. */
export function EffectTable({ model: { panels, steps, name } }: { model: EffectModel }) {
  if (steps === null) return null;
  return (
    <div className="hidden">
      <table>
        <caption>{`${name}: means over ${steps} steps before and after`}</caption>
        <TableHead titles={["quantity", "before", "after", "change"]} />
        <tbody>
          {panels.map(({ quantity, before, after }) => (
            <tr key={quantity}>
              <th scope="row">{EFFECT_TITLES[quantity]}</th>
              <td>{before === null ? "nothing" : formatNumber(before)}</td>
              <td>{after === null ? "nothing" : formatNumber(after)}</td>
              <td>{before === null || after === null ? EFFECT_NOTHING[quantity] : changeText(before, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
