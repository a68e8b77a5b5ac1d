import type { SweepCell } from "../../../config/experiment/sweepGrid";
import type { Lambdas } from "../../../config/tables/lambdas";
import { OPTIMIZERS } from "../../../config/tables/optimizers";
import type { SweepMapState, SweepPurpose, SweepQuantity } from "../../experiment/sweepMapState";
import { formatNumber } from "../../words/format";
import { settingText } from "../../words/settingWords";
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
export function mapNote(purpose: SweepPurpose | null, shows: SweepQuantity): string {
  if (!purpose) return "not computed yet";
  const quantity = shows === "loss" ? "mean training loss" : "learning rate η";
  return `${quantity} of ${OPTIMIZERS[purpose.optimizer].name} after ${purpose.steps} steps each`;
}

/** "about 15 s"; how many cells, where the time is not known. */
export function costWords(cells: number, seconds: number | null): string {
  if (seconds === null) return `${cells} cells`;
  return `about ${seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`}`;
}

interface MapInWords {
  purpose: SweepPurpose | null;
  status: SweepMapState["status"];
  cells: readonly SweepCell[];
  best: SweepCell | null;
  stale: string | null;
}

/** The map in words. */
export function mapSummary({ purpose, status, cells, best, stale }: MapInWords): string {
  if (!purpose) return "Sweep map: not computed yet.";
  const { grid, steps, config, optimizer } = purpose;
  const total = grid.lambdaFsd.length * grid.lambdaWsd.length;
  const reach =
    cells.length < total ? `${cells.length} of ${total} pairs of prices so far` : `${total} pairs of prices`;
  const ended = status === "cancelled" || status === "failed" ? ` It was ${ENDED[status]} there.` : "";
  const diverged = cells.filter((cell) => cell.status === "diverged").length;
  return [
    `Sweep map of ${OPTIMIZERS[optimizer].name} on ${taskName(purpose)}, seed ${config.seed}, ${steps} steps each: ${reach}.${ended}`,
    best ? ` Lowest mean training loss ${formatNumber(Number(best.finalLoss))} at ${pairText(best)}.` : "",
    diverged > 0 ? ` ${diverged} diverged.` : "",
    stale ? ` It was made for ${stale}, not for what is on the page now.` : "",
  ].join("");
}

const ENDED = { cancelled: "cancelled", failed: "stopped by a failure" } as const;
