import { useCallback, useMemo } from "react";
import { useCharts } from "../../../store/experiment/experimentStore";
import { selectGapDrawing } from "../../../store/views/gap/gapDrawingSelectors";
import { selectGapRows, selectGapWords } from "../../../store/views/gap/gapSelectors";
import { FigureTable } from "../../charts/figure/FigureTable";
import { useChartsInTurn } from "../../charts/figure/useChartsInTurn";
import type { BoxSize } from "../../charts/geometry/geometry";
import { useHover } from "../../charts/marks/useHover";
import { AxesNote } from "../../charts/time/AxesNote";
import { MathText } from "../../ui/MathSymbol";
import { ViewAbsent, ViewFigure } from "../ViewFigure";
import { GapPanels, gapPanelUnder, RestOfGaps } from "./GapPanels";
import { type DrawnGap, drawnGap } from "./gapDrawing";
import { gapTable } from "./gapTable";
import "./gap.css";

/** How far each method's step is from the exact proximal step, and from its direction. */
export function GapView() {
  const drawing = useChartsInTurn(selectGapDrawing);
  const { model } = drawing;
  const drawn = useMemo(() => drawnGap(drawing), [drawing]);
  return model.why === null ? <Drawn drawn={drawn} /> : <ViewAbsent view="gap" why={model.why} />;
}

function Drawn({ drawn }: { drawn: DrawnGap }) {
  const { model, isEmpty } = drawn;
  const rows = useCharts(selectGapRows);
  const words = useCharts(selectGapWords);
  const hover = useHover(
    drawn.distance[0]?.run,
    useCallback((size: BoxSize, x: number, y: number) => gapPanelUnder(size, drawn, x, y), [drawn]),
  );
  const rest = useCallback((size: BoxSize) => <RestOfGaps size={size} drawn={drawn} />, [drawn]);
  const draw = useCallback((size: BoxSize) => <GapPanels size={size} drawn={drawn} />, [drawn]);
  const source = model.kind === "linear" ? "every step, in closed form" : "some steps, by a dense solver";
  return (
    <ViewFigure
      view="gap"
      className="wide"
      note={
        <AxesNote
          model={model.distance}
          drawn={drawn.distance}
          what={`${source}${drawn.isAveraged ? "; lines averaged over about ten steps" : ""}`}
        />
      }
      summary={
        isEmpty
          ? "No step has been measured yet."
          : `${model.distance.summary} ${model.cosine.summary} ${words.floor ?? ""}`
      }
      table={<FigureTable model={rows} read={gapTable} />}
      below={
        <p className="gap-words">
          {isEmpty && model.kind === "net" ? (
            <span>Steps are measured while this view is open: take a step. </span>
          ) : null}
          {words.floor ? <MathText text={`${words.floor} `} /> : null}
          <MathText text={words.lambdas} />
        </p>
      }
      rest={rest}
      {...hover}
    >
      {draw}
    </ViewFigure>
  );
}
