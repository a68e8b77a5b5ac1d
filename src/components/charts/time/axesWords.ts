import type { ChartAxes } from "../../../store/experiment/chartAxes";

/** "log scale, on each batch; log x, from step 1; cut at 5 and 95 %, ▲▼ beyond" */
export function axesWords({ x, y, isCut }: ChartAxes, what: string): string {
  const scale = [y === "log" ? "log scale" : "", what].filter((part) => part !== "").join(", ");
  const parts = [scale, x === "log" ? "log x, from step 1" : "", isCut ? "cut at 5 and 95 %, ▲▼ beyond" : ""];
  return parts.filter((part) => part !== "").join("; ");
}
