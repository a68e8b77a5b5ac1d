import type { ReactNode } from "react";
import { MathSymbol } from "../../ui/MathSymbol";
import "./objectiveSymbols.css";

/** Q = loss + λ_FSD FSD + λ_WSD WSD, each term in its colour, and under it what is given. */
export function ObjectiveSymbols({ children }: { children?: ReactNode }) {
  return (
    <span className="live-sum">
      <span className="symbols" translate="no">
        <span>
          <MathSymbol symbol="Q" />
        </span>
        <span>=</span>
        <i className="part loss">loss</i>
        <span>+</span>
        <i className="part fsd">
          <MathSymbol symbol="λ_FSD" /> FSD
        </i>
        <span>+</span>
        <i className="part wsd">
          <MathSymbol symbol="λ_WSD" /> WSD
        </i>
      </span>
      {children}
    </span>
  );
}
