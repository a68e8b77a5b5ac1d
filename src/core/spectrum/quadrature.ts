import { extendedLanczos, type LinearMap, lanczos } from "../linalg/lanczos";
import { symmetricEigen } from "../linalg/symmetricEigen";
import { diagonalise, type Tridiagonal } from "../linalg/tridiagonal";

/** A spectral density as points: node i carries the fraction weights[i]; the weights sum to 1. */
export interface Quadrature {
  nodes: Float64Array;
  weights: Float64Array;
}

/** The density from one probe. */
export interface Probe extends Quadrature {
  /**
   * Without an inverse the small end converges slowly: the density from a quarter and from half of the space tells how much is
   * left. Null with an inverse, where nothing to speak of is.
   */
  earlier: readonly [quarter: Quadrature, half: Quadrature] | null;
}

export interface QuadratureOptions {
  dimension: number;
  apply: LinearMap;
  /** Resolves the small eigenvalues too; null where there is no inverse. */
  applyInverse: LinearMap | null;
  /** Random start vectors; the estimate's variance falls as 1/(probes · dimension). */
  probes: number;
  /** Powers of the matrix and of its inverse in each Krylov space. */
  rounds: number;
  /** Uniform draws in [0, 1) for one probe. */
  uniform: (probe: number) => () => number;
}

/**
 * Stochastic Lanczos quadrature of a symmetric matrix (Ubaru, Chen and Saad 2017): from each Rademacher probe v, the
 * Ritz values as nodes and the squared first components of their vectors as weights. The weighted sum of a probe is
 * vᵀMv/dimension exactly, the trace without bias. One density per probe: their average is the estimate (`pooled`), their
 * spread its error (`standardError`).
 */
export function stochasticQuadrature(options: QuadratureOptions): Probe[] {
  return Array.from({ length: options.probes }, (_, probe) => {
    const uniform = options.uniform(probe);
    return gaussNodes(
      options,
      new Float64Array(options.dimension).map(() => (uniform() < 0.5 ? -1 : 1)),
    );
  });
}

/** The average of the probes' densities, nodes ascending. */
export function pooled(probes: readonly Quadrature[]): Quadrature {
  const points = probes.flatMap(({ nodes, weights }) =>
    Array.from(nodes, (node, i) => ({ node, weight: (weights[i] as number) / probes.length })),
  );
  points.sort((a, b) => a.node - b.node);
  return {
    nodes: Float64Array.from(points, ({ node }) => node),
    weights: Float64Array.from(points, ({ weight }) => weight),
  };
}

/** Half of Student's t interval that holds 68.3%, as one standard error does of a normal: by degrees of freedom from 1. */
const STUDENT = [1.837, 1.321, 1.197, 1.142, 1.11, 1.091, 1.077];

/**
 * Standard error of the mean of independent samples, at least two, from their spread; widened by Student's t, because few
 * samples say little about their own spread. NaN below two.
 */
export function standardError(samples: readonly number[]): number {
  const count = samples.length;
  const mean = samples.reduce((sum, x) => sum + x, 0) / count;
  const variance = samples.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (count - 1);
  return (STUDENT[count - 2] ?? 1) * Math.sqrt(variance / count);
}

/**
 * What a sequence at a quarter, half and the whole of a Krylov space still has to go, were its differences to fall by the same
 * ratio at every doubling (Aitken 1926).
 */
export function remainder(quarter: number, half: number, whole: number): number {
  const last = whole - half;
  const ratio = last / (half - quarter);
  if (last === 0) return 0;
  const falling = Math.abs(ratio) < 0.9 ? ratio : 0.9;
  return (last * falling) / (1 - falling);
}

/** Nodes and weights from one start vector. */
function gaussNodes({ apply, applyInverse, rounds }: QuadratureOptions, start: Float64Array): Probe {
  if (applyInverse) {
    const { values, size } = extendedLanczos(apply, applyInverse, start, rounds);
    const { values: nodes, vectors } = symmetricEigen(values, size);
    return { nodes, weights: nodes.map((_, i) => (vectors[i] as number) ** 2), earlier: null };
  }
  const tridiagonal = lanczos(apply, start, 3 * rounds);
  const leading = (share: number) => {
    const steps = Math.ceil(share * tridiagonal.diagonal.length);
    const offDiagonal = tridiagonal.offDiagonal.slice(0, steps).fill(0, steps - 1);
    return ritz({ diagonal: tridiagonal.diagonal.slice(0, steps), offDiagonal });
  };
  const earlier = [leading(1 / 4), leading(1 / 2)] as const;
  return { ...ritz(tridiagonal), earlier };
}

/** Nodes and weights of a tridiagonal, which is overwritten. */
function ritz(tridiagonal: Tridiagonal): Quadrature {
  const firstComponents = new Float64Array(tridiagonal.diagonal.length);
  firstComponents[0] = 1;
  diagonalise(tridiagonal, [firstComponents]);
  return { nodes: tridiagonal.diagonal, weights: firstComponents.map((z) => z * z) };
}
