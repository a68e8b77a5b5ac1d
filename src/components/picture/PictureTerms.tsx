import type { PictureModel } from "../../store/picture/pictureModel";
import { MathText } from "../ui/MathSymbol";
import "./picture.css";

/** Q at θ⁺ as a stack of its three terms, its full length Q before the step, and the same in numbers. */
export function PictureTerms({ terms, objectiveText }: Pick<PictureModel, "terms" | "objectiveText">) {
  return (
    <>
      <div className="picture-stack" aria-hidden="true">
        {terms.map(({ id, share }) => (
          <i key={id} className={id} style={{ width: `${100 * share}%` }} />
        ))}
      </div>
      <p className="picture-terms">
        <span>
          <MathText text="Q at θ⁺" /> <b translate="no">{objectiveText}</b>
        </span>
        {terms.map(({ id, name, text }) => (
          <span key={id} className={id}>
            <MathText text={name} /> <b translate="no">{text}</b>
          </span>
        ))}
      </p>
    </>
  );
}
