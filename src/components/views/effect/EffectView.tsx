import { useCallback } from "react";
import { useCharts } from "../../../store/experiment/experimentStore";
import { type EffectModel, selectEffect } from "../../../store/views/effect/effectSelectors";
import { unsetText } from "../../../store/words/unsetText";
import { FigureTable } from "../../charts/figure/FigureTable";
import { useChartsInTurn } from "../../charts/figure/useChartsInTurn";
import type { BoxSize } from "../../charts/geometry/geometry";
import { usePointedStep } from "../../charts/marks/usePointedStep";
import { useZoom } from "../../charts/marks/useZoom";
import { useActions } from "../../ui/actionsContext";
import { MathText } from "../../ui/MathSymbol";
import { ViewAbsent, ViewFigure } from "../ViewFigure";
import { EffectPanels, type EffectZoom, effectUnder } from "./EffectPanels";
import { effectTable } from "./effectTable";
import "./effect.css";

/** What a chosen move of a slider changed: η, trace of P, step length and function change on both sides of it. */
export function EffectView() {
  const model = useChartsInTurn(selectEffect);
  const zoom = useCharts((state) => state.display.zoom);
  const draw = useCallback((size: BoxSize) => <EffectPanels size={size} model={model} zoom={zoom} />, [model, zoom]);
  const pointing = useEffectPointing(model, zoom);
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
      {...pointing}
    >
      {draw}
    </ViewFigure>
  );
}

/** The step under the pointer in any panel, and a brush over steps around the move. */
function useEffectPointing(model: EffectModel, zoom: EffectZoom) {
  const pointing = usePointedStep(
    useCallback(
      (size, x, y) => {
        const steps = effectUnder(size, model, zoom, { x, y })?.stepsAt(x) ?? null;
        return steps === null || model.step === null ? null : { step: Math.max(0, model.step + steps) };
      },
      [model, zoom],
    ),
  );
  const zooming = useZoom(
    useCallback(
      (size, x, y) => {
        const found = effectUnder(size, model, zoom, { x, y });
        const stepAt = (at: number) => Math.max(0, (model.step ?? 0) + (found?.stepsAt(at) ?? 0));
        return found && found.stepsAt(x) !== null ? { box: found.box, stepAt } : null;
      },
      [model, zoom],
    ),
  );
  return { ...pointing, ...zooming };
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
