import type { SweepCell, SweepGrid } from "../../../config/experiment/sweepGrid";
import type { Lambdas } from "../../../config/tables/lambdas";
import { OPTIMIZERS } from "../../../config/tables/optimizers";
import type { SweepMapState, SweepPurpose, SweepQuantity } from "../../experiment/sweepMapState";
import { formatNumber } from "../../words/format";
import { settingText } from "../../words/settingWords";
import { blocksOf, type SweepClasses } from "./sweepClasses";
import { taskName } from "./sweepStale";

/** "loss 0.0123, η 0.050"; why not, where it diverged. */
export function cellText({ finalLoss, learningRate, message }: SweepCell): string {
  if (finalLoss === null) return `diverged. ${message ?? ""}`.trim();
  const rate = learningRate === null ? "" : `, η ${formatNumber(learningRate, 3)}`;
  return `loss ${formatNumber(finalLoss)}${rate}`;
}

/** "λ_FSD 3, λ_WSD 0" */
export function pairText({ lambdaFsd, lambdaWsd }: Lambdas): string {
  return `λ_FSD ${settingText("lambdaFsd", lambdaFsd)}, λ_WSD ${settingText("lambdaWsd", lambdaWsd)}`;
}

/** Beside the title: what the colours mean, and whose they are. */
export function mapNote(purpose: SweepPurpose | null, shows: SweepQuantity, isRecorded: boolean): string {
  if (!purpose) return "not computed yet";
  const quantity = shows === "loss" ? "mean training loss" : "learning rate η";
  return `${quantity} of ${OPTIMIZERS[purpose.optimizer].name} after ${purpose.steps} steps each${isRecorded ? `, recorded, seed ${purpose.config.seed}` : ""}`;
}

/** What equal colours mean, where it was measured. */
export function classWords(classes: SweepClasses | null, shows: SweepQuantity): string {
  if (shows !== "loss") return "Colours are one continuous scale.";
  if (!classes) return "Colours are one continuous scale: how far seeds put one cell apart is not known here.";
  const { seeds, width } = classes;
  const named = `seeds ${seeds[0]} to ${seeds.at(-1)}`;
  return `Equal colours: no further apart than ${named} put one cell, a factor of ${Math.exp(width).toPrecision(3)}.`;
}

/** "λ_FSD 0 to 0.10 at λ_WSD 0; λ_FSD 1.0 at λ_WSD 10 to 100": cells in as few words. */
function cellsText(cells: readonly { column: number; row: number }[], grid: SweepGrid): string {
  const stretch = (name: keyof Lambdas, [first, last]: readonly [number, number]) => {
    const text = (index: number) => settingText(name, grid[name][index] ?? 0);
    return first === last ? text(first) : `${text(first)} to ${text(last)}`;
  };
  return blocksOf(cells)
    .map(({ columns, rows }) => `λ_FSD ${stretch("lambdaFsd", columns)} at λ_WSD ${stretch("lambdaWsd", rows)}`)
    .join("; ");
}

/** Which cells are level with the best, and how many; empty where it stands alone. */
export function levelWords(level: readonly { column: number; row: number }[], grid: SweepGrid): string {
  if (level.length < 2) return "";
  if (level.length === grid.lambdaFsd.length * grid.lambdaWsd.length)
    return `All ${level.length} cells are level with the least loss.`;
  return `${level.length} cells are level with the least loss: ${cellsText(level, grid)}.`;
}

/** "about 15 s"; how many cells, where the time is not known. */
export function costWords(cells: number, seconds: number | null): string {
  if (seconds === null) return `${cells} cells`;
  return `about ${seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`}`;
}

interface MapInWords {
  purpose: SweepPurpose | null;
  status: SweepMapState["status"];
  isRecorded: boolean;
  cells: readonly SweepCell[];
  grid: SweepGrid;
  best: SweepCell | null;
  level: readonly { column: number; row: number }[];
  stale: string | null;
}

/** The map in words. */
export function mapSummary({ purpose, status, isRecorded, cells, grid, best, level, stale }: MapInWords): string {
  if (!purpose) return "Sweep map: not computed yet.";
  const { steps, config, optimizer } = purpose;
  const made = `seed ${config.seed}, ${steps} steps each${isRecorded ? ", recorded" : ""}`;
  const levels = levelWords(level, grid);
  const total = grid.lambdaFsd.length * grid.lambdaWsd.length;
  const reach =
    cells.length < total ? `${cells.length} of ${total} pairs of prices so far` : `${total} pairs of prices`;
  const ended = status === "cancelled" || status === "failed" ? ` It was ${ENDED[status]} there.` : "";
  const diverged = cells.filter((cell) => cell.status === "diverged").length;
  return [
    `Sweep map of ${OPTIMIZERS[optimizer].name} on ${taskName(purpose)}, ${made}: ${reach}.${ended}`,
    best ? ` Lowest mean training loss ${formatNumber(Number(best.finalLoss))} at ${pairText(best)}.` : "",
    levels ? ` ${levels}` : "",
    diverged > 0 ? ` ${diverged} diverged.` : "",
    stale ? ` It was made for ${stale}, not for what is on the page now.` : "",
  ].join("");
}

const ENDED = { cancelled: "cancelled", failed: "stopped by a failure" } as const;
