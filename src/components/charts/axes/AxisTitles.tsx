import { xTitlePlace, yTitlePlace } from "../geometry/axisPlaces";
import type { Frame } from "../geometry/frame";
import { LINE_END } from "../geometry/lineEnds";
import { textWidth } from "../geometry/textWidth";

interface AxisTitlesProps {
  frame: Frame;
  xTitle: string;
  yTitle: string;
  /** From the end of the axis to the title, in units; else where the names at the lines' ends begin, clear of a tick of four digits. */
  titleAt?: number;
}

/** What the axes count, with units: x beside the last tick or over the axis, y over the first. */
export function AxisTitles({ frame: { box }, xTitle, yTitle, titleAt = LINE_END.name + 3 }: AxisTitlesProps) {
  return (
    <>
      <text className="axis-title halo" {...xTitlePlace(box, titleAt, textWidth(xTitle, "tick"))}>
        {xTitle}
      </text>
      <text className="axis-title" {...yTitlePlace(box, textWidth(yTitle, "tick"))}>
        {yTitle}
      </text>
    </>
  );
}
