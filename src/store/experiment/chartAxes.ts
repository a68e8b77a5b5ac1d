/** Charts over time: each has axes of its own, as a link names them. */
export const TIME_CHARTS = ["loss", "q", "rate", "accuracy", "gap"] as const;
export type TimeChartId = (typeof TIME_CHARTS)[number];

export const AXIS_SCALES = ["log", "linear"] as const;
export type AxisScale = (typeof AXIS_SCALES)[number];

/** The axes of one chart over time. */
export interface ChartAxes {
  x: AxisScale;
  y: AxisScale;
  /** The y-axis holds 5 to 95 % of the values, of Q on a straight axis all that are not far above; what lies beyond is marked at its ends. */
  isCut: boolean;
}
