import { markLook, markPath, type RunMark } from "./runMark";

interface MarkPathProps {
  mark: RunMark;
  places: readonly (readonly [x: number, y: number])[];
  radius: number;
}

/** Marks of one run, all in one path. */
export function MarkPath({ mark, places, radius }: MarkPathProps) {
  const path = places.map(([x, y]) => markPath(mark, x, y, radius)).join("");
  return path === "" ? null : <path className="run-mark" d={path} style={markLook(mark)} />;
}
