import type { ReactNode } from "react";
import { formatNumber, formatSetting } from "../../../store/format";
import type { LookaheadModel } from "../../../store/lookaheadSelector";
import { formatChange, perDoubling } from "../../../store/walkCaptions";
import { MathSymbol } from "../../MathSymbol";

/** Q at the lookahead, term by term, the step's length, and where a longer step would take Q. */
export function AheadNumbers({ model }: { model: LookaheadModel }) {
  const { ahead, prices, objective, slope } = model;
  const price = (lambda: number, raw: number) => `${formatSetting(lambda)} × ${formatNumber(raw)}`;
  return (
    <dl className="ahead-numbers">
      <Row className="loss" name="loss on B" value={ahead.objectiveLoss} />
      <Row
        className="fsd"
        name={
          <>
            <MathSymbol symbol="λ_FSD" /> FSD
          </>
        }
        made={price(prices.lambdaFsd, ahead.fsd)}
        value={prices.lambdaFsd * ahead.fsd}
      />
      <Row
        className="wsd"
        name={
          <>
            <MathSymbol symbol="λ_WSD" /> WSD
          </>
        }
        made={price(prices.lambdaWsd, ahead.wsd)}
        value={prices.lambdaWsd * ahead.wsd}
      />
      <Row className="total" name={<MathSymbol symbol="Q" />} value={objective} />
      <Row name="step length ‖θ′ − θ‖" value={ahead.stepLength} />
      <div>
        <dt>
          slope of <MathSymbol symbol="Q" /> per doubling of the step
        </dt>
        <dd>{formatChange(perDoubling(slope))}</dd>
      </div>
    </dl>
  );
}

interface RowProps {
  name: ReactNode;
  value: number;
  /** What it is the product of. */
  made?: string;
  className?: string;
}

function Row({ name, value, made, className }: RowProps) {
  return (
    <div className={className}>
      <dt>
        {name}
        {made ? <span className="made">{made}</span> : null}
      </dt>
      <dd>{formatNumber(value)}</dd>
    </div>
  );
}
