import type { ReactNode } from "react";
import type { WalkStage } from "../../../config/tables/walk";
import type { LookaheadModel } from "../../../store/views/lookahead/lookaheadSelectors";
import { formatChange, perDoubling } from "../../../store/views/lookahead/walkCaptions";
import { formatNumber, formatSettingValue } from "../../../store/words/format";
import { MathSymbol } from "../../ui/MathSymbol";
import "./lookahead.css";

/** Q at the lookahead, term by term, the step's length, and where a longer step would take Q. */
export function AheadNumbers({ model, stage }: { model: LookaheadModel; stage: WalkStage | null }) {
  const { ahead, lambdas, objective, slope } = model;
  const weighed = (lambda: number, raw: number) => `${formatSettingValue(lambda)} × ${formatNumber(raw)}`;
  const spokenOf = stage === null ? [] : SPOKEN_OF[stage];
  const row = (name: RowName) => ({ className: name, isPointedAt: spokenOf.includes(name) });
  return (
    <dl className="ahead-numbers">
      <Row {...row("loss")} name="loss on B" value={ahead.objectiveLoss} />
      <Row
        {...row("fsd")}
        name={
          <>
            <MathSymbol symbol="λ_FSD" /> FSD
          </>
        }
        made={weighed(lambdas.lambdaFsd, ahead.fsd)}
        value={lambdas.lambdaFsd * ahead.fsd}
      />
      <Row
        {...row("wsd")}
        name={
          <>
            <MathSymbol symbol="λ_WSD" /> WSD
          </>
        }
        made={weighed(lambdas.lambdaWsd, ahead.wsd)}
        value={lambdas.lambdaWsd * ahead.wsd}
      />
      <Row {...row("total")} name={<MathSymbol symbol="Q" />} value={objective} />
      <Row {...row("length")} name="step length ‖θ′ − θ‖" value={ahead.stepLength} />
      <Row
        {...row("slope")}
        name={
          <>
            slope of <MathSymbol symbol="Q" /> per doubling of the step
          </>
        }
        value={perDoubling(slope)}
        text={formatChange(perDoubling(slope))}
      />
    </dl>
  );
}

type RowName = "loss" | "fsd" | "wsd" | "total" | "length" | "slope";

/** The numbers that each stage of the walk speaks of. */
const SPOKEN_OF: Record<WalkStage, readonly RowName[]> = {
  1: [],
  2: ["length", "loss"],
  3: ["fsd"],
  4: ["total", "slope"],
  5: [],
};

interface RowProps {
  name: ReactNode;
  value: number;
  /** What it is the product of. */
  made?: string;
  /** As shown, where it is not the plain number. */
  text?: string;
  className: RowName;
  isPointedAt: boolean;
}

function Row({ name, value, made, text, className, isPointedAt }: RowProps) {
  return (
    <div className={className} data-spoken={isPointedAt || undefined}>
      <dt>
        {name}
        {made ? <span className="made">{made}</span> : null}
      </dt>
      <dd translate="no">{text ?? formatNumber(value)}</dd>
    </div>
  );
}
