import type { Response } from "../../../config/claims/findings/finding";
import { settingSymbol } from "../../../config/tables/settingWords";
import { responseSentences, responseText, responseWord } from "../../../store/words/claims/findingWords";
import { MathText } from "../../ui/MathSymbol";

/** What five values of a price come to. */
export function ResponseTable({ response }: { response: Response }) {
  return (
    <>
      <ul className="claim-sentences">
        {responseSentences(response).map((sentence) => (
          <li key={sentence}>
            <MathText text={`${sentence}.`} />
          </li>
        ))}
      </ul>
      <details>
        <summary>Every price</summary>

        <table>
          <caption>{`Median of the ${responseWord(response)} over the seeds, with the range`}</caption>
          <thead>
            <tr>
              <th scope="col">
                <MathText text={settingSymbol(response.optimizer, response.price)} />
              </th>
              <th scope="col">weights still</th>
              <th scope="col">in training</th>
            </tr>
          </thead>
          <tbody>
            {response.values.map((value, i) => (
              <tr key={value}>
                <th scope="row">{value}</th>
                <td>{responseText(response, "still", i)}</td>
                <td>{responseText(response, "training", i)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
