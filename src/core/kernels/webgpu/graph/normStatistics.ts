import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { NormMoments } from "../../operands/norm";
import type { GpuHeap } from "../heap";
import { runList } from "../lists";

const THREADS = 64;

/** `normStatistics` (kernels/graph/batchNorm.ts) in one launch. */
export function normStatisticsOnGpu(gpu: GpuHeap, all: readonly NormMoments[]): Tensor2D[] {
  const rows = gpu.makeList<Tensor2D>(all.map(({ mean }) => [2, mean.size]));
  const segments = all.map(({ mean, variance, count }, i) => ({
    outputs: { rows: rows[i] as Tensor2D },
    inputs: { mean, variance },
    sizes: { channels: mean.size, count },
    workgroups: Math.ceil(mean.size / THREADS),
  }));
  const code = () => `fn segment(s: Segment, group: u32, thread: u32) {
  let channel = group * ${THREADS}u + thread;
  if (channel >= channels(s)) { return; }
  set_rows(s, channel, mean(s, channel));
  set_rows(s, channels(s) + channel, variance(s, channel) * (f32(count(s)) / f32(count(s) - 1u)));
}`;
  runList(gpu, { key: "normStatistics", threads: THREADS, code }, segments);
  return rows;
}
