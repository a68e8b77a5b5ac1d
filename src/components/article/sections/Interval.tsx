import { amortizedPasses, STEP_PASSES } from "../../../config/formulas/passes";
import { useCharts } from "../../../store/experiment/experimentStore";
import { hyperparamAt } from "../../../store/experiment/hyperparamAt";
import { metaRunOf } from "../../../store/experiment/metaRun";
import { shownStep } from "../../../store/experiment/shownStep";
import { formatNumber } from "../../../store/words/format";
import { MathSymbol } from "../../ui/MathSymbol";
import { TableHead } from "../../ui/TableHead";
import { SectionHeading } from "../SectionHeading";
import "./interval.css";

/** Intervals that the table has beside the one in force. */
const INTERVALS = [1, 2, 5, 10, 100];

/** What K trades, and the passes of a step at some K and at that of now. */
export function Interval() {
  const now = useCharts((state) => {
    const run = metaRunOf(state);
    return run ? hyperparamAt(state, run, "metaUpdateInterval", shownStep(state)) : null;
  });
  const rows = [...new Set([...INTERVALS, ...(now === null ? [] : [now])])].toSorted((a, b) => a - b);
  return (
    <>
      <SectionHeading place="interval" />
      <p>
        A meta-update serves <MathSymbol symbol="K" /> steps. A long interval shares its cost among many. It also lets{" "}
        <MathSymbol symbol="φ" /> hear of a change late: of a moved price, or of a loss that has become steeper.
      </p>
      <table className="intervals">
        <caption className="hidden">Passes over a batch for each step, on average</caption>
        <TableHead titles={["K", "Forward", "Backward"]} words={{ K: "K" }} />
        <tbody>
          {rows.map((interval) => (
            <tr key={interval} className={interval === now ? "now" : ""}>
              <th scope="row">{interval === now ? `${interval}, now` : interval}</th>
              <td>{formatNumber(STEP_PASSES.forward + amortizedPasses(interval).forward, 3)}</td>
              <td>{formatNumber(STEP_PASSES.backward + amortizedPasses(interval).backward, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
