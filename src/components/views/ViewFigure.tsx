import type { ComponentProps } from "react";
import { VIEWS, type ViewId } from "../../config/tables/views";
import { AbsentFigure } from "../charts/figure/AbsentFigure";
import { ChartFigure } from "../charts/figure/ChartFigure";
import "./views.css";

type ChartProps = ComponentProps<typeof ChartFigure>;

interface ViewFigureProps extends Omit<ChartProps, "chart" | "name" | "title"> {
  view: ViewId;
}

/** A view: its title, a note, the drawing in the size it was laid out, and the same in words and in a table. */
export function ViewFigure({ view, className, ...rest }: ViewFigureProps) {
  const { chart, title } = VIEWS[view];
  return (
    <ChartFigure chart={chart} name={title} title={title} className={`view ${view} ${className ?? ""}`} {...rest} />
  );
}

/** A view that the task or the race has no numbers for: why, and what to choose to see it. */
export function ViewAbsent({ view, why }: { view: ViewId; why: string }) {
  const { chart, title } = VIEWS[view];
  return <AbsentFigure chart={chart} name={title} title={title} className={`view ${view}`} why={why} />;
}
