import type { ClaimComparison } from "../../../config/claims/findings/finding";
import { MOMENTS } from "../../../config/claims/findings/judge";
import { rangeText } from "../../../store/words/claims/claimValues";
import { entrantName, foundByText, settingsPhrase } from "../../../store/words/claims/entrantWords";
import { momentSentences } from "../../../store/words/claims/verdictWords";
import { MathText } from "../../ui/MathSymbol";
import { SeedDots } from "./SeedDots";

/** Methods beside each other: dots, who is ahead of whom at the end, and the rest in a fold. */
export function ComparisonBlock({ comparison }: { comparison: ClaimComparison }) {
  const [end, ...others] = MOMENTS.map((moment) => momentSentences(comparison, moment));
  return (
    <>
      <SeedDots comparison={comparison} />
      {end ? <Sentences sentences={end.sentences} /> : null}
      <details>
        <summary>Settings, at best, and in equal time</summary>
        {others
          .filter(({ sentences }) => sentences.length > 0)
          .map(({ words, sentences }) => (
            <div key={words}>
              <p>{`${words}:`}</p>
              <Sentences sentences={sentences} />
            </div>
          ))}
        <dl className="entrants">
          {comparison.entrants.map((entrant) => (
            <div key={entrant.name}>
              <dt>
                <MathText text={entrantName(entrant)} />
              </dt>
              {entrant.best.length > 0 ? <dd>{`at best ${rangeText(comparison, entrant.best)}`}</dd> : null}
              {entrant.inTime && entrant.inTime.length > 0 ? (
                <dd>{`in equal time ${rangeText(comparison, entrant.inTime)}`}</dd>
              ) : null}
              {entrant.name.startsWith("fixed-") ? null : (
                <dd>
                  <MathText text={settingsPhrase(entrant)} />
                </dd>
              )}
              {entrant.choice ? (
                <dd>
                  <MathText text={foundByText(comparison, entrant.optimizer, entrant.choice)} />
                </dd>
              ) : null}
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul className="claim-sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>
          <MathText text={`${sentence}.`} />
        </li>
      ))}
    </ul>
  );
}
