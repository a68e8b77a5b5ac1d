import { selectObjectiveNow } from "../../store/charts/chartSelectors";
import { useCharts } from "../../store/experiment/experimentStore";
import { MathSymbol } from "../ui/MathSymbol";
import "./liveEquation.css";

/** What share of Q the outputs have now, and what λ_FSD does to it. */
export function LiveShare() {
  const now = useCharts(selectObjectiveNow);
  const share = now && now.total > 0 ? Math.round((100 * now.fsd) / now.total) : null;
  return (
    <p>
      {now && share !== null ? (
        <span>
          At step <span className="now">{now.step}</span> the outputs account for{" "}
          <span className="now fsd">{`${share}\u2009%`}</span> of <MathSymbol symbol="Q" />.{" "}
        </span>
      ) : null}
      <span>Raise </span>
      <span className="fsd">
        <MathSymbol symbol="λ_FSD" />
      </span>{" "}
      and the same move costs more, so the cheapest step is shorter: <MathSymbol symbol="η" /> falls within a few
      meta-steps, and the eigenvalues of <MathSymbol symbol="P" /> move left with it.
    </p>
  );
}
