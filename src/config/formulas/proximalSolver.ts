import type { LossId } from "../tables/losses";
import type { LayerShape } from "./preconditionerState";

/** Networks of more weights than this have no exact proximal step here. */
const MOST_WEIGHTS = 5000;
/** Multiply-adds of one solve's matrix, at most. */
const MOST_WORK = 4e8;
/**
 * λ_WSD of a network's exact step counts as at least this. With less, the loss's own negative curvature leaves the objective
 * with many minima, and which one a solver finds is chance.
 */
export const LEAST_NET_WSD = 0.1;

/** How the exact proximal step is found: in closed form for every step, by a dense solver now and then, or not at all. */
export type ProximalSolver = { kind: "linear" | "net" } | { kind: "none"; why: string };

/** Which solver a chain of layers has, from their shapes [out, in (+1)], the loss and the rows of B and of B′. */
export function proximalSolver(layers: readonly LayerShape[], loss: LossId, batchSize: number): ProximalSolver {
  const weights = layers.reduce((sum, { shape: [outputs, inputs] }) => sum + outputs * inputs, 0);
  if (layers.some(({ name }) => name.startsWith("conv")))
    return none("The exact step is solved for dense layers only, and this network convolves.");
  if (layers.some(({ name }) => !name.startsWith("dense")))
    return none("The exact step is solved for dense layers only, and this network has others.");
  if (loss === "sigmoidCrossEntropy" || loss === "tokenCrossEntropy")
    return none("The exact step is solved for squared error and softmax only.");
  if (weights > MOST_WEIGHTS)
    return none(
      `The exact step is solved for at most ${count(MOST_WEIGHTS)} weights; this network has ${count(weights)}.`,
    );
  if (layers.length === 1 && loss === "squaredError") return { kind: "linear" };
  const outputs = layers.at(-1)?.shape[0] ?? 1;
  const rows = 2 * batchSize * (loss === "squaredError" ? outputs : Math.max(1, outputs - 1));
  const [less, more] = rows < weights ? [rows, weights] : [weights, rows];
  if (rows < weights ? less ** 3 > MOST_WORK : less ** 2 * more > MOST_WORK)
    return none(`Batches of ${count(batchSize)} rows are too many for the dense solver; choose a smaller batch.`);
  return { kind: "net" };
}

const none = (why: string): ProximalSolver => ({ kind: "none", why });
const count = (value: number): string => value.toLocaleString("en-US");
