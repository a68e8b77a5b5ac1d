import { matricesOf } from "../../nn/graph/matrices";
import type { NodeSpec } from "../../nn/layerSpec";
import { type Stream, stream } from "../../random";

/** A norm starts as the identity: scale 1, shift 0. */
const identity = (rows: number): Float32Array => Float32Array.from({ length: 2 * rows }, (_, at) => 1 - (at % 2));

/** Normal with this standard deviation, biases 0 in what columns there are beyond `fanIn`. */
function normal(draws: Stream, [rows, columns]: readonly [number, number], fanIn: number, deviation: number) {
  return Float32Array.from({ length: rows * columns }, (_, at) =>
    at % columns < fanIn ? deviation * draws.normal() : 0,
  );
}

/**
 * Starting weights of a Transformer's nodes, a matrix each. Dense layers and attention: normal with √(2/fan-in) before ReLU, √(1/fan-in)
 * before nothing. Embeddings and positions: 1/√width, so that the tied output starts with scores of variance 1.
 */
export function transformerParams(seed: number, nodes: readonly NodeSpec[]): Float32Array[] {
  return nodes
    .flatMap((spec) => matricesOf(spec).map(({ shape, fanIn }) => ({ spec, shape, fanIn })))
    .map(({ spec, shape, fanIn }, index) => {
      if (spec.kind === "layerNorm") return identity(shape[0]);
      const draws = stream(seed, "initialParams", index);
      if (spec.kind === "embedding") return normal(draws, shape, shape[1], 1 / Math.sqrt(spec.width));
      return normal(draws, shape, fanIn, Math.sqrt((spec.activation === "relu" ? 2 : 1) / fanIn));
    });
}
