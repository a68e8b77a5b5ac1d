import type { RunEnd } from "../formulas/runEnd";
import type { Hyperparams } from "../tables/hyperparams";

/** A tensor as it is stored: its values to the bit, row-major. */
export interface StoredTensor {
  shape: readonly number[];
  dtype: "float32" | "int32" | "bool";
  values: Float32Array | Int32Array | Uint8Array;
}

/** A tree of tensors and plain values; in `tree` each tensor is `{ $tensor: place in tensors }`, one that stands twice the same. */
export interface StoredTree {
  tree: unknown;
  tensors: readonly StoredTensor[];
}

/** One run between two steps, all that its next step depends on. */
export interface RunCheckpoint {
  run: string;
  /** Weights, and the optimizer's state. */
  state: StoredTree;
  hyperparams: Hyperparams;
  counts: {
    steps: number;
    metaSteps: number;
    seconds: number;
    gradientEvaluations: number;
    forwardPasses: number;
  };
  /** What divergence is told by. */
  watch: {
    firstLoss: number | null;
    lastFinite: { loss: number; step: number } | null;
    divergence: string | null;
    exception: string | null;
    /** Absent in one of before there was any. */
    end?: RunEnd | null;
  };
}

/** A race between two steps: from it and the config the next steps follow, on the same backend to the bit. */
export interface RaceCheckpoint {
  /** Lockstep steps completed. */
  step: number;
  runs: readonly RunCheckpoint[];
}

/** Bytes of the tensors in a checkpoint. */
export function checkpointBytes({ runs }: RaceCheckpoint): number {
  return runs.reduce(
    (sum, { state }) => state.tensors.reduce((bytes, { values }) => bytes + values.byteLength, sum),
    0,
  );
}

/** The buffers of a checkpoint, each once, to be moved with a message rather than copied. */
export function checkpointBuffers({ runs }: RaceCheckpoint): ArrayBuffer[] {
  return runs.flatMap(({ state }) => state.tensors.map(({ values }) => values.buffer as ArrayBuffer));
}
