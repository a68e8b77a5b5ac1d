import { useState } from "react";
import {
  type ExerciseDirection,
  judgeDirection,
  judgeIdeal,
  judgePasses,
  type Mark,
  shrinksMost,
} from "../../../config/formulas/exercises";
import { META_STEP_PASSES } from "../../../config/formulas/passes";
import { type ExerciseNumbers, selectExerciseNumbers } from "../../../store/article/exerciseSelectors";
import { useCharts } from "../../../store/experiment/experimentStore";
import { formatNumber } from "../../../store/words/format";
import { MathSymbol } from "../../ui/MathSymbol";
import { SectionHeading } from "../SectionHeading";
import { Answered } from "./Answered";
import { NumberAnswer } from "./NumberAnswer";
import "./exercises.css";

const Now = ({ value }: { value: number }) => <span className="now">{formatNumber(value, 2)}</span>;

/** Three questions about the numbers on screen, each with a check that says what is missing. */
export function Exercises() {
  const numbers = useCharts(selectExerciseNumbers);
  return (
    <>
      <SectionHeading place="exercises" />
      <p>
        {numbers.isOfRun
          ? "The numbers are those of the run on screen: move a slider, and the answer changes."
          : "No method here has prices, so the numbers are an example."}
      </p>
      <ol className="exercises">
        <li>
          <IdealExercise {...numbers} />
        </li>
        <li>
          <PassesExercise {...numbers} />
        </li>
        <li>
          <DirectionExercise {...numbers} />
        </li>
      </ol>
    </>
  );
}

function IdealExercise({ curvature, lambdas }: ExerciseNumbers) {
  return (
    <>
      <p>
        The loss and FSD both bend by <Now value={curvature} /> along a direction, <MathSymbol symbol="λ_FSD" /> is{" "}
        <Now value={lambdas.lambdaFsd} /> and <MathSymbol symbol="λ_WSD" /> is <Now value={lambdas.lambdaWsd} />. Which
        eigenvalue has the ideal <MathSymbol symbol="P" /> there?
      </p>
      <NumberAnswer
        key={`${curvature} ${lambdas.lambdaFsd} ${lambdas.lambdaWsd}`}
        label="Eigenvalue of the ideal"
        judge={(answer) => judgeIdeal(answer, curvature, lambdas)}
      />
    </>
  );
}

function PassesExercise({ interval }: ExerciseNumbers) {
  return (
    <>
      <p>
        <MathSymbol symbol="K" /> is <Now value={interval} />, and a meta-update takes{" "}
        <Now value={META_STEP_PASSES.forward} /> forward passes of its own. How many forward passes has a step, on
        average?
      </p>
      <NumberAnswer key={interval} label="Forward passes" judge={(answer) => judgePasses(answer, interval)} />
    </>
  );
}

/** Curvatures of a direction that bends the bill much and of one that bends it little, and how far the price is raised. */
const [BENT, FLAT, RAISED] = [10, 0.01, 10];

const DIRECTIONS: Record<ExerciseDirection, string> = {
  bent: "the bent direction",
  flat: "the flat direction",
  alike: "both by the same factor",
};

function DirectionExercise({ lambdas }: ExerciseNumbers) {
  const before = lambdas.lambdaFsd > 0 ? lambdas : { ...lambdas, lambdaFsd: 1 };
  const question = `${before.lambdaFsd} ${before.lambdaWsd}`;
  const [chosen, setChosen] = useState<ExerciseDirection | null>(null);
  const [mark, setMark] = useState<{ question: string; mark: Mark } | null>(null);
  const check = () => {
    if (chosen === null) return;
    const most = shrinksMost(BENT, FLAT, before, RAISED);
    setMark({ question, mark: judgeDirection(chosen, most, before) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <fieldset>
        <legend>
          <MathSymbol symbol="λ_FSD" /> goes from <Now value={before.lambdaFsd} /> to{" "}
          <Now value={RAISED * before.lambdaFsd} />, with <MathSymbol symbol="λ_WSD" /> at{" "}
          <Now value={before.lambdaWsd} />. A bent direction has the curvature <Now value={BENT} />, a flat one{" "}
          <Now value={FLAT} />. Where does the eigenvalue of the ideal shrink by the larger factor?
        </legend>
        {Object.entries(DIRECTIONS).map(([direction, name]) => (
          <label key={direction}>
            <input
              type="radio"
              name="direction"
              checked={chosen === direction}
              onChange={() => {
                setChosen(direction as ExerciseDirection);
                setMark(null);
              }}
            />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className="btn" aria-disabled={chosen === null}>
        Check
      </button>
      <Answered mark={mark?.question === question ? mark.mark : null} />
    </form>
  );
}
