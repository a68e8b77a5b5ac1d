import { useCallback } from "react";
import { type EffectModel, selectEffect } from "../../../store/views/effect/effectSelectors";
import { unsetText } from "../../../store/words/unsetText";
import { FigureTable } from "../../charts/figure/FigureTable";
import { useChartsInTurn } from "../../charts/figure/useChartsInTurn";
import type { BoxSize } from "../../charts/geometry/geometry";
import { usePointedStep } from "../../charts/marks/usePointedStep";
import { useActions } from "../../ui/actionsContext";
import { MathText } from "../../ui/MathSymbol";
import { ViewAbsent, ViewFigure } from "../ViewFigure";
import { EffectPanels, stepsFromMove } from "./EffectPanels";
import { effectTable } from "./effectTable";
import "./effect.css";

/** What a chosen move of a slider changed: η, trace of P, step length and function change on both sides of it. */
export function EffectView() {
  const model = useChartsInTurn(selectEffect);
  const draw = useCallback((size: BoxSize) => <EffectPanels size={size} model={model} />, [model]);
  const hover = useEffectHover(model);
  if (model.chosen === null) {
    return (
      <ViewAbsent
        view="effect"
        why="No slider has been moved yet. Press Play and move λ_FSD, λ_WSD, K or α: the move leaves a mark in every chart, and its effect is measured here."
      />
    );
  }
  return (
    <ViewFigure
      view="effect"
      note={<MoveChoice model={model} />}
      summary={`${model.moves.length} ${model.moves.length === 1 ? "move" : "moves"} of sliders. Means over as many steps before as after the chosen one; what training itself changed meanwhile is in them too.`}
      table={
        <>
          <p className="reading">
            <MathText text={model.sentence} />
          </p>
          <FigureTable model={model} read={effectTable} />
        </>
      }
      {...hover}
    >
      {draw}
    </ViewFigure>
  );
}

/** The step under the pointer in any panel. */
function useEffectHover(model: EffectModel) {
  return usePointedStep(
    useCallback(
      (size, x, y) => {
        const steps = stepsFromMove(size, model, { x, y });
        return steps === null || model.step === null ? null : { step: Math.max(0, model.step + steps) };
      },
      [model],
    ),
  );
}

function MoveChoice({ model }: { model: EffectModel }) {
  const actions = useActions();
  return (
    <select
      className="caption-select"
      aria-label="Move of a slider"
      value={model.chosen ?? ""}
      onChange={(event) => actions.chooseMove(event.target.value)}
    >
      {model.moves.map(({ key, text, step }) => (
        <option key={key} value={key}>
          {unsetText(`${text} at ${step}`)}
        </option>
      ))}
    </select>
  );
}
