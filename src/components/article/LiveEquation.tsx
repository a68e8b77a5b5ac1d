import type { ReactNode } from "react";
import { type EquationModel, selectEquation } from "../../store/article/equationSelectors";
import { useCharts } from "../../store/experiment/experimentStore";
import { formatNumber } from "../../store/words/format";
import { MathSymbol } from "../ui/MathSymbol";
import "./liveEquation.css";
import "../ui/mathSymbol.css";

const shown = (value: number | null) => (value === null ? "–" : formatNumber(value, 3));

/** Q with the numbers of the focus run's latest meta-update under each of its parts. */
export function LiveEquation() {
  const now = useCharts(selectEquation);
  return (
    <div className="eq" translate="no" role="math" aria-label={inWords(now)}>
      <div className="sum">
        <Factor symbol={<span className="m">Q(φ)</span>} number={shown(now.total)} note="total" />
      </div>
      <div className="sum">
        <Sign sign="=" />
        <Factor
          term="loss"
          symbol={
            <span className="m">
              J<sub>B</sub>(θ′)
            </span>
          }
          number={shown(now.loss)}
          note="loss"
        />
      </div>
      <div className="sum">
        <Sign sign="+" />
        <Factor term="fsd" symbol={<MathSymbol symbol="λ_FSD" />} number={shown(now.lambdaFsd)} />
        <Factor
          term="fsd"
          symbol={
            <span className="m">
              <span className="r">mean</span>
              <sub>B′</sub>&thinsp;ρ( f(θ′), f(θ) )
            </span>
          }
          number={`× ${shown(now.fsd)}`}
          note="FSD"
        />
      </div>
      <div className="sum">
        <Sign sign="+" />
        <Factor term="wsd" symbol={<MathSymbol symbol="λ_WSD" />} number={shown(now.lambdaWsd)} />
        <Factor term="wsd" symbol={<span className="m">½ ‖θ′ − θ‖²</span>} number={`× ${shown(now.wsd)}`} note="WSD" />
      </div>
    </div>
  );
}

interface FactorProps {
  term?: "loss" | "fsd" | "wsd";
  symbol: ReactNode;
  number: string;
  note?: string;
}

/** A part of the equation, its number below it, and what it is called. */
function Factor({ term, symbol, number, note }: FactorProps) {
  return (
    <div className={term}>
      {symbol}
      <span className="num">{number}</span>
      {note ? <small>{note}</small> : null}
    </div>
  );
}

function Sign({ sign }: { sign: "=" | "+" }) {
  return (
    <div className="op">
      <span className="m r">{sign}</span>
      <span className="num">{sign}</span>
    </div>
  );
}

function inWords({ total, loss, lambdaFsd, fsd, lambdaWsd, wsd }: EquationModel): string {
  return `Q, ${shown(total)}, is loss ${shown(loss)} plus lambda FSD ${shown(lambdaFsd)} times FSD ${shown(fsd)} plus lambda WSD ${shown(lambdaWsd)} times WSD ${shown(wsd)}`;
}
