import { IDEAL_NAMES } from "../../../config/formulas/ideal";
import { useCharts, useExperiment } from "../../../store/experiment/experimentStore";
import { selectIdeal } from "../../../store/views/spectrum/idealSelectors";
import { formatNumber } from "../../../store/words/format";
import { useActions } from "../../ui/actionsContext";
import { MathSymbol, MathText } from "../../ui/MathSymbol";
import { Word } from "../../ui/Word";
import { Equation } from "../equations/Equation";
import { SectionHeading } from "../SectionHeading";
import { DERIVATION } from "./derivation";

/** Where P goes on a quadratic loss, step by step, beside the chart that shows it. */
export function Ideal() {
  return (
    <>
      <SectionHeading place="ideal" />
      <p>
        Where the loss is a parabola with the same curvature <span className="m">H</span> for every batch, and FSD one
        with the curvature <span className="m">G</span>, it can be said where <Word word="P" /> ends. Linear regression
        is such a task.
      </p>
      <ol className="derivation">
        {DERIVATION.map(({ says, equation }) => (
          <li key={equation}>
            <p>
              <MathText text={says} />
            </p>
            <Equation of={equation} />
          </li>
        ))}
      </ol>
      <p>
        This is the curve that the chart of eigenvalues calls <Word word="ideal">ideal</Word>. Keep only the tangent of
        the loss, as natural gradient does, and <span className="m">H</span> is missing:
      </p>
      <Equation of="ideal-linearised" />
      <p>
        The chart draws this form as well, as {IDEAL_NAMES.linearised.name}. Algorithm 1 does not go there, for it keeps
        the loss as it is. With a single learning rate in the place of <MathSymbol symbol="P" /> the same sum gives:
      </p>
      <Equation of="ideal-rate" />
      <BesideChart />
    </>
  );
}

/** The preset in which P goes there, and the prices that the ideal has now. */
function BesideChart() {
  const actions = useActions();
  const isLinear = useExperiment((state) => state.curvature !== null);
  const { lambdas } = useCharts(selectIdeal);
  const isOpen = useExperiment((state) => state.display.openViews.includes("spectrum"));
  const show = () => {
    if (!isLinear) actions.setPreset("closed-form");
    if (!isOpen) actions.toggleView("spectrum");
    document.getElementById("chart-spectrum")?.scrollIntoView({ block: "center" });
  };
  return (
    <p>
      {isLinear && lambdas ? (
        <span>
          The prices of now, <MathSymbol symbol="λ_FSD" /> ={" "}
          <span className="now">{formatNumber(lambdas.lambdaFsd, 2)}</span> and <MathSymbol symbol="λ_WSD" /> ={" "}
          <span className="now">{formatNumber(lambdas.lambdaWsd, 2)}</span>, are in the drawn curve: move them, and it
          moves.{" "}
        </span>
      ) : null}
      <button type="button" className="btn" onClick={show}>
        {isLinear ? "See it in the chart" : "Open the task where it holds"}
      </button>
    </p>
  );
}
