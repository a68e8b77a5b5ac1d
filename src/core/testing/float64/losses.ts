import type { GivenProblem } from "../../../config/experiment";

type Target = number | readonly number[];

/** A value of one example and its gradient with respect to the outputs. */
export interface Valued {
  value: number;
  grad: number[];
}

interface Loss {
  of(outputs: readonly number[], target: Target): Valued;
  /** ρ(new, old) with the old outputs a constant; KL(old ‖ new) between classes. */
  discrepancy(outputs: readonly number[], old: readonly number[]): Valued;
  /** Gradient of the loss at a target sampled from the model: f + noise, or the class that a uniform draw falls on. */
  sampledGrad(outputs: readonly number[], noise: Target): number[];
}

const halfSquared = (outputs: readonly number[], target: readonly number[]): Valued => {
  const grad = outputs.map((f, i) => f - (target[i] as number));
  return { value: grad.reduce((sum, e) => sum + 0.5 * e * e, 0), grad };
};

function softmax(outputs: readonly number[]): number[] {
  const top = Math.max(...outputs);
  const powers = outputs.map((f) => Math.exp(f - top));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / total);
}

const crossEntropyGrad = (p: readonly number[], label: number) => p.map((x, i) => x - (i === label ? 1 : 0));

export const LOSSES: Record<GivenProblem["loss"], Loss> = {
  squaredError: {
    of: (outputs, target) => halfSquared(outputs, target as number[]),
    discrepancy: halfSquared,
    sampledGrad: (_outputs, noise) => (noise as number[]).map((x) => -x),
  },
  softmaxCrossEntropy: {
    of(outputs, label) {
      const p = softmax(outputs);
      return { value: -Math.log(p[label as number] as number), grad: crossEntropyGrad(p, label as number) };
    },
    discrepancy(outputs, old) {
      const [p, q] = [softmax(old), softmax(outputs)];
      const value = p.reduce((sum, x, i) => sum + x * Math.log(x / (q[i] as number)), 0);
      return { value, grad: q.map((x, i) => x - (p[i] as number)) };
    },
    sampledGrad(outputs, draw) {
      const p = softmax(outputs);
      let label = 0;
      for (let upTo = p[0] as number; upTo < (draw as number) && label < p.length - 1; upTo += p[label] as number)
        label++;
      return crossEntropyGrad(p, label);
    },
  },
};
