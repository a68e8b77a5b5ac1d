import { amortizedPasses, META_STEP_PASSES, STEP_PASSES } from "../../config/formulas/passes";
import { useCharts } from "../../store/experiment/experimentStore";
import { hyperparamAt } from "../../store/experiment/hyperparamAt";
import { metaRunOf } from "../../store/experiment/metaRun";
import { shownStep } from "../../store/experiment/shownStep";
import { MathSymbol } from "../ui/MathSymbol";
import { StartingValue } from "./StartingValue";
import "./liveEquation.css";

/** Why it is called amortized, with the K of the step shown, else of now, and what a meta-update adds. */
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
      Solved afresh at every step, as the proximal point does it here, this takes a solver of its own, and up to{" "}
      <StartingValue optimizer="proximal-point" name="solverIterations" /> evaluations of the price. APO learns the rule
      that turns a gradient into a step, a learning rate <MathSymbol symbol="η" /> or a preconditioner{" "}
      <MathSymbol symbol="P" />, and improves it once every <MathSymbol symbol="K" /> = {every} {steps}. Its forward
      passes, <span className="now">{META_STEP_PASSES.forward}</span>, and backward passes,{" "}
      <span className="now">{META_STEP_PASSES.backward}</span>, shared by {every} {steps}, bring the bill to{" "}
      <span className="now">
        {`${(STEP_PASSES.forward + added.forward).toFixed(2)} forward + ${(STEP_PASSES.backward + added.backward).toFixed(2)} backward`}
      </span>{" "}
      passes a step: that is what <em>amortized</em> means.
    </p>
  );
}
