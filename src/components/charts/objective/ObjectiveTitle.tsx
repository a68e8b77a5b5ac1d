import type { ObjectivePoint } from "../../../store/charts/chartModels";
import { selectObjectiveNow } from "../../../store/charts/chartSelectors";
import { useCharts } from "../../../store/experiment/experimentStore";
import { formatNumber, formatSettingValue } from "../../../store/words/format";
import { ObjectiveSymbols } from "../figure/ObjectiveSymbols";
import "../figure/objectiveSymbols.css";

/**
 * Q = loss + λ_FSD FSD + λ_WSD WSD, each term in its colour, and below it the same in numbers of the meta-update shown: title
 * and key of the chart at once. The λ are those that acted in that step.
 */
export function ObjectiveTitle() {
  const now = useCharts(selectObjectiveNow);
  return <ObjectiveSymbols>{now ? <Numbers now={now} /> : null}</ObjectiveSymbols>;
}

const short = (value: number) => formatNumber(value, 3);

function Numbers({ now: { total, loss, raw, lambdas } }: { now: ObjectivePoint }) {
  return (
    <span className="numbers" translate="no">
      <span>{short(total)}</span>
      <span> = </span>
      <span className="loss">{short(loss)}</span>
      <span> + </span>
      <span className="fsd">{`${formatSettingValue(lambdas.lambdaFsd)}·${short(raw.fsd)}`}</span>
      <span> + </span>
      <span className="wsd">{`${formatSettingValue(lambdas.lambdaWsd)}·${short(raw.wsd)}`}</span>
    </span>
  );
}
