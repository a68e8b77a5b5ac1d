import type { Frame } from "../geometry/frame";

/** From the end of the axis to the title, in units: where the names at the lines' ends begin. */
const TITLE_AT = 22;

interface AxisTitlesProps {
  frame: Frame;
  xTitle: string;
  yTitle: string;
  titleAt?: number;
}

/** What the axes count, with units: x beside the last tick, y over the first. */
export function AxisTitles({ frame: { box }, xTitle, yTitle, titleAt = TITLE_AT }: AxisTitlesProps) {
  const u = box.unit;
  return (
    <>
      <text x={box.right + titleAt * u} y={box.height - 6 * u}>
        {xTitle}
      </text>
      <text x={box.left - 8 * u} y={8 * u} textAnchor="end">
        {yTitle}
      </text>
    </>
  );
}
