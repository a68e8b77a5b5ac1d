import { MathSymbol } from "../ui/MathSymbol";
import { TEST_IDS } from "../ui/testIds";
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
        <b translate="no" data-testid={TEST_IDS.step}>
          {step}
        </b>
      </span>
    </p>
  );
}
