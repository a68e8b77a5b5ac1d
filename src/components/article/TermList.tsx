import { TERM_SYMBOLS } from "../../config/tables/terms";
import { Term } from "./Term";

/** All terms in a line, each of which can be opened, and the way to every other word. */
export function TermList({ onGlossary }: { onGlossary: () => void }) {
  return (
    <p className="terms">
      <span>What the letters mean:</span>
      {TERM_SYMBOLS.map((symbol) => (
        <Term key={symbol} symbol={symbol} />
      ))}
      <button type="button" className="term-button" aria-haspopup="dialog" onClick={onGlossary}>
        all words
      </button>
    </p>
  );
}
