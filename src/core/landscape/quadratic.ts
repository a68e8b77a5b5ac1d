import { tensor2d } from "@tensorflow/tfjs-core";
import type { Point } from "../../config/tables/landscape";
import { createModel } from "../nn/chain";
import { squaredError } from "../nn/losses";
import type { Landscape } from "./landscape";

/** Curvature across and along the valley: condition number 30. */
const CURVATURES = [3, 0.1] as const;
/** Of the steep direction, from the first axis. */
const ANGLE = Math.PI / 3;
const MINIMUM: Point = [1.5, -0.5];
const EXAMPLES = 12;

/** Inputs on an ellipse, so that E[xxᵀ] is R diag(3, 0.1) Rᵀ exactly: evenly spaced angles have E[cos²] = ½, E[cos·sin] = 0. */
function inputs(): Float64Array {
  const x = new Float64Array(2 * EXAMPLES);
  const [cos, sin] = [Math.cos(ANGLE), Math.sin(ANGLE)];
  for (let n = 0; n < EXAMPLES; n++) {
    const phase = (2 * Math.PI * n) / EXAMPLES;
    const across = Math.sqrt(2 * CURVATURES[0]) * Math.cos(phase);
    const along = Math.sqrt(2 * CURVATURES[1]) * Math.sin(phase);
    x[2 * n] = cos * across - sin * along;
    x[2 * n + 1] = sin * across + cos * along;
  }
  return x;
}

/** J(w) = ½(w − w*)ᵀ E[xxᵀ] (w − w*), with w* = (1.5, −0.5) and no noise: one dense layer without bias. */
export function quadratic(): Landscape {
  const x = inputs();
  const outputs = ([a, b]: Point) =>
    Float64Array.from({ length: EXAMPLES }, (_, n) => a * (x[2 * n] as number) + b * (x[2 * n + 1] as number));
  const targets = outputs(MINIMUM);
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
