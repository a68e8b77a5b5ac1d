import { layerName } from "../../../config/formulas/layerWords";
import { certainty } from "../../../store/views/spectrum/spectrumNumbers";
import type { SortedCurve, SortedModel } from "../../../store/views/spectrum/spectrumViewSelectors";
import { formatNumber } from "../../../store/words/format";
import { RunName } from "../../ui/MathSymbol";
import { Swatch } from "../../ui/Swatch";
import { TableHead } from "../../ui/TableHead";
import { sortedStrokeOf } from "./SortedPlot";
import "./spectrumView.css";
import "../../ui/curve.css";

const TITLES = ["Smallest", "Largest", "Condition number", "Trace", "Known"];

/** What the glossary calls some of them. */
const WORDS = { "Condition number": "condition number", Known: "est. ±" };

/** Every drawn spectrum in numbers, for all to read. */
export function NumbersTable({ curves, layer, step, when }: Pick<SortedModel, "curves" | "layer" | "step" | "when">) {
  if (step === null) return null;
  return (
    <table className="numbers">
      <caption>{`Eigenvalues of ${layerName(layer)} ${when}. The error of an estimate is of the geometric mean.`}</caption>
      <TableHead titles={["Method", ...TITLES]} words={WORDS} />
      <tbody>
        {curves.map((curve) => (
          <Row key={curve.key} curve={curve} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ curve }: { curve: SortedCurve }) {
  const { name, identity, smallest, largest, conditionNumber, trace, method, standardError } = curve;
  const values = [smallest, largest, conditionNumber, trace];
  return (
    <tr>
      <th scope="row">
        {identity ? (
          <Swatch token={identity.token} variant={identity.variant} />
        ) : (
          <svg className="swatch" viewBox="0 0 32 12" aria-hidden="true">
            <line className="curve" x1="0" y1="6" x2="32" y2="6" style={sortedStrokeOf(curve)} />
          </svg>
        )}
        <RunName name={name} />
      </th>
      {values.map((value, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: four fixed columns
        <td key={column}>{value === null ? "none" : formatNumber(value)}</td>
      ))}
      <td>{certainty(method, standardError)}</td>
    </tr>
  );
}
