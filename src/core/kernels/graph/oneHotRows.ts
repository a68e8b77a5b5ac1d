import { abs, minimum, scalar, sub, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";

/** Rows with a 1 at their token, [rows, vocabulary], from tokens [rows, 1]. */
export function oneHotRows(tokens: Tensor2D, vocabulary: number): Tensor2D {
  const places = tensor2d(
    Float32Array.from({ length: vocabulary }, (_, i) => i),
    [1, vocabulary],
  );
  return sub(scalar(1), minimum(abs(sub(tokens, places)), scalar(1)));
}
