import { add, addN, mul, type Scalar, scalar, square, sub, sum, type Tensor2D, zerosLike } from "@tensorflow/tfjs-core";

/** Lists of matrices as one vector: what optimizers do to all layers at once. */
export type Vector = readonly Tensor2D[];

/** Pairs up two lists of the same layers. */
export function zipWith<A, B, R>(a: readonly A[], b: readonly B[], f: (x: A, y: B, i: number) => R): R[] {
  if (a.length !== b.length) throw new Error(`Lists of ${a.length} and ${b.length} layers cannot be paired.`);
  return a.map((x, i) => f(x, b[i] as B, i));
}

export const zerosFor = (v: Vector): Tensor2D[] => v.map((x) => zerosLike(x));

/** a + b, layer by layer. */
export const plus = (a: Vector, b: Vector): Tensor2D[] => zipWith(a, b, (x, y) => add(x, y));

/** a − b, layer by layer. */
export const minus = (a: Vector, b: Vector): Tensor2D[] => zipWith(a, b, (x, y) => sub(x, y));

/** factor · a. */
export const scaled = (factor: number | Scalar, a: Vector): Tensor2D[] => {
  const resident = typeof factor === "number" ? scalar(factor) : factor;
  return a.map((x) => mul(resident, x));
};

/** ⟨a, b⟩ over all layers, on the device. */
export const innerProduct = (a: Vector, b: Vector): Scalar => addN(zipWith(a, b, (x, y) => sum(mul(x, y))));

/** ‖a‖² over all layers, on the device. */
export const squaredNorm = (a: Vector): Scalar => addN(a.map((x) => sum(square(x))));
