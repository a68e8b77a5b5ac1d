import { type Scalar, type Tensor2D, zerosLike } from "@tensorflow/tfjs-core";
import { addScaled, innerProductOf, scaleEach } from "../kernels/linearCombination";

/** Lists of matrices as one vector: what optimizers do to all layers at once. */
export type Vector = readonly Tensor2D[];

/** Pairs up two lists of the same layers. */
export function zipWith<A, B, R>(a: readonly A[], b: readonly B[], f: (x: A, y: B, i: number) => R): R[] {
  if (a.length !== b.length) throw new Error(`Lists of ${a.length} and ${b.length} layers cannot be paired.`);
  return a.map((x, i) => f(x, b[i] as B, i));
}

export const zerosFor = (v: Vector): Tensor2D[] => v.map((x) => zerosLike(x));

/** a + b, layer by layer. */
export const plus = (a: Vector, b: Vector): Tensor2D[] => addScaled(1, b, a);

/** a − b, layer by layer. */
export const minus = (a: Vector, b: Vector): Tensor2D[] => addScaled(-1, b, a);

/** factor · a. */
export const scaled = (factor: number | Scalar, a: Vector): Tensor2D[] => scaleEach(factor, a);

/** ⟨a, b⟩ over all layers, on the device. */
export const innerProduct = (a: Vector, b: Vector): Scalar => innerProductOf(a, b);

/** ‖a‖² over all layers, on the device. */
export const squaredNorm = (a: Vector): Scalar => innerProductOf(a, a);
