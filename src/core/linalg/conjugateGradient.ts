import { addScaledInPlace, dot, norm, renewDirection } from "./hostVector";

/** A symmetric positive semi-definite matrix, known by its products. */
export type MatrixVectorProduct = (v: Float64Array) => Promise<Float64Array>;

export interface SolverLimits {
  /** Most products with the matrix. */
  iterations: number;
  /** Residual to reach, relative to the right-hand side. */
  tolerance: number;
}

/** An approximate solution x of A x = b. */
export interface Solution {
  x: Float64Array;
  /** b − A x, as the recurrence has it. */
  residual: Float64Array;
  /** Products with A that were formed. */
  products: number;
  /** Why it stopped: the residual was small enough, there were enough products, or only flat directions were left. */
  stopped: "tolerance" | "iterations" | "flat";
}

/** Curvature below this share of the largest one seen is indistinguishable from 0 in float32 products. */
const FLAT = 1e-6;

/**
 * Conjugate gradients (Hestenes and Stiefel 1952) for A x = b from x = 0 with A positive definite, in float64 around the products: only a
 * direction of curvature 0 or less is taken for flat.
 * Throws RangeError where a product is not finite.
 */
export async function conjugateGradient(
  product: MatrixVectorProduct,
  b: Float64Array,
  { iterations, tolerance }: SolverLimits,
): Promise<Solution> {
  const x = new Float64Array(b.length);
  const residual = b.slice();
  const direction = b.slice();
  let squaredResidual = checkFinite(dot(residual, residual), 0);
  const target = tolerance * tolerance * squaredResidual;
  let products = 0;
  while (squaredResidual > target) {
    if (products >= iterations) return { x, residual, products, stopped: "iterations" };
    const image = await product(direction);
    products++;
    const length = dot(direction, direction);
    const curvature = checkFinite(dot(direction, image), products) / length;
    if (curvature <= 0) return { x, residual, products, stopped: "flat" };
    const step = squaredResidual / (curvature * length);
    addScaledInPlace(x, step, direction);
    addScaledInPlace(residual, -step, image);
    const next = dot(residual, residual);
    renewDirection(direction, next / squaredResidual, residual);
    squaredResidual = next;
  }
  return { x, residual, products, stopped: "tolerance" };
}

/**
 * x = A⁺b for a singular A and any b, by conjugate residuals (Stiefel 1955), which lower ‖b − A x‖ in every step even where b
 * has a part outside A's range, and a last correction that takes that part out of x (Liu, Milzarek and Roosta 2023): A⁺b on
 * the directions found before √⟨r, A r⟩ has fallen to `tolerance` of its start, or the products are spent, or only curvature
 * below 1e-6 of the largest is left. The looser the tolerance, the more of A's small eigenvalues count as 0.
 * Throws RangeError where a product is not finite.
 */
export async function pseudoInverseSolve(
  product: MatrixVectorProduct,
  b: Float64Array,
  { iterations, tolerance }: SolverLimits,
): Promise<Solution> {
  const x = new Float64Array(b.length);
  const residual = b.slice();
  const size = Math.sqrt(checkFinite(dot(b, b), 0));
  if (size === 0 || iterations < 1) return { x, residual, products: 0, stopped: "tolerance" };
  const direction = b.slice();
  let residualImage = await product(residual);
  const image = residualImage.slice();
  let products = 1;
  let energy = checkFinite(dot(residual, residualImage), products);
  let steepest = energy / (size * size);
  const target = tolerance * tolerance * energy;
  let stopped: Solution["stopped"] = "flat";
  // ⟨r, A r⟩ / ‖r‖² is what curvature is left in the residual
  while (energy > FLAT * steepest * dot(residual, residual)) {
    const step = energy / dot(image, image);
    addScaledInPlace(x, step, direction);
    addScaledInPlace(residual, -step, image);
    if (norm(residual) <= tolerance * size) return { x, residual, products, stopped: "tolerance" };
    if (products >= iterations) {
      stopped = "iterations";
      break;
    }
    residualImage = await product(residual);
    products++;
    const next = checkFinite(dot(residual, residualImage), products);
    steepest = Math.max(steepest, next / dot(residual, residual));
    renewDirection(direction, next / energy, residual);
    renewDirection(image, next / energy, residualImage);
    energy = next;
    if (energy <= target) {
      stopped = "tolerance";
      break;
    }
  }
  // what is left of b is outside the range, or not resolved: take its share of x out (Liu, Milzarek and Roosta 2023, lifting)
  const left = dot(residual, residual);
  const isOutside = energy <= Math.max(FLAT, tolerance) * steepest * left;
  if (isOutside || stopped === "iterations") addScaledInPlace(x, -dot(x, residual) / left, residual);
  return { x, residual, products, stopped };
}

function checkFinite(value: number, products: number): number {
  if (Number.isFinite(value)) return value;
  throw new RangeError(
    `${products === 0 ? "The gradient" : `Curvature product ${products}`} is not finite. ` +
      "The weights have grown too far: lower the learning rate, or raise λ_WSD or the damping.",
  );
}
