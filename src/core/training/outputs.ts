import { tidy } from "@tensorflow/tfjs-core";
import type { Problem } from "../optimizers/optimizer";
import type { Split } from "../tasks/task";
import { inputRows } from "./rows";
import type { Trained } from "./runningAverages";

const CHUNK = 250;

/** Outputs of the network on some examples, row-major [rows, out] or of sequences [rows·length, out], chunk by chunk; `betweenChunks` is awaited before each. */
export async function outputsFor(
  { model }: Problem,
  { params, averages }: Trained,
  split: Split,
  inputShape: readonly number[],
  rows: ArrayLike<number>,
  betweenChunks?: () => Promise<void>,
): Promise<Float32Array> {
  const chunks: Float32Array[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) {
    await betweenChunks?.();
    const chunk = Array.from(rows).slice(start, start + CHUNK);
    const outputs = tidy(() => model.forward(params, inputRows(split, chunk, inputShape), averages, "outputs").outputs);
    chunks.push(Float32Array.from(await outputs.data()));
    outputs.dispose();
  }
  const all = new Float32Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}
