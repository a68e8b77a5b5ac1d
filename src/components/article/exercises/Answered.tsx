import type { Mark } from "../../../config/formulas/exercises";
import { MathText } from "../../ui/MathSymbol";

/** What was found of an answer, once it is checked; screen readers hear it. */
export function Answered({ mark }: { mark: Mark | null }) {
  return (
    <p role="status" className={mark?.isRight ? "answered right" : "answered"}>
      {mark ? (
        <span>
          <b>{mark.isRight ? "Right." : "Not yet."}</b> <MathText text={mark.says} />
        </span>
      ) : null}
    </p>
  );
}
