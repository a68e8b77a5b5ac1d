import type { Hyperparams } from "../../../config/tables/hyperparams";
import { adamDirection, DIRECTION, type Direction } from "./firstOrder";
import type { Problem64 } from "./problem";
import { combined, combinedAll, filled, identity, innerAll, mapped, type Rows, times, transposed } from "./rows";
import type { Rule } from "./rule";

/** φ's direction from ∂Q/∂φ. */
function metaDirection({ metaOptimizer, metaBeta1, metaBeta2, metaEpsilon }: Hyperparams): Direction {
  if (metaOptimizer === "sgd") return (grads) => grads;
  const beta1 = metaOptimizer === "adam" ? metaBeta1 : 0;
  return adamDirection({ beta1, beta2: metaBeta2, epsilon: metaEpsilon });
}

/** R = ∇_θ′ of [J_B(θ′) + λ_FSD·FSD_B′ + (λ_WSD/2)‖θ′ − θ‖²]. */
function bracketGrad(
  problem: Problem64,
  params: Rows[],
  lookahead: Rows[],
  batch: number[],
  fsdBatch: number[],
  { lambdaFsd, lambdaWsd }: Hyperparams,
): Rows[] {
  const loss = problem.loss(lookahead, batch).grads;
  const fsd = problem.discrepancy(lookahead, params, fsdBatch).grads;
  const functional = combinedAll(loss, fsd, (a, b) => a + lambdaFsd * b);
  const move = combinedAll(lookahead, params, (a, b) => a - b);
  return combinedAll(functional, move, (a, b) => a + lambdaWsd * b);
}

/** φ = log η on a base direction; ∂Q/∂φ = −η⟨R, d⟩. */
export const apoLearningRate: Rule = (problem, given, h) => {
  const direction = DIRECTION[h.baseOptimizer as keyof typeof DIRECTION](h);
  const meta = metaDirection(h);
  let phi = Math.log(h.learningRate);
  return (step, params, { grads }) => {
    const d = direction(grads);
    const moved = () => combinedAll(params, d, (w, x) => w - Math.exp(phi) * x);
    if (step % h.metaUpdateInterval === 0) {
      const rows = [given.batches[step], given.fsdBatches?.[step]] as [number[], number[]];
      const R = bracketGrad(problem, params, moved(), ...rows, h);
      const [[[ahead]]] = meta([[[-Math.exp(phi) * innerAll(R, d)]]]) as [[[number]]];
      phi -= h.metaLearningRate * ahead;
    }
    return { params: moved(), learningRate: Math.exp(phi) };
  };
};

interface Factors {
  A: Rows;
  B: Rows;
  /** S, or log S. */
  S: Rows;
}

/**
 * D = B(S²∘(BᵀGA))Aᵀ, and the gradients of Q = −⟨R, D⟩ by the product rule on ⟨R, D⟩ = Σ_oi S²_oi (BᵀGA)_oi (BᵀRA)_oi,
 * entry by entry.
 */
function preconditioner(scale: Hyperparams["scaleParameterization"]) {
  const squared = (S: Rows) => mapped(S, (s) => (scale === "exp" ? Math.exp(2 * s) : s * s));
  const around = (X: Rows, { A, B }: Factors) => times(times(transposed(B), X), A);
  return {
    step: (G: Rows, f: Factors) =>
      times(
        times(
          f.B,
          combined(squared(f.S), around(G, f), (s2, u) => s2 * u),
        ),
        transposed(f.A),
      ),
    grads(G: Rows, R: Rows, f: Factors): Factors {
      const S2 = squared(f.S);
      const [U, RU] = [around(G, f), around(R, f)];
      const [GA, RA] = [times(G, f.A), times(R, f.A)];
      const [BG, BR] = [times(transposed(f.B), G), times(transposed(f.B), R)];
      const A = filled(f.A.length, f.A.length);
      const B = filled(f.B.length, f.B.length);
      S2.forEach((row, o) => {
        row.forEach((s2, i) => {
          const [u, ru] = [U[o]?.[i] as number, RU[o]?.[i] as number];
          // (BᵀGA)_oi = Σ_q (BᵀG)_oq A_qi = Σ_p B_po (GA)_pi
          A.forEach((rowA, q) => {
            rowA[i] = (rowA[i] as number) - s2 * ((BG[o]?.[q] as number) * ru + u * (BR[o]?.[q] as number));
          });
          B.forEach((rowB, p) => {
            rowB[o] = (rowB[o] as number) - s2 * ((GA[p]?.[i] as number) * ru + u * (RA[p]?.[i] as number));
          });
        });
      });
      const slope = scale === "exp" ? mapped(S2, (s2) => 2 * s2) : mapped(f.S, (s) => 2 * s);
      const S = combined(
        slope,
        combined(U, RU, (u, ru) => u * ru),
        (s, x) => -s * x,
      );
      return { A, B, S };
    },
  };
}

/** φ = (A, B, S) of each layer, momentum after preconditioning and not in the lookahead. */
export const apoPreconditioner: Rule = (problem, given, h) => {
  const { step: precondition, grads: factorGrads } = preconditioner(h.scaleParameterization);
  const meta = metaDirection(h);
  let factors: Factors[] | null = null;
  let momentum: Rows[] | null = null;
  return (step, params, { grads }) => {
    factors ??= params.map((W) => {
      const start = h.scaleParameterization === "exp" ? 0.5 * Math.log(h.learningRate) : Math.sqrt(h.learningRate);
      const [out, inputs] = [W.length, W[0]?.length ?? 0];
      return { A: identity(inputs), B: identity(out), S: filled(out, inputs, start) };
    });
    if (step % h.metaUpdateInterval === 0) {
      const here = factors;
      const D = grads.map((G, l) => precondition(G, here[l] as Factors));
      const lookahead = combinedAll(params, D, (w, d) => w - d);
      const rows = [given.batches[step], given.fsdBatches?.[step]] as [number[], number[]];
      const R = bracketGrad(problem, params, lookahead, ...rows, h);
      const metaGrads = grads.map((G, l) => factorGrads(G, R[l] as Rows, here[l] as Factors));
      const listOf = (all: Factors[]) => all.flatMap(({ A, B, S }) => [A, B, S]);
      const next = combinedAll(listOf(here), meta(listOf(metaGrads)), (phi, d) => phi - h.metaLearningRate * d);
      factors = here.map((_, l) => ({ A: next[3 * l], B: next[3 * l + 1], S: next[3 * l + 2] }) as Factors);
    }
    const now = factors;
    const D = grads.map((G, l) => precondition(G, now[l] as Factors));
    momentum = momentum ? combinedAll(momentum, D, (m, d) => h.momentum * m + d) : D;
    return { params: combinedAll(params, momentum, (w, m) => w - m) };
  };
};
