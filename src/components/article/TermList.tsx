import { TERM_SYMBOLS } from "../../config/tables/terms";
import { usePageWays } from "../ui/pageWays";
import { Word } from "../ui/Word";
import "./termList.css";

/** All terms in a line, each of which can be opened, and the way to every other word. */
export function TermList() {
  const ways = usePageWays();
  return (
    <p className="terms">
      <span>What the letters mean:</span>
      {TERM_SYMBOLS.map((symbol) => (
        <Word key={symbol} word={symbol} />
      ))}
      <button type="button" className="word" aria-haspopup="dialog" onClick={() => ways?.openDialog("glossary")}>
        all words
      </button>
    </p>
  );
}
