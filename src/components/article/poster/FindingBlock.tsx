import type { Finding } from "../../../config/claims/findings/finding";
import { raceOf } from "../../../config/claims/findings/raceOf";
import { useExperiment } from "../../../store/experiment/experimentStore";
import { raceLink } from "../../../store/link/raceLink";
import { findingLabel, findingTitle } from "../../../store/words/claims/findingWords";
import { MathText } from "../../ui/MathSymbol";
import { BillTable } from "./BillTable";
import { ComparisonBlock } from "./ComparisonBlock";
import { ProofTable } from "./ProofTable";
import { ResponseTable } from "./ResponseTable";

/** One finding: what it is of, its verdict, its numbers, and the way to its race. */
export function FindingBlock({ finding }: { finding: Finding }) {
  const { verdict, text } = findingLabel(finding);
  const title = findingTitle(finding);
  return (
    <section className="finding" aria-label={title}>
      <h4>
        <MathText text={title} />
        {": "}
        <b className="verdict" data-verdict={verdict}>
          {text}
        </b>
      </h4>
      <FindingBody finding={finding} />
      <RaceIt finding={finding} title={title} />
    </section>
  );
}

function FindingBody({ finding }: { finding: Finding }) {
  switch (finding.kind) {
    case "comparison":
      return <ComparisonBlock comparison={finding} />;
    case "bill":
      return <BillTable bill={finding} />;
    case "response":
      return <ResponseTable response={finding} />;
    case "proof":
      return <ProofTable proof={finding} />;
  }
}

function RaceIt({ finding, title }: { finding: Finding; title: string }) {
  const { theme, language, mode, keeping } = useExperiment((state) => state.display);
  const race = raceOf(finding);
  if (!race) return null;
  return (
    <p className="race-it">
      <a href={raceLink(race, { theme, language, mode, keeping })} aria-label={`Race it: ${title}`}>
        Race it
      </a>
    </p>
  );
}
