import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { SomeFactors } from "../operands/preconditioner";

/** All factors as one list, layer by layer those of A, B, S that are learned. */
export const factorList = (factors: readonly SomeFactors[]): Tensor2D[] =>
  factors.flatMap(({ A, B, S }) => [A, B, S].filter((factor) => factor !== undefined));

/** The inverse of `factorList`, of layers that learn the same as these. */
export function factorsOf(list: readonly Tensor2D[], like: readonly { A?: unknown; B?: unknown }[]): SomeFactors[] {
  let next = 0;
  const take = () => {
    const factor = list[next++];
    if (!factor) throw new Error(`A list of ${list.length} factors has no factor ${next - 1}.`);
    return factor;
  };
  return like.map(({ A, B }) => ({ ...(A ? { A: take() } : {}), ...(B ? { B: take() } : {}), S: take() }));
}
