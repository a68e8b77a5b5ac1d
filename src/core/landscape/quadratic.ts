import { tensor2d } from "@tensorflow/tfjs-core";
import type { Point } from "../../config/tables/landscape";
import { LANDSCAPE_QUADRATIC, type Quadratic } from "../../config/tables/quadratics";
import { createModel } from "../nn/chain";
import { squaredError } from "../nn/losses";
import type { Landscape } from "./landscape";

const EXAMPLES = 12;

/** Inputs on an ellipse, so that E[xxᵀ] is R diag(curvatures) Rᵀ exactly: evenly spaced angles have E[cos²] = ½, E[cos·sin] = 0. */
function inputs({ curvatures, angle }: Quadratic): Float64Array {
  const x = new Float64Array(2 * EXAMPLES);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let n = 0; n < EXAMPLES; n++) {
    const phase = (2 * Math.PI * n) / EXAMPLES;
    const across = Math.sqrt(2 * curvatures[0]) * Math.cos(phase);
    const along = Math.sqrt(2 * curvatures[1]) * Math.sin(phase);
    x[2 * n] = cos * across - sin * along;
    x[2 * n + 1] = sin * across + cos * along;
  }
  return x;
}

/** J(w) = ½(w − w*)ᵀ E[xxᵀ] (w − w*) without noise: one dense layer without bias. */
export function quadratic(of: Quadratic = LANDSCAPE_QUADRATIC): Landscape {
  const x = inputs(of);
  const outputs = ([a, b]: Point) =>
    Float64Array.from({ length: EXAMPLES }, (_, n) => a * (x[2 * n] as number) + b * (x[2 * n + 1] as number));
  const targets = outputs(of.minimum);
  const layer = { kind: "dense", inputs: 2, outputs: 1, activation: "linear", bias: false } as const;
  return {
    examples: EXAMPLES,
    targets,
    outputs,
    jacobian: () => x,
    problem: { model: createModel([layer], [2]), loss: squaredError },
    batch: () => ({
      input: tensor2d(Float32Array.from(x), [EXAMPLES, 2]),
      target: tensor2d(Float32Array.from(targets), [EXAMPLES, 1]),
    }),
    paramsOf: (theta) => [tensor2d(Float32Array.from(theta), [1, 2])],
  };
}
