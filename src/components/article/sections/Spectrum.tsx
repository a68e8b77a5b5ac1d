import { useCharts } from "../../../store/experiment/experimentStore";
import { formatNumber } from "../../../store/words/format";
import { MathSymbol } from "../../ui/MathSymbol";
import { Word } from "../../ui/Word";
import { SectionHeading } from "../SectionHeading";

/** How to read the eigenvalues of P. */
export function Spectrum() {
  return (
    <>
      <SectionHeading place="spectrum" />
      <p>
        An <Word word="eigenvalue" /> of <MathSymbol symbol="P" /> says how far a step goes along one direction for each
        unit of gradient there. The chart of eigenvalues shows which directions APO has learned to take in long steps,
        and which in short ones. If all are equal, <MathSymbol symbol="P" /> is a plain learning rate. The wider they
        spread, the more unlike the directions are to <MathSymbol symbol="P" />.
      </p>
      <p>
        By the formula above a direction that bends the bill much has a small eigenvalue, and one that bends it little a
        large one. No eigenvalue of the ideal is above 1 / <MathSymbol symbol="λ_WSD" />.
      </p>
      <KnownCurvature />
      <p>
        On a network <span className="m">H</span> and <span className="m">G</span> change as it learns. So there the
        chart has no ideal, and <MathSymbol symbol="P" /> follows what it met lately.
      </p>
    </>
  );
}

/** Of a task whose curvature is known: how far it spreads. */
function KnownCurvature() {
  const curvature = useCharts((state) => state.curvature);
  if (!curvature) return null;
  const all = curvature.flatMap(({ eigenvalues }) => eigenvalues);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return (
    <p>
      On the task of now the curvature runs from <span className="now">{formatNumber(least, 2)}</span> to{" "}
      <span className="now">{formatNumber(most, 2)}</span>. That is a{" "}
      <Word word="condition number">condition number</Word> of{" "}
      <span className="now">{formatNumber(most / least, 2)}</span>.
    </p>
  );
}
