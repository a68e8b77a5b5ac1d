import { type AskTruth, choiceOf } from "../../config/scenes/askTruth";
import type { Scene, SceneAsk } from "../../config/scenes/sceneSet";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useScenes } from "../../store/scenes/sceneStore";
import { truthIn } from "../../store/scenes/sceneTruth";
import { sketchEnd } from "../../store/scenes/sketch";
import { formatNumber } from "../../store/words/format";
import { runName } from "../../store/words/runName";
import { useActions } from "../ui/actionsContext";
import { MathText } from "../ui/MathSymbol";
import { useSketch, useSketchStart } from "./useSketched";
import "./scenes.css";

const QUANTITIES = { learningRate: "η", trainLoss: "Training loss", testLoss: "Test loss" } as const;

/** A question with its choices; the one that was taken stays, and what the run shows stands under it once it has come so far. */
export function SceneAskBox({ scene, ask, sceneKey }: { scene: Scene; ask: SceneAsk; sceneKey: string }) {
  const actions = useActions();
  const taken = useScenes(({ answers }) => answers[sceneKey]);
  const told = useExperiment((state) => (taken === undefined ? "null" : JSON.stringify(truthIn(state, ask)))); // told apart by what it says
  const truth = JSON.parse(told) as AskTruth | null;
  const sketch = useSketch(scene, sceneKey);
  const start = useSketchStart(ask);
  const end = sketch && sketchEnd(sketch);
  const drawn = end === null || start === null ? null : choiceOf(ask.choices, end / start);
  const runs = useExperiment(({ config }) => config.optimizers);
  const isRight = truth !== null && truth.choice === taken;
  return (
    <fieldset className="scene-ask">
      <legend>
        <MathText text={ask.question} />
      </legend>
      {sketch && taken === undefined ? (
        <p className="scene-sketch">
          <span>{`Choose, or draw your curve into the chart, to step ${ask.about.to}.`}</span>
          {drawn === null ? null : (
            <button
              type="button"
              className="btn primary"
              onClick={() => actions.scenes((control) => control.answer(drawn))}
            >
              <span>Take my curve: </span>
              <span>
                <MathText text={ask.choices[drawn]?.says ?? ""} />
              </span>
            </button>
          )}
        </p>
      ) : null}
      <div className="scene-choices">
        {ask.choices.map(({ says }, at) => (
          <button
            key={says}
            type="button"
            className="btn"
            aria-pressed={at === taken}
            aria-disabled={taken !== undefined}
            data-is-so={truth !== null && at === truth.choice ? "" : undefined}
            onClick={() => taken === undefined && actions.scenes((control) => control.answer(at))}
          >
            <span>
              <MathText text={says} />
            </span>
            {at === taken ? <span> (your answer)</span> : null}
            {truth !== null && at === truth.choice ? <span> (what happened)</span> : null}
          </button>
        ))}
      </div>
      <p role="status">
        {taken === undefined ? null : truth === null ? (
          <span>Your answer is kept. The run shows what happens.</span>
        ) : (
          <span>
            <b>{truth.choice === null ? "None of these." : isRight ? "As you said." : "It went another way."}</b>{" "}
            <MathText text={seenText(ask, truth, (run) => runName(runs, run))} />
            {end === null ? null : <span>{` Your curve ends at ${formatNumber(end)}.`}</span>}
          </span>
        )}
      </p>
    </fieldset>
  );
}

/** The numbers of the run that decide the question, in words. */
function seenText({ about }: SceneAsk, { values, ratio }: AskTruth, nameOf: (run: string) => string): string {
  const quantity = QUANTITIES[about.quantity];
  if (ratio === null) {
    const all = values.map(({ run, value }) => `${nameOf(run)} ${formatNumber(value)}`).join(", ");
    return `${quantity} at step ${about.to}: ${all}.`;
  }
  const [first, last] = values;
  if (!first || !last) return "";
  return `${quantity} of ${nameOf(first.run)}: ${formatNumber(first.value)} at step ${first.step}, ${formatNumber(last.value)} at step ${last.step}, ${formatNumber(ratio, 2)} times as much.`;
}
