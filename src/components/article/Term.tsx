import { type ToggleEvent, useId, useRef } from "react";
import { TERMS, type TermSymbol } from "../../config/tables/terms";
import { MathSymbol, MathText } from "../ui/MathSymbol";
import "./term.css";

/** Pixels between a term and its sentence, and from the window's sides. */
const GAP = 6;
const SIDE = 8;

/** A symbol that opens what it means in one sentence: by click, touch or key; Escape or a click elsewhere closes it. */
export function Term({ symbol }: { symbol: TermSymbol }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { name, sentence } = TERMS[symbol];
  const place = ({ newState, currentTarget }: ToggleEvent<HTMLSpanElement>) => {
    const at = button.current?.getBoundingClientRect();
    if (newState !== "open" || !at) return;
    const left = Math.min(at.left, document.documentElement.clientWidth - currentTarget.offsetWidth - SIDE);
    currentTarget.style.left = `${Math.max(SIDE, left) + scrollX}px`;
    currentTarget.style.top = `${at.bottom + GAP + scrollY}px`;
  };
  return (
    <>
      <button ref={button} type="button" className="term-button" popoverTarget={id}>
        <TermName symbol={symbol} />
      </button>
      <span id={id} popover="auto" className="term-sentence" onToggle={place}>
        <b>
          <TermName symbol={symbol} />
        </b>
        <span className="muted">{name}</span>
        <span>
          <MathText text={sentence} />
        </span>
      </span>
    </>
  );
}

/** Letters of mathematics are set as such, an abbreviation as it is. */
function TermName({ symbol }: { symbol: TermSymbol }) {
  return symbol === "FSD" || symbol === "WSD" ? <span translate="no">{symbol}</span> : <MathSymbol symbol={symbol} />;
}
