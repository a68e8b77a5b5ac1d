import { tidy } from "@tensorflow/tfjs-core";

/** Runs `work` in an engine scope of its own: at its end every tensor it made is disposed, but for those in its result. */
export const scoped = <T>(work: () => T): T => tidy(work as () => never) as T;
