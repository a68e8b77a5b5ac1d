import type { ReactNode } from "react";
import type { ChartId } from "../../../config/tables/views";
import { MathText } from "../../ui/MathSymbol";
import { chartTestId } from "../../ui/testIds";
import "./figure.css";

interface AbsentFigureProps {
  chart: ChartId;
  /** Accessible name, as that of the figure that would stand here. */
  name: string;
  title: ReactNode;
  className?: string;
  /** Why there is nothing to draw, and what to do to see it. */
  why: string;
}

/** A figure that there are no numbers for: the reason in its place. */
export function AbsentFigure({ chart, name, title, className = "", why }: AbsentFigureProps) {
  return (
    <figure data-testid={chartTestId(chart)} aria-label={name} className={`chart absent ${className}`}>
      <figcaption>
        <b>{title}</b>
      </figcaption>
      <p>
        <MathText text={why} />
      </p>
    </figure>
  );
}
