import type { CSSProperties } from "react";
import { linePath } from "./geometry";

interface LineShapeProps {
  /** Colour, dash and width. */
  look: CSSProperties;
  form: "line" | "stairs";
  /** Given by recharts where the axes cut the line. */
  clipPath?: string;
  /** Given by recharts, in pixels. */
  points?: readonly { x: number | null; y: number | null }[];
}

/** How recharts draws a line of ours: one path in the method's colour and dash, with gaps where there is no value. */
export function LineShape({ look, form, clipPath, points = [] }: LineShapeProps) {
  const path = linePath(
    points.map(({ x, y }) => [x ?? Number.NaN, y ?? Number.NaN] as const),
    form,
  );
  return <path className="curve" d={path} style={look} clipPath={clipPath} />;
}
