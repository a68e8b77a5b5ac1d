import type { ParityPicture } from "../../config/tables/taskPicture";
import type { Split } from "./task";

/** Held-out examples that are drawn: enough to see a cloud, few enough that a picture of every run costs little. */
const PARITY_EXAMPLES = 200;

/** One output, told as it is trained. */
const PLAIN = { name: "", mean: 0, deviation: 1 };

/** Prediction against target on held-out examples: the first of the test split, whose order is the seed's. One output. */
export function examplesPicture(test: Split<Float32Array>, quantity: ParityPicture["quantity"]): ParityPicture {
  const count = Math.min(PARITY_EXAMPLES, test.count);
  return {
    kind: "parity",
    points: "examples",
    inputs: test.x.slice(0, (test.x.length / test.count) * count),
    targets: Float32Array.from(test.y.subarray(0, count)),
    openFrom: count,
    outOf: test.count,
    quantity,
  };
}

/** What a linear network answers to some vectors, against what it should. */
export function weightsPicture(
  part: Pick<ParityPicture, "points" | "inputs" | "targets"> & { openFrom?: number },
): ParityPicture {
  const count = part.targets.length;
  return { kind: "parity", openFrom: count, outOf: count, quantity: PLAIN, ...part };
}
