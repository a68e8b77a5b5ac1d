import { type Tensor, tensor } from "@tensorflow/tfjs-core";
import { fused } from "./fused";

/** Puts every value of a tensor in its place, row-major. */
type Write = (values: Float32Array) => void;

/**
 * A new float32 tensor of values that `write` puts in place; it makes no tensor itself. On WASM they are written where they stay: images of
 * an evaluation, 250 at a time, are 3 MB each time that would wait beside them for the collector.
 */
export const filled = fused(
  (shape: readonly number[], write: Write): Tensor => {
    const values = new Float32Array(shape.reduce((product, length) => product * length, 1));
    write(values);
    return tensor(values, [...shape]);
  },
  {
    wasm(heap, shape, write) {
      const made = heap.make(shape);
      write(heap.viewOf(made));
      return made;
    },
  },
);
