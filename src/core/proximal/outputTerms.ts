import type { ProximalProblem } from "../../config/formulas/proximalProblem";

/** One term of the proximal objective along the outputs of some rows. */
interface OutputTerm {
  value: number;
  /** [count, outputs]. */
  gradient: Float64Array;
  /** Rows R [count·seeds, outputs] with Σ RᵀR of an example its Gauss-Newton curvature. */
  root: Float64Array;
}

/** What the losses give for some rows of outputs; every value is `share` times the mean over the rows. */
export interface OutputTerms {
  /** Rows of the root for each example. */
  seeds: number;
  loss(outputs: Float64Array, targets: ArrayLike<number>, share: number): OutputTerm;
  discrepancy(outputs: Float64Array, reference: Float64Array, share: number): OutputTerm;
}

/** The loss and ρ of a problem along outputs [count, outputs]. */
export function outputTerms({ loss, klDirection }: ProximalProblem, outputs: number): OutputTerms {
  return loss === "squaredError" ? squaredTerms(outputs) : softmaxTerms(outputs, klDirection);
}

function squaredTerms(outputs: number): OutputTerms {
  const term = (values: Float64Array, others: ArrayLike<number>, share: number): OutputTerm => {
    const weight = (share * outputs) / values.length;
    const gradient = values.map((value, at) => weight * (value - (others[at] as number)));
    const root = new Float64Array(values.length * outputs);
    for (let row = 0; row < values.length; row++) root[row * outputs + (row % outputs)] = Math.sqrt(weight);
    const squares = gradient.reduce(
      (sum, g, at) => sum + 0.5 * g * ((values[at] as number) - (others[at] as number)),
      0,
    );
    return { value: squares, gradient, root };
  };
  return { seeds: outputs, loss: term, discrepancy: term };
}

function softmaxTerms(classes: number, direction: ProximalProblem["klDirection"]): OutputTerms {
  const seeds = Math.max(1, classes - 1);
  /** Per example a value and its gradient from log p, beside the Fisher's root. */
  function each(
    outputs: Float64Array,
    share: number,
    of: (logP: Float64Array, n: number, gradient: Float64Array) => number,
  ): OutputTerm {
    const count = outputs.length / classes;
    const gradient = new Float64Array(outputs.length);
    const root = new Float64Array(count * seeds * classes);
    let value = 0;
    for (let n = 0; n < count; n++) {
      const logP = logSoftmax(outputs.subarray(n * classes, (n + 1) * classes));
      const own = gradient.subarray(n * classes, (n + 1) * classes);
      value += (share / count) * of(logP, n, own);
      for (let c = 0; c < classes; c++) own[c] = (share / count) * (own[c] as number);
      fisherRoot(logP, Math.sqrt(share / count), root.subarray(n * seeds * classes, (n + 1) * seeds * classes));
    }
    return { value, gradient, root };
  }
  return {
    seeds,
    loss: (outputs, targets, share) =>
      each(outputs, share, (logP, n, gradient) => {
        const label = targets[n] as number;
        logP.forEach((value, c) => {
          gradient[c] = Math.exp(value) - (c === label ? 1 : 0);
        });
        return -(logP[label] as number);
      }),
    discrepancy: (outputs, reference, share) =>
      each(outputs, share, (logP, n, gradient) => {
        const old = logSoftmax(reference.subarray(n * classes, (n + 1) * classes));
        const [from, to] = direction === "old-new" ? [old, logP] : [logP, old];
        const kl = from.reduce((sum, value, c) => sum + Math.exp(value) * (value - (to[c] as number)), 0);
        logP.forEach((value, c) => {
          const p = Math.exp(value);
          gradient[c] =
            direction === "old-new" ? p - Math.exp(old[c] as number) : p * (value - (old[c] as number) - kl);
        });
        return kl;
      }),
  };
}

function logSoftmax(outputs: Float64Array): Float64Array {
  const top = Math.max(...outputs);
  const total = Math.log(outputs.reduce((sum, f) => sum + Math.exp(f - top), 0)) + top;
  return outputs.map((f) => f - total);
}

/** Rows of Lᵀ with LLᵀ = diag p − ppᵀ (Tanabe and Sagae 1992), `factor` times: one row fewer than classes. */
function fisherRoot(logP: Float64Array, factor: number, root: Float64Array): void {
  const classes = logP.length;
  const p = logP.map(Math.exp);
  let before = 1;
  for (let k = 0; k < classes - 1; k++) {
    const after = p.subarray(k + 1).reduce((sum, value) => sum + value, 0);
    const pivot = factor * Math.sqrt(((p[k] as number) * after) / before);
    root[k * classes + k] = pivot;
    for (let c = k + 1; c < classes; c++) root[k * classes + c] = after > 0 ? (-pivot * (p[c] as number)) / after : 0;
    before = after > 0 ? after : 1;
  }
}
