import { extendedLanczos, type LinearMap, lanczos } from "../linalg/lanczos";
import { symmetricEigen } from "../linalg/symmetricEigen";
import { diagonalise } from "../linalg/tridiagonal";

/** A spectral density as points: node i carries the fraction weights[i]; ascending, the weights sum to 1. */
export interface Quadrature {
  nodes: Float64Array;
  weights: Float64Array;
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
 * Ritz values as nodes and the squared first components of their vectors as weights, averaged over probes. The weighted
 * sum is vᵀMv/dimension exactly, the trace without bias.
 */
export function stochasticQuadrature(options: QuadratureOptions): Quadrature {
  const points: { node: number; weight: number }[] = [];
  for (let probe = 0; probe < options.probes; probe++) {
    const uniform = options.uniform(probe);
    const start = new Float64Array(options.dimension).map(() => (uniform() < 0.5 ? -1 : 1));
    const { nodes, weights } = gaussNodes(options, start);
    nodes.forEach((node, i) => {
      points.push({ node, weight: (weights[i] as number) / options.probes });
    });
  }
  points.sort((a, b) => a.node - b.node);
  return {
    nodes: Float64Array.from(points, ({ node }) => node),
    weights: Float64Array.from(points, ({ weight }) => weight),
  };
}

/** Nodes and weights from one start vector. */
function gaussNodes({ apply, applyInverse, rounds }: QuadratureOptions, start: Float64Array): Quadrature {
  if (applyInverse) {
    const { values, size } = extendedLanczos(apply, applyInverse, start, rounds);
    const { values: nodes, vectors } = symmetricEigen(values, size);
    return { nodes, weights: nodes.map((_, i) => (vectors[i] as number) ** 2) };
  }
  const tridiagonal = lanczos(apply, start, 3 * rounds);
  const firstComponents = new Float64Array(tridiagonal.diagonal.length);
  firstComponents[0] = 1;
  diagonalise(tridiagonal, [firstComponents]);
  return { nodes: tridiagonal.diagonal, weights: firstComponents.map((z) => z * z) };
}
