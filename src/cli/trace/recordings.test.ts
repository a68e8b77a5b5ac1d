import { describe, expect, it } from "vitest";
import type { Trace } from "../../config/experiment/trace";
import { PICTURES_PATH, type Picture, pictureDifferences, trainPictured } from "./pictures";
import {
  changedRuns,
  DIGESTS_PATH,
  differences,
  digestsOf,
  EARLY_STEPS,
  RECORDING_PATH,
  type RecordedDigests,
  readRecord,
  trainRecorded,
} from "./recordings";
import type { Recorded } from "./traceDocument";

/** The first steps of what the page shows first, trained once for all tests here. */
const trained: Promise<Recorded> = trainRecorded(EARLY_STEPS);
const recording = readRecord<Trace>(RECORDING_PATH) as unknown as Recorded;
const digests = readRecord<RecordedDigests>(DIGESTS_PATH);

/** The same run with one of its losses off by the last bit. */
function offByOneBit(trace: Recorded, run: string, step: number): Recorded {
  const bits = new Float32Array([trace.runs.find((one) => one.run === run)?.columns.trainLoss[step] ?? 0]);
  const words = new Uint32Array(bits.buffer);
  words[0] = (words[0] ?? 0) ^ 1;
  const runs = trace.runs.map((one) =>
    one.run === run
      ? { ...one, columns: { ...one.columns, trainLoss: one.columns.trainLoss.with(step, bits[0] as number) } }
      : one,
  );
  return { ...trace, runs };
}

describe("what was recorded for the first view", () => {
  it("is trained again to the last bit in its first 150 steps: else record anew by npm run -s recording", async () => {
    const now = await trained;
    expect(now.runs.map(({ columns }) => columns.trainLoss.length)).toEqual([150, 150, 150, 150, 150]);
    expect(differences(now, recording)).toEqual([]);
    expect(changedRuns(digestsOf(now, EARLY_STEPS), digests.early)).toEqual([]);
  });

  it("is not the same where one bit of one loss is another, and a sentence says where the digits part", async () => {
    const now = await trained;
    const changed = offByOneBit(now, "apo-p", 127);
    expect(differences(changed, recording)).toEqual([]); // four digits do not see it
    expect(changedRuns(digestsOf(changed, EARLY_STEPS), digests.early)).toEqual(["apo-p"]);
    const other = { ...recording, runs: recording.runs.map((run) => ({ ...run, columns: { ...run.columns } })) };
    const [first] = other.runs;
    if (first) first.columns.trainLoss = first.columns.trainLoss.with(53, 0.08846);
    expect(differences(now, other)).toEqual(["apo-p has the loss 0.08845 in step 53, recorded 0.08846"]);
  });

  it("ends at the loss that the command line ends at", () => {
    const ends = recording.runs.map(({ run, columns }) => [run, columns.trainLoss.at(-1)]);
    expect(ends[0]).toEqual(["apo-p", 0.008122]);
  });
});

/** As the page writes it: 0.01234, 1.234e-4. */
const digits = (value: number) => (value < 1e-3 ? value.toExponential(3) : value.toPrecision(4));

const STEPS: Record<string, number> = { sine: EARLY_STEPS, cifar10: 2 };

describe("the pictures of docs/", () => {
  const pictures = readRecord<Picture[]>(PICTURES_PATH);

  it.each(pictures)(
    "$name shows losses that are trained now, to the last bit: else npm run screenshots",
    async (picture) => {
      const now = picture.name === "sine" ? await trained : await trainPictured(picture, STEPS[picture.name] ?? 0);
      expect(now.runs.map(({ run }) => run)).toEqual(picture.runs.map(({ run }) => run));
      expect(pictureDifferences(picture, now)).toEqual([]);
      // the table on the picture says the same, to its four digits
      for (const { row, evaluation } of picture.runs) expect(row.join(" ")).toContain(digits(evaluation.trainLoss));
      const [run] = picture.runs;
      expect(pictureDifferences(picture, offByOneBit(now, run?.run ?? "", 1))).toHaveLength(1);
    },
  );
});
