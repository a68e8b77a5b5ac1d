/** What kind of axes a chart has. The grid crosses the axis whose values are read off. */
export interface AxisKinds {
  x: "log" | "linear";
  y: "log" | "linear" | "hidden";
  grid: "x" | "y";
}
