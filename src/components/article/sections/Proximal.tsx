import { Word } from "../../ui/Word";
import { Equation } from "../equations/Equation";
import { SectionHeading } from "../SectionHeading";

/** The step that a method with unlimited work for each step would take, and what sets it apart from gradient descent's. */
export function Proximal() {
  return (
    <>
      <SectionHeading place="proximal" />
      <p>
        Let <span className="m">u</span> be any set of weights. Its bill is the loss there and the price of getting
        there. The weights with the lowest bill are the <Word word="proximal step">proximal point</Word>.
      </p>
      <Equation of="proximal-loss" />
      <Equation of="proximal-fsd" />
      <Equation of="proximal-wsd" />
      <p>
        The proximal point algorithm of Rockafellar has only the last price. It goes to this point again and again. A
        higher price keeps the point nearer to where it starts.
      </p>
      <p>At the lowest bill the slope of the bill is zero. With the last price alone this says:</p>
      <Equation of="implicit" />
      <p>
        The gradient is taken where the step ends. Gradient descent takes it where the step starts. So gradient descent
        needs no solver, and can step too far. The proximal point needs a solver, and its bill is never above the loss
        it started from.
      </p>
    </>
  );
}
