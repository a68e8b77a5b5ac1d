import type { Bill } from "../../../config/claims/findings/finding";
import { entrantName } from "../../../store/words/claims/entrantWords";
import { billSentences } from "../../../store/words/claims/findingWords";
import { formatNumber } from "../../../store/words/format";
import { MathText } from "../../ui/MathSymbol";

/** What a step of each method costs. */
export function BillTable({ bill }: { bill: Bill }) {
  return (
    <>
      <ul className="claim-sentences">
        {billSentences(bill).map((sentence) => (
          <li key={sentence}>
            <MathText text={`${sentence}.`} />
          </li>
        ))}
      </ul>
      <details>
        <summary>Every method</summary>

        <table>
          <thead>
            <tr>
              <th scope="col">Method</th>
              <th scope="col">ms a step</th>
              <th scope="col">forward</th>
              <th scope="col">backward</th>
              <th scope="col">kB kept</th>
              <th scope="col">kB at most</th>
            </tr>
          </thead>
          <tbody>
            {bill.methods.map((method) => (
              <tr key={method.name}>
                <th scope="row">
                  <MathText text={entrantName({ ...method, settings: null })} />
                </th>
                <td>{formatNumber(method.msPerStep, 3)}</td>
                <td>{formatNumber(method.forwardPasses, 3)}</td>
                <td>{formatNumber(method.backwardPasses, 3)}</td>
                <td>{formatNumber(method.tensorBytes / 1000, 3)}</td>
                <td>{formatNumber(method.peakBytes / 1000, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
