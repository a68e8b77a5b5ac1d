import type { ChartAxes } from "../../../store/experiment/state";

/** "log scale, on each batch; log x has no place for step 0; values beyond 5 to 95 % are marked at the edge" */
export function axesWords({ x, y, isCut }: ChartAxes, what: string): string {
  const scale = [y === "log" ? "log scale" : "", what].filter((part) => part !== "").join(", ");
  const parts = [
    scale,
    x === "log" ? "log x has no place for step 0" : "",
    isCut ? "values beyond 5 to 95 % are marked at the edge" : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}
