import { shareOfQ } from "../../store/article/shareOfQ";
import { selectObjectiveNow } from "../../store/charts/chartSelectors";
import { useCharts } from "../../store/experiment/experimentStore";
import { MathSymbol } from "../ui/MathSymbol";
import "./liveEquation.css";

/** What shares of Q the outputs and the weights have now, and what λ_FSD does to the first. */
export function LiveShare() {
  const now = useCharts(selectObjectiveNow);
  return (
    <p>
      {now && now.total > 0 ? (
        <span>
          At step <span className="now">{now.step}</span> moving the outputs accounts for{" "}
          <span className="now fsd">{shareOfQ(now.fsd, now.total)}</span> of <MathSymbol symbol="Q" />, moving the
          weights for <span className="now wsd">{shareOfQ(now.wsd, now.total)}</span>.{" "}
        </span>
      ) : null}
      <span>Raise </span>
      <span className="fsd">
        <MathSymbol symbol="λ_FSD" />
      </span>{" "}
      and the same move costs more, so the cheapest step changes the outputs less, and <MathSymbol symbol="η" />{" "}
      <span>falls.</span>
    </p>
  );
}
