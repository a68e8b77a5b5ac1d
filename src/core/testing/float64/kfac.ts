import { EigenvalueDecomposition, inverse, Matrix } from "ml-matrix";
import { averaged } from "./problem";
import { combined, combinedAll, innerAll, mapped, type Rows, times, transposed } from "./rows";
import type { Rule } from "./rule";

type Factors = { A: Rows; G: Rows };
type Natural = (grad: Rows) => Rows;

const meanTrace = (a: Rows) => a.reduce((sum, row, i) => sum + (row[i] as number), 0) / a.length;
const shifted = (a: Rows, shift: number): Rows => a.map((row, i) => row.map((x, j) => (i === j ? x + shift : x)));
const inverseOf = (a: Rows): Rows => inverse(new Matrix(a)).to2DArray();

/** v = (G + √damping/π·I)⁻¹ ∇ (A + √damping·π·I)⁻¹. */
function withPi({ A, G }: Factors, damping: number): Natural {
  const pi = Math.sqrt(meanTrace(A) / meanTrace(G));
  const right = inverseOf(shifted(A, Math.sqrt(damping) * pi));
  const left = inverseOf(shifted(G, Math.sqrt(damping) / pi));
  return (grad) => times(times(left, grad), right);
}

/** v = Q_G[(Q_Gᵀ∇Q_A)/(d_G d_Aᵀ + damping)]Q_Aᵀ. */
function withTikhonov({ A, G }: Factors, damping: number): Natural {
  const [a, g] = [A, G].map((factor) => new EigenvalueDecomposition(new Matrix(factor), { assumeSymmetric: true }));
  const [QA, QG] = [a, g].map((eigen) => (eigen as EigenvalueDecomposition).eigenvectorMatrix.to2DArray()) as [
    Rows,
    Rows,
  ];
  const curvature = (g?.realEigenvalues ?? []).map((dg) =>
    (a?.realEigenvalues ?? []).map((da) => Math.max(0, dg) * Math.max(0, da) + damping),
  );
  return (grad) => {
    const projected = combined(times(times(transposed(QG), grad), QA), curvature, (x, c) => x / c);
    return times(times(QG, projected), transposed(QA));
  };
}

export const kfac: Rule = (problem, given, h) => {
  let factors: Factors[] = [];
  let naturals: Natural[] = [];
  let momentum: Rows[] = [];
  return (step, params, { grads, examples }) => {
    if (step % h.factorUpdatePeriod === 0) {
      const fresh = problem.factors(params, examples, given.targetNoise?.[step] as number[]);
      factors = fresh.map(({ A, G }, l) => ({
        A: averaged(factors[l]?.A, A, h.curvatureEma),
        G: averaged(factors[l]?.G, G, h.curvatureEma),
      }));
    }
    if (step % h.inverseUpdatePeriod === 0)
      naturals = factors.map((layer) => (h.dampingForm === "pi" ? withPi : withTikhonov)(layer, h.damping));
    const v = grads.map((grad, l) => (naturals[l] as Natural)(grad));
    const quadratic = h.learningRate ** 2 * Math.abs(innerAll(v, grads)) + 1e-30;
    const clip = Math.min(1, Math.sqrt(h.klClip / quadratic));
    const clipped = v.map((layer) => mapped(layer, (x) => clip * x));
    momentum = momentum.length ? combinedAll(momentum, clipped, (m, x) => h.momentum * m + x) : clipped;
    return { params: combinedAll(params, momentum, (w, m) => w - h.learningRate * m), learningRate: h.learningRate };
  };
};
