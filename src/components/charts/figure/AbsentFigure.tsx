import type { ReactNode } from "react";
import { MathText } from "../../ui/MathSymbol";
import "./figure.css";

interface AbsentFigureProps {
  /** Accessible name, as that of the figure that would stand here. */
  name: string;
  title: ReactNode;
  className?: string;
  /** Why there is nothing to draw, and what to do to see it. */
  why: string;
}

/** A figure that there are no numbers for: the reason in its place. */
export function AbsentFigure({ name, title, className = "", why }: AbsentFigureProps) {
  return (
    <figure aria-label={name} className={`chart absent ${className}`}>
      <figcaption>
        <b>{title}</b>
      </figcaption>
      <p>
        <MathText text={why} />
      </p>
    </figure>
  );
}
