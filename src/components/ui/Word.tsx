import type { ReactNode } from "react";
import { MathText } from "./MathSymbol";
import { usePageWays } from "./pageWays";
import "./word.css";

interface WordProps {
  /** As the glossary has it. */
  word: string;
  /** How it is written here, where that is another way. */
  children?: ReactNode;
  /** In a toolbar, which is one tab stop. */
  isRoving?: boolean;
}

/** A word that opens what it means, by click, touch or key; plain text where the page has no glossary. */
export function Word({ word, children, isRoving = false }: WordProps) {
  const ways = usePageWays();
  const shown = children ?? (
    <span translate="no">
      <MathText text={word} />
    </span>
  );
  if (!ways) return shown;
  return (
    <button
      type="button"
      className="word"
      aria-haspopup="dialog"
      data-roving={isRoving || undefined}
      tabIndex={isRoving ? -1 : undefined}
      onClick={({ currentTarget }) => ways.openWord(word, currentTarget)}
    >
      {shown}
    </button>
  );
}
