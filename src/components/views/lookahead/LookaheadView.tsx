import { useCallback, useMemo } from "react";
import { useCharts } from "../../../store/experiment/experimentStore";
import { shownStep } from "../../../store/experiment/shownStep";
import { type LookaheadFigureModel, selectLookahead } from "../../../store/views/lookahead/lookaheadSelectors";
import { atStep } from "../../../store/words/atStep";
import { formatNumber } from "../../../store/words/format";
import { FigureTable } from "../../charts/figure/FigureTable";
import { useChartsInTurn } from "../../charts/figure/useChartsInTurn";
import type { BoxSize } from "../../charts/geometry/geometry";
import { RunName } from "../../ui/MathSymbol";
import { ViewAbsent, ViewFigure } from "../ViewFigure";
import { AheadNumbers } from "./AheadNumbers";
import { aheadTable } from "./aheadTable";
import { drawnParts } from "./drawnParts";
import { FunctionAhead } from "./FunctionAhead";
import { SurfaceAhead } from "./SurfaceAhead";
import { Walk } from "./Walk";
import "./lookahead.css";

/** What the step to come looks at: θ, θ′, B, B′ and Q, before anything moves. */
export function LookaheadView() {
  const view = useChartsInTurn(selectLookahead);
  return view.why === null ? <Drawn view={view} /> : <ViewAbsent view="lookahead" why={view.why} />;
}

type DrawnView = Extract<LookaheadFigureModel, { why: null }>;

function Drawn({ view }: { view: DrawnView }) {
  const { picture, series, model, stage } = view;
  const asked = useCharts(shownStep);
  const drawn = useMemo(() => drawnParts(stage), [stage]);
  const draw = useCallback(
    (size: BoxSize) => {
      if (!model) return null;
      const common = { size, series, ahead: model.ahead, drawn };
      return picture.kind === "function" ? (
        <FunctionAhead picture={picture} {...common} />
      ) : (
        <SurfaceAhead picture={picture} {...common} />
      );
    },
    [picture, series, model, drawn],
  );
  return (
    <ViewFigure
      view="lookahead"
      part="picture"
      className={`wide ${picture.kind}`}
      note={model ? note(view, stage === null ? asked : null) : "waiting for the first look"}
      summary={model ? summary(view) : "The next step has not been looked at yet."}
      table={<FigureTable model={view} read={aheadTable} />}
      below={
        model ? (
          <div className="aside">
            <AheadNumbers model={model} stage={stage} />
            <Walk series={series} model={model} />
          </div>
        ) : undefined
      }
    >
      {draw}
    </ViewFigure>
  );
}

function note({ picture, series, model }: DrawnView, asked: number | null) {
  const isToCome = model?.isNext && model.end === null;
  return (
    <>
      <span className="key batch">B</span> <span className="key fsd-batch">B′</span>{" "}
      <RunName name={`${series.name}, ${model ? atStep(model.step, asked).replace("at ", "") : ""}`} />
      {isToCome ? <span className="when">, about to be taken</span> : null}
      {picture.kind === "surface" ? <span>; stronger: class 1 is likelier</span> : null}
    </>
  );
}

function summary({ series, model }: DrawnView): string {
  if (!model) return "";
  const { ahead, objective } = model;
  return (
    `The step ${model.step} of ${series.name} looks at a lookahead of length ${formatNumber(ahead.stepLength)}: on the ` +
    `${ahead.fsdBatch.length} inputs of B′ the outputs move by FSD ${formatNumber(ahead.fsd)}, the loss on the ` +
    `${ahead.batch.length} examples of B goes from ${formatNumber(ahead.batchLoss)} to ${formatNumber(ahead.objectiveLoss)}, ` +
    `and Q is ${formatNumber(objective)}.`
  );
}
