import { type MouseEvent, useEffect, useState } from "react";
import type { ClaimsTable, Finding } from "../../../config/claims/findings/finding";
import { CLAIM_NUMBERS, type ClaimNumber, POSTER_CLAIMS } from "../../../config/claims/posterClaims";
import { HELD_OUT_SEEDS } from "../../../config/claims/rules";
import { fetchPosterTable } from "../../../store/article/posterTable";
import { isBegun, missingText, overviewLines } from "../../../store/words/claims/findingWords";
import { MathText } from "../../ui/MathSymbol";
import { FindingBlock } from "./FindingBlock";
import "./posterBody.css";

/** What the poster claims, beside what is seen here: a table of the eight, then each with its numbers. */
export function PosterBody() {
  const table = usePosterTable();
  if (!table) return <p>Its numbers are on their way.</p>;
  const of = (claim: ClaimNumber) => table.findings.filter((finding) => finding.claim === claim);
  return (
    <div className="poster-claims">
      <p>
        Settings of each method are chosen on one seed with an equal budget, then run on {HELD_OUT_SEEDS.length} others.
        “Ahead” is better than the rival on each of these seeds, “behind” worse on each, “level” neither: words follow
        from the signs. Widths and lengths are ours, so that the poster’s numbers stand beside ours, and are not
        repeated by them.
      </p>
      <table className="claims">
        <thead>
          <tr>
            <th scope="col">The poster says</th>
            <th scope="col">Here</th>
          </tr>
        </thead>
        <tbody>
          {CLAIM_NUMBERS.map((claim) => (
            <tr key={claim}>
              <th scope="row">
                <a href={`#claim-${claim}`} onClick={leadToHeading}>{`${claim}.`}</a>{" "}
                <MathText text={POSTER_CLAIMS[claim].says} />
                {POSTER_CLAIMS[claim].number === null ? null : <small>{POSTER_CLAIMS[claim].number}</small>}
              </th>
              <td>
                <ul className="claims-here">
                  {overviewLines(of(claim)).map((line) => (
                    <li key={line}>
                      <MathText text={line} />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {CLAIM_NUMBERS.map((claim) => (
        <Claim key={claim} claim={claim} findings={of(claim)} />
      ))}
    </div>
  );
}

/** Within the dialog, without a step in the browser's history. */
function leadToHeading(event: MouseEvent<HTMLAnchorElement>) {
  event.preventDefault();
  document.getElementById(event.currentTarget.hash.slice(1))?.focus();
}

function Claim({ claim, findings }: { claim: ClaimNumber; findings: readonly Finding[] }) {
  const missing = missingText(findings);
  return (
    <section className="claim" aria-labelledby={`claim-${claim}`}>
      <h3 id={`claim-${claim}`} tabIndex={-1}>
        {`${claim}. `}
        <MathText text={POSTER_CLAIMS[claim].says} />
      </h3>
      {findings.filter(isBegun).map((finding, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings never move
        <FindingBlock key={i} finding={finding} />
      ))}
      {missing === null ? null : <p className="muted">{missing}</p>}
    </section>
  );
}

/** The table, once it is here. One that fails is an error of drawing, for the boundary around it. */
function usePosterTable(): ClaimsTable | null {
  const [state, setState] = useState<ClaimsTable | { error: unknown } | null>(null);
  useEffect(() => {
    let isWanted = true;
    fetchPosterTable()
      .catch((error: unknown) => ({ error }))
      .then((next) => isWanted && setState(next));
    return () => {
      isWanted = false;
    };
  }, []);
  if (state && "error" in state) throw state.error;
  return state;
}
