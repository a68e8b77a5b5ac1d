import { expect, it } from "vitest";
import { unpackNumbers } from "../../config/recording/packed";
import type { RecordingRest } from "../../config/recording/recordingFile";
import { readRecord, recordingPaths } from "./recordings";

/** The training loss that each run of a recorded preset ended at. */
function lossesOf(preset: string): Record<string, number> {
  const { runs } = readRecord<RecordingRest>(recordingPaths(preset).rest);
  return Object.fromEntries(
    runs.map(({ run, evaluations }) => [run, unpackNumbers(evaluations.trainLoss).at(-1) ?? Number.NaN]),
  );
}

it("the preset in 16 bits shows what it says: APO-P and KFAC end in bf16 no higher than in fp32", () => {
  const losses = lossesOf("sixteen-bits");
  // 0.2 % is what a recording rounds twice, and more
  for (const id of ["apo-p", "kfac"]) expect(losses[`${id}-bf16`]).toBeLessThan(1.002 * (losses[id] ?? 0));
});
