import { TERM_SYMBOLS } from "../../config/tables/terms";
import { Term } from "./Term";

/** All terms in a line, each of which can be opened. */
export function TermList() {
  return (
    <p className="terms">
      <span>What the letters mean:</span>
      {TERM_SYMBOLS.map((symbol) => (
        <Term key={symbol} symbol={symbol} />
      ))}
    </p>
  );
}
