import { memo, type PointerEvent, type ReactNode, useState } from "react";
import { PAGE_PARTS, type PagePart } from "../../config/walk";
import { usePointedAt } from "../usePointedAt";
import type { BoxSize } from "./geometry";
import { useWatched } from "./OnScreen";
import { useBoxSize } from "./useBoxSize";

interface ChartFigureProps {
  /** Accessible name, fixed: people and tests find the chart by it. */
  name: string;
  title: ReactNode;
  /** Beside the title: scale and units. */
  note?: ReactNode;
  /** What the chart says, for those who cannot see it. */
  summary: string;
  table?: ReactNode;
  /** Under or beside the drawing: what a person can do with it. */
  below?: ReactNode;
  /** As what the walk through a step points at it. */
  part?: PagePart;
  className?: string;
  onPointerMove?: (event: PointerEvent<HTMLDivElement>, size: BoxSize) => void;
  onPointerLeave?: () => void;
  children: (size: BoxSize) => ReactNode;
}

/** A figure: caption, the drawing in the size it was laid out, and the same in words. */
export const ChartFigure = memo(function ChartFigure(props: ChartFigureProps) {
  const [ref, size] = useBoxSize<HTMLDivElement>();
  const { onPointerMove, part } = props;
  const isPointedAt = usePointedAt(part ?? null);
  const [figure, setFigure] = useState<HTMLElement | null>(null);
  useWatched(figure);
  return (
    <figure
      ref={setFigure}
      aria-label={props.name}
      className={`chart ${props.className ?? ""}`}
      id={part && PAGE_PARTS[part].anchor}
      data-pointed={isPointedAt}
    >
      <figcaption>
        <b>{props.title}</b>
        {props.note ? <span className="note">{props.note}</span> : null}
      </figcaption>
      <div
        ref={ref}
        className="plot"
        aria-hidden="true"
        onPointerMove={onPointerMove && size ? (event) => onPointerMove(event, size) : undefined}
        onPointerLeave={props.onPointerLeave}
      >
        {size ? props.children(size) : null}
      </div>
      {props.below}
      <p className="hidden">{props.summary}</p>
      {props.table}
    </figure>
  );
});
