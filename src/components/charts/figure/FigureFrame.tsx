import type { CSSProperties, KeyboardEvent, PointerEvent, ReactNode, Ref } from "react";
import type { ChartId } from "../../../config/tables/views";
import { MathText } from "../../ui/MathSymbol";
import { chartTestId } from "../../ui/testIds";
import type { BoxSize } from "../geometry/geometry";
import { useBoxSize } from "./useBoxSize";
import "./figure.css";
import "./plotText.css";

/** What stands in and around a figure. */
export interface FigureFrameProps {
  /** What links, files and tests call it. */
  chart: ChartId;
  /** Accessible name, fixed: people and tests find the chart by it. */
  name: string;
  title: ReactNode;
  /** Beside the title: scale and units. */
  note?: ReactNode | ((size: BoxSize) => ReactNode);
  /** What the chart says, for those who cannot see it. */
  summary: string;
  table?: ReactNode;
  /** Under or beside the drawing: what a person can do with it. */
  below?: ReactNode;
  className?: string;
  onPointerMove?: (event: PointerEvent<HTMLDivElement>, size: BoxSize) => void;
  onPointerLeave?: () => void;
  onPointerDown?: (event: PointerEvent<HTMLDivElement>, size: BoxSize) => void;
  onPointerEnter?: () => void;
  onDoubleClick?: () => void;
  /** Of keys pressed in the figure, which a click gives the focus. */
  onKeyDown?: (event: KeyboardEvent) => void;
  /** Draws in the size that was laid out. */
  children?: (size: BoxSize) => ReactNode;
  /** Over the drawing: the runs that it has no room to name. */
  rest?: ((size: BoxSize) => ReactNode) | undefined;
}

/** Drawings do not follow the size of a sheet of paper: there a figure keeps the one in which it was drawn. */
const drawnSize = ({ width, height }: BoxSize) =>
  ({ "--drawn-width": `${width}px`, "--drawn-height": `${height}px` }) as CSSProperties;

interface OuterProps {
  ref?: Ref<HTMLElement>;
  id?: string | undefined;
  "data-pointed"?: true | undefined;
  /** What can be done with the figure: a `FigureMenu`. */
  menu?: ReactNode;
}

/** A figure: caption, the drawing in the size it was laid out, and the same in words. */
export function FigureFrame(props: FigureFrameProps & OuterProps) {
  const [box, size] = useBoxSize<HTMLDivElement>();
  const { onPointerMove, onPointerDown } = props;
  const note = typeof props.note === "function" ? size && props.note(size) : props.note;
  return (
    <figure
      ref={props.ref}
      aria-label={props.name}
      className={`chart ${props.className ?? ""}`}
      id={props.id}
      data-chart={props.chart}
      data-testid={chartTestId(props.chart)}
      data-pointed={props["data-pointed"]}
      tabIndex={props.onKeyDown ? -1 : undefined}
      onKeyDown={props.onKeyDown}
    >
      <figcaption>
        <b>{props.title}</b>
        {note ? <span className="note">{typeof note === "string" ? <MathText text={note} /> : note}</span> : null}
      </figcaption>
      {props.menu}
      <div
        ref={box}
        className="plot"
        style={size ? drawnSize(size) : undefined}
        translate="no"
        aria-hidden="true"
        onPointerMove={onPointerMove && size ? (event) => onPointerMove(event, size) : undefined}
        onPointerLeave={props.onPointerLeave}
        onPointerDown={onPointerDown && size ? (event) => onPointerDown(event, size) : undefined}
        onPointerEnter={props.onPointerEnter}
        onDoubleClick={props.onDoubleClick}
        data-brush={onPointerDown ? true : undefined}
      >
        {size ? props.children?.(size) : null}
      </div>
      {size ? props.rest?.(size) : null}
      {props.below}
      <p className="hidden">{props.summary}</p>
      {props.table}
    </figure>
  );
}
