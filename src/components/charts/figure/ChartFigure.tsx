import { memo, useState } from "react";
import { PAGE_PARTS, type PagePart } from "../../../config/tables/walk";
import { usePointedAt } from "../../ui/usePointedAt";
import { FigureFrame, type FigureFrameProps } from "./FigureFrame";
import { FigureMenu } from "./FigureMenu";
import { useWatched } from "./OnScreen";

interface ChartFigureProps extends FigureFrameProps {
  /** As what the walk through a step points at it. */
  part?: PagePart;
}

/** A figure with its menu, that the walk can point at, drawn while it trains only as long as it is in sight (`OnScreen`). */
export const ChartFigure = memo(function ChartFigure({ part, ...frame }: ChartFigureProps) {
  const isPointedAt = usePointedAt(part ?? null);
  const [figure, setFigure] = useState<HTMLElement | null>(null);
  useWatched(figure);
  return (
    <FigureFrame
      {...frame}
      ref={setFigure}
      id={part && PAGE_PARTS[part].anchor}
      data-pointed={isPointedAt}
      menu={<FigureMenu chart={frame.chart} name={frame.name} />}
    />
  );
});
