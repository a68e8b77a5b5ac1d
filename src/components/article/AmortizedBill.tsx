import { amortizedPasses, STEP_PASSES } from "../../config/formulas/passes";
import { useCharts } from "../../store/experiment/experimentStore";
import { hyperparamAt } from "../../store/experiment/hyperparamAt";
import { metaRunOf } from "../../store/experiment/metaRun";
import { shownStep } from "../../store/experiment/shownStep";
import { MathSymbol } from "../ui/MathSymbol";
import "./liveEquation.css";

/** Why it is called amortized, with the K of the step shown, else of now. A meta-update adds three forward passes and one backward. */
export function AmortizedBill() {
  const interval = useCharts((state) => {
    const run = metaRunOf(state);
    return run ? hyperparamAt(state, run, "metaUpdateInterval", shownStep(state)) : 1;
  });
  const added = amortizedPasses(interval);
  const every = <span className="now">{interval}</span>;
  const steps = <span>{interval === 1 ? "step" : "steps"}</span>;
  return (
    <p>
      Solving this afresh at every step would cost more than it saves. APO learns the rule that turns a gradient into a
      step, a learning rate <MathSymbol symbol="η" /> or a preconditioner <MathSymbol symbol="P" />, and improves it
      once every <MathSymbol symbol="K" /> = {every} {steps}. Three forward passes and one backward, shared by {every}{" "}
      {steps}, bring the bill to{" "}
      <span className="now">
        {`${(STEP_PASSES.forward + added.forward).toFixed(2)} forward + ${(STEP_PASSES.backward + added.backward).toFixed(2)} backward`}
      </span>{" "}
      passes a step: that is what <em>amortized</em> means.
    </p>
  );
}
