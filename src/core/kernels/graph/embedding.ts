import {
  add,
  mul,
  pad,
  reshape,
  slice,
  sum,
  type Tensor2D,
  type Tensor3D,
  transpose,
  zeros,
} from "@tensorflow/tfjs-core";
import { fused } from "../fused";
import { onGpu } from "../gpuKernels";
import { matMulTransposedA, matMulTransposedB } from "../matMul";
import type { EmbeddingShape } from "../operands/embedding";
import { embedGradOnHeap, embedOnHeap } from "../wasm/graph/embedding";
import { oneHotRows } from "./oneHotRows";

/**
 * scale · table[:, token] + positions[:, place] as rows [count·length, width]; positions [width, at least length]. Either may be null, as
 * where a tangent has no such part.
 */
export const embed: (
  tokens: Tensor2D,
  table: Tensor2D | null,
  positions: Tensor2D | null,
  shape: EmbeddingShape,
) => Tensor2D = fused(plainEmbed, { wasm: embedOnHeap, webgpu: onGpu("embedOnGpu") });

/** Gradients of the table and, where there are `places` of them, of the positions [width, places]. */
export const embedGrad: (tokens: Tensor2D, dy: Tensor2D, places: number, shape: EmbeddingShape) => Tensor2D[] = fused(
  plainGrad,
  { wasm: embedGradOnHeap, webgpu: onGpu("embedGradOnGpu") },
);

/** The gather is a product with these, and so is its adjoint. */
const chosen = (tokens: Tensor2D, vocabulary: number) => oneHotRows(reshape(tokens, [-1, 1]) as Tensor2D, vocabulary);

function plainEmbed(
  tokens: Tensor2D,
  table: Tensor2D | null,
  positions: Tensor2D | null,
  { length, width, vocabulary, scale }: EmbeddingShape,
): Tensor2D {
  const rows = table
    ? (mul(matMulTransposedB(chosen(tokens, vocabulary), table), scale) as Tensor2D)
    : (zeros([tokens.size, width]) as Tensor2D);
  if (!positions) return rows;
  const values = reshape(transpose(slice(positions, [0, 0], [width, length])), [1, length, width]) as Tensor3D;
  return reshape(add(reshape(rows, [-1, length, width]), values), [-1, width]) as Tensor2D;
}

function plainGrad(
  tokens: Tensor2D,
  dy: Tensor2D,
  places: number,
  { length, width, vocabulary, scale }: EmbeddingShape,
): Tensor2D[] {
  const tableGrad = mul(matMulTransposedA(dy, chosen(tokens, vocabulary)), scale) as Tensor2D;
  if (places === 0) return [tableGrad];
  const ofPositions = transpose(sum(reshape(dy, [-1, length, width]), 0)) as Tensor2D;
  if (places === length) return [tableGrad, ofPositions];
  return [
    tableGrad,
    pad(ofPositions, [
      [0, 0],
      [0, places - length],
    ]),
  ];
}
