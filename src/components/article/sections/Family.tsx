import { MathSymbol } from "../../ui/MathSymbol";
import { Word } from "../../ui/Word";
import { Equation } from "../equations/Equation";
import { FamilyTable } from "../FamilyTable";
import { SectionHeading } from "../SectionHeading";
import { StartingValue } from "../StartingValue";

/** Known methods as approximations of the proximal point. */
export function Family() {
  return (
    <>
      <SectionHeading place="family" />
      <p>
        Keep each term exact, approximate it, or drop it, and known methods come back. Write{" "}
        <span className="m">g</span> for the gradient of the loss on the batch and <span className="m">H</span> for its
        curvature.
      </p>
      <p>Take the tangent of the loss and keep WSD. The cheapest point is a step of gradient descent:</p>
      <Equation of="gradient-descent" />
      <p>
        Its learning rate is a price, turned over. Take the parabola of the loss and keep WSD. That is a Newton step
        with damping, which Hessian-free optimization solves for:
      </p>
      <Equation of="hessian-free" />
      <p>
        Take the tangent of the loss and the parabola of FSD. Near <MathSymbol symbol="θ" /> FSD is a parabola, whose
        curvature <span className="m">G</span> is the Gauss-Newton matrix. Where outputs are probabilities that is the
        Fisher matrix:
      </p>
      <Equation of="curvature-of-fsd" />
      <p>The cheapest point is a step of the natural gradient, damped by WSD:</p>
      <Equation of="natural-gradient" />
      <p>
        All can race: click a row, and the run starts again with that method in it. Natural gradient knows no WSD; here{" "}
        <MathSymbol symbol="λ_WSD" /> = <StartingValue optimizer="natural-gradient" name="lambdaWsd" />, unless it is
        set, bounds its steps, and a slider can take that away. What{" "}
        <Word word="first order, second order, exact">first and second order</Word> mean is in the glossary.
      </p>
      <FamilyTable />
      <p>
        APO keeps every term exact as well, and pays for it once every <MathSymbol symbol="K" /> steps.
      </p>
    </>
  );
}
