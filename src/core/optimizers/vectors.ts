import {
  add,
  addN,
  concat,
  mul,
  reshape,
  type Scalar,
  scalar,
  split,
  square,
  sub,
  sum,
  type Tensor2D,
  zerosLike,
} from "@tensorflow/tfjs-core";

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

/** All layers end to end as one row [1, n]: an elementwise rule then takes one kernel launch instead of one per layer. */
export const joined = (v: Vector): Tensor2D =>
  v.length === 1
    ? reshape(v[0] as Tensor2D, [1, -1])
    : concat(
        v.map((x) => reshape(x, [1, -1]) as Tensor2D),
        1,
      );

/** The inverse of `joined`: a row [1, n] cut into the shapes of `like`. */
export function splitLike(row: Tensor2D, like: Vector): Tensor2D[] {
  if (like.length === 1) return [reshape(row, (like[0] as Tensor2D).shape)];
  const parts = split(
    row,
    like.map(({ size }) => size),
    1,
  );
  return zipWith(parts, like, (part, { shape }) => reshape(part, shape));
}
