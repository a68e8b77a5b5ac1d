import { Word } from "../../ui/Word";
import { Equation } from "../equations/Equation";
import { SectionHeading } from "../SectionHeading";

/** What φ is, the form of P, and why it is never inverted. */
export function Learned() {
  return (
    <>
      <SectionHeading place="learned" />
      <p>
        APO-η learns learning rates: <Word word="φ" /> is the logarithm of the learning rate of SGD, SGDm, RMSprop or
        Adam, one for all layers or one for each. APO-P learns a matrix for each layer that turns a gradient into a
        step:
      </p>
      <Equation of="kronecker" />
      <p>
        It is <Word word="PSD">positive semidefinite</Word> for any <span className="m">A</span>,{" "}
        <span className="m">B</span> and <span className="m">S</span>. The <Word word="⊗">Kronecker product</Word> is
        never written out. A step is made of products with the gradient as a matrix:
      </p>
      <Equation of="products" />
      <p>
        The form is that of EKFAC, which has a basis for a layer’s inputs, one for its outputs, and a scale for each
        pair of directions:
      </p>
      <Equation of="ekfac" />
      <p>
        EKFAC finds the bases by factorizing an estimate of the curvature, and turns the scales over. APO-P learns all
        of it down the slope of <Word word="Q" />, and what it learns is the turned-over matrix itself. So nothing has
        to be inverted. An inverse asks for a matrix that has one, and for damping where it hardly has. Products ask for
        neither.
      </p>
    </>
  );
}
