import { engine } from "@tensorflow/tfjs-core";

/** What tfjs's engine has beside its public type: each new tensor passes through `trackTensor`. */
interface Tracking {
  state: { numBytes: number };
  trackTensor(...args: unknown[]): void;
}

interface Watch {
  most: number;
}

const watches = new Set<Watch>();
let tracked: Tracking | null = null;

/** The engine, whose tensors are looked at from the first call on. */
function trackedEngine(): Tracking {
  const tfjs = engine() as unknown as Tracking;
  if (tracked === tfjs) return tfjs;
  const track = tfjs.trackTensor;
  tfjs.trackTensor = (...args) => {
    track.apply(tfjs, args);
    const bytes = tfjs.state.numBytes;
    for (const watch of watches) if (bytes > watch.most) watch.most = bytes;
  };
  tracked = tfjs;
  return tfjs;
}

/**
 * The most bytes of tensors alive at once while `work` runs, by tfjs's own account, looked at whenever a tensor is made; and those
 * alive before it.
 */
export async function withPeakBytes<T>(work: () => Promise<T>): Promise<{ result: T; before: number; most: number }> {
  const before = trackedEngine().state.numBytes;
  const watch: Watch = { most: before };
  watches.add(watch);
  try {
    const result = await work();
    return { result, before, most: watch.most };
  } finally {
    watches.delete(watch);
  }
}
