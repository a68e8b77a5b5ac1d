import type { ExampleLossId } from "../../../config/tables/losses";

type Target = number | readonly number[];

/** A value of one example and its gradient with respect to the outputs. */
export interface Valued {
  value: number;
  grad: number[];
}

interface Loss {
  of(outputs: readonly number[], target: Target): Valued;
  /** ρ(new, old) with the old outputs a constant; KL(old ‖ new) between classes or coins. */
  discrepancy(outputs: readonly number[], old: readonly number[]): Valued;
  /** Gradient of the loss at a target sampled from the model: f + noise, the class that a uniform draw falls on, or 1 where it lies below p. */
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

const sigmoid = (f: number) => 1 / (1 + Math.exp(-f));
/** x log(x/y), 0 at x = 0. */
const term = (x: number, y: number) => (x === 0 ? 0 : x * Math.log(x / y));
const bernoulliKl = (from: number, to: number) => term(from, to) + term(1 - from, 1 - to);
const entropy = (p: number) => -term(p, 1) - term(1 - p, 1);

const crossEntropyGrad = (p: readonly number[], label: number) => p.map((x, i) => x - (i === label ? 1 : 0));

export const LOSSES: Record<ExampleLossId, Loss> = {
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
  sigmoidCrossEntropy: {
    of(outputs, target) {
      const y = target as number[];
      const p = outputs.map(sigmoid);
      const value = p.reduce((sum, x, i) => sum + bernoulliKl(y[i] as number, x) + entropy(y[i] as number), 0);
      return { value, grad: p.map((x, i) => x - (y[i] as number)) };
    },
    discrepancy(outputs, old) {
      const [p, q] = [old.map(sigmoid), outputs.map(sigmoid)];
      const value = p.reduce((sum, x, i) => sum + bernoulliKl(x, q[i] as number), 0);
      return { value, grad: q.map((x, i) => x - (p[i] as number)) };
    },
    sampledGrad(outputs, draws) {
      const p = outputs.map(sigmoid);
      return p.map((x, i) => x - (((draws as number[])[i] as number) < x ? 1 : 0));
    },
  },
};
