import { MathSymbol } from "../ui/MathSymbol";
import "./embed.css";

interface EmbedReadoutsProps {
  /** Settings whose controls are not shown, with what they stand at. */
  settings: readonly { symbol: string; text: string }[];
  step: number;
}

/** At the end of an embed's controls: what those that are hidden stand at, and the step. */
export function EmbedReadouts({ settings, step }: EmbedReadoutsProps) {
  return (
    <p className="embed-readouts">
      {settings.map(({ symbol, text }) => (
        <span key={symbol} translate="no">
          <MathSymbol symbol={symbol} /> <b>{text}</b>
        </span>
      ))}
      <span className="embed-step">
        step{" "}
        <b translate="no" data-testid="step">
          {step}
        </b>
      </span>
    </p>
  );
}
