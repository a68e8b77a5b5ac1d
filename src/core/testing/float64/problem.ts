import type { GivenProblem } from "../../../config/experiment/experiment";
import type { ExampleLossId } from "../../../config/tables/losses";
import type { LayerSpec } from "../../nn/layerSpec";
import { LOSSES, type Valued } from "./losses";
import { backward, type Example, forward, positionSum } from "./network";
import { combined, filled, mapped, type Rows } from "./rows";

/** Mean value and gradient over some rows of the file. */
export interface Measured {
  value: number;
  grads: Rows[];
  examples: Example[];
}

/** The passes of a given problem over rows of its data. */
export function createProblem(given: GivenProblem) {
  const { x, xShape, y } = given;
  const layers = given.layers as readonly LayerSpec[];
  const loss = LOSSES[given.loss as ExampleLossId];
  const pass = (params: readonly Rows[], row: number) => forward(layers, xShape, params, x[row] as number[]);

  /** The mean of per-example values and its gradient: Σ δᵀā over positions, averaged over examples. */
  function measure(
    params: readonly Rows[],
    rows: readonly number[],
    of: (example: Example, n: number) => Valued,
  ): Measured {
    let value = 0;
    let grads = params.map((weights) => filled(weights.length, weights[0]?.length ?? 0));
    const examples = rows.map((row, n) => {
      const example = pass(params, row);
      const here = of(example, n);
      value += here.value / rows.length;
      const deltas = backward(layers, params, example, here.grad);
      grads = grads.map((sum, l) =>
        combined(sum, positionSum(deltas[l] as Rows, example.seen[l]?.patches as Rows), (a, b) => a + b / rows.length),
      );
      return example;
    });
    return { value, grads, examples };
  }

  return {
    /** J and its gradient on B. */
    loss: (params: readonly Rows[], rows: readonly number[]) =>
      measure(params, rows, ({ outputs }, n) => loss.of(outputs, y[rows[n] as number] as number)),
    /** The mean of ρ on B′ between the outputs at `params` and those at `old`, and its gradient at `params`. */
    discrepancy(params: readonly Rows[], old: readonly Rows[], rows: readonly number[]) {
      return measure(params, rows, ({ outputs }, n) => loss.discrepancy(outputs, pass(old, rows[n] as number).outputs));
    },
    /** KFAC's A = Σāāᵀ/N and G = Σδδᵀ/(N·T) of each layer, δ from sampled targets. */
    factors(params: readonly Rows[], examples: readonly Example[], noise: readonly (number | number[])[]) {
      const deltas = examples.map((example, n) =>
        backward(layers, params, example, loss.sampledGrad(example.outputs, noise[n] as number)),
      );
      return params.map((_, l) => {
        const positions = examples[0]?.seen[l]?.patches.length ?? 1;
        const mean = (of: (n: number) => Rows, count: number) =>
          examples
            .map((_example, n) => positionSum(of(n), of(n)))
            .reduce((sum, term) => combined(sum, term, (a, b) => a + b))
            .map((row) => row.map((value) => value / count));
        return {
          A: mean((n) => examples[n]?.seen[l]?.patches as Rows, examples.length),
          G: mean((n) => deltas[n]?.[l] as Rows, examples.length * positions),
        };
      });
    },
  };
}
export type Problem64 = ReturnType<typeof createProblem>;

/** F ← γF + (1 − γ)F_new, or the first. */
export const averaged = (old: Rows | undefined, now: Rows, decay: number): Rows =>
  old ? combined(old, now, (a, b) => decay * a + (1 - decay) * b) : mapped(now, (value) => value);
