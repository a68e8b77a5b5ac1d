import { tensor2d } from "@tensorflow/tfjs-core";
import type { Point } from "../../config/tables/landscape";
import { createModel } from "../nn/chain";
import { squaredError } from "../nn/losses";
import { stream } from "../random";
import type { Landscape } from "./landscape";

const EXAMPLES = 24;
/** The examples are drawn around 1.5·tanh(1.2x). */
const TRUTH: Point = [1.2, 1.5];
const NOISE = 0.1;
/** x runs from −REACH to REACH. */
const REACH = 2;

/** f(x) = w₂·tanh(w₁x): two dense layers of one unit, without biases. */
export function twoWeights(): Landscape {
  const x = Float64Array.from({ length: EXAMPLES }, (_, n) => REACH * ((2 * n) / (EXAMPLES - 1) - 1));
  const outputs = ([first, second]: Point) => x.map((value) => second * Math.tanh(first * value));
  const { normal } = stream(7, "landscape/two-weights");
  const targets = outputs(TRUTH).map((value) => value + NOISE * normal());
  const layer = { kind: "dense", inputs: 1, outputs: 1, bias: false } as const;
  const layers = [
    { ...layer, activation: "tanh" },
    { ...layer, activation: "linear" },
  ] as const;
  return {
    examples: EXAMPLES,
    targets,
    outputs,
    jacobian([first, second]) {
      const slopes = new Float64Array(2 * EXAMPLES);
      x.forEach((value, n) => {
        const hidden = Math.tanh(first * value);
        slopes[2 * n] = second * (1 - hidden * hidden) * value;
        slopes[2 * n + 1] = hidden;
      });
      return slopes;
    },
    problem: { model: createModel(layers, [1]), loss: squaredError },
    batch: () => ({
      input: tensor2d(Float32Array.from(x), [EXAMPLES, 1]),
      target: tensor2d(Float32Array.from(targets), [EXAMPLES, 1]),
    }),
    paramsOf: (theta) => theta.map((weight) => tensor2d([weight], [1, 1])),
  };
}
