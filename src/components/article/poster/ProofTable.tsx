import type { Proof } from "../../../config/claims/findings/finding";
import { MathText } from "../../ui/MathSymbol";

/** Tests that this program passes, with what they allow and what they found. */
export function ProofTable({ proof }: { proof: Proof }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Error allowed</th>
          <th scope="col">Found, cpu and wasm</th>
        </tr>
      </thead>
      <tbody>
        {proof.tests.map(({ says, test, limit, observed }) => (
          <tr key={test}>
            <th scope="row">
              <MathText text={says} />
            </th>
            <td>{limit}</td>
            <td>{observed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
