import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { POSTER_PRESETS } from "../../config/experiment/presets/posterPresets";
import { TRACE_COLUMNS } from "../../config/experiment/trace";
import { unpackNumbers } from "../../config/recording/packed";
import type { RecordingFile } from "../../config/recording/recordingFile";
import type { Recorded } from "../trace/traceDocument";
import type { RecordedPreset } from "./recordPreset";

/** Where the recordings lie, and the digests of their numbers, from the root of the repository. */
const FOLDER = "public/recorded";
export const DIGESTS_PATH = "src/cli/recording/recordedDigests.json";

/** Files of a preset's recording, the first and the rest. */
export const recordingPaths = (preset: string) => ({
  first: `${FOLDER}/${preset}.json`,
  rest: `${FOLDER}/${preset}.rest.json`,
});

/** Steps of a preset that `npm test` trains again; `npm run recording -- --check` trains all. Photographs and texts take long. */
export const earlySteps = (preset: string): number => EARLY[preset] ?? 40;
const EARLY: Record<string, number> = {
  "lambda-fsd-jump": 150,
  cifar10: 2,
  alexnet: 2,
  vgg16: 1,
  resnet18: 1,
  "sixteen-bits": 1,
  transformer: 2,
};

/**
 * The runs of a preset that `npm test` trains again; null: all. Of one whose first loss alone is trained again one of each precision, as
 * that loss is the same for all methods.
 */
export const earlyRuns = (preset: string): readonly string[] | null => EARLY_RUNS[preset] ?? null;
const EARLY_RUNS: Record<string, readonly string[]> = {
  vgg16: ["sgdm"],
  resnet18: ["sgdm"],
  "sixteen-bits": ["sgdm", "sgdm-bf16"],
};

/** The poster's networks, whose kernels may come to add up in another order: their first losses are held to what a recording shows of them. */
const NEARLY: readonly string[] = POSTER_PRESETS.map(({ id }) => id).filter((id) => id !== "cifar10");
export const isHeldToTheBit = (preset: string): boolean => !NEARLY.includes(preset);

/** Of the first steps and of the whole, by run: SHA-256 of every number to its last bit, the seconds aside. */
interface RecordedDigests {
  early: Record<string, string>;
  whole: Record<string, string>;
}

/** The digests of every recorded preset. */
export type DigestsFile = Record<string, RecordedDigests>;

/** Digests by run of the rows before a step and the evaluations up to it. */
export function digestsOf({ runs }: Pick<Recorded, "runs">, steps: number): Record<string, string> {
  return Object.fromEntries(
    runs.map(({ run, columns, evaluations }) => {
      const rows = TRACE_COLUMNS.filter((name) => name !== "seconds").map((name) => columns[name].slice(0, steps));
      // one more is measured where a race ends early
      const measured = evaluations.step.filter((step) => step < steps).length;
      const tests = [evaluations.trainLoss, evaluations.testLoss, evaluations.testMetric];
      const numbers = [rows, tests.map((values) => values.slice(0, measured))];
      return [run, createHash("sha256").update(JSON.stringify(numbers)).digest("hex")];
    }),
  );
}

/** A recorded preset as the texts of its files, and its digests. */
export function recordedTexts(preset: string, { trace, first, rest }: RecordedPreset) {
  const early = digestsOf(trace, earlySteps(preset));
  const digests: RecordedDigests = { early, whole: digestsOf(trace, trace.config.steps + 1) };
  return { first: `${JSON.stringify(first)}\n`, rest: `${JSON.stringify(rest)}\n`, digests };
}

/** Of a packed loss. */
const BOUND = 1.0001e-4;

/** Where a run trained again is further from the recording than that is rounded, a sentence each; none where it is not. */
export function differences(trained: Pick<Recorded, "runs">, recorded: Pick<RecordingFile, "runs">): string[] {
  return trained.runs.flatMap(({ run, columns }) => {
    const packed = recorded.runs.find((candidate) => candidate.run === run)?.columns.trainLoss;
    const before = packed ? unpackNumbers(packed) : [];
    const step = columns.trainLoss.findIndex((loss, at) => {
      const recordedLoss = before[at] ?? null;
      if (loss === null || recordedLoss === null) return loss !== recordedLoss;
      return Math.abs(recordedLoss - loss) > BOUND * loss;
    });
    if (step < 0) return [];
    const said = before[step]?.toPrecision(4) ?? "never";
    return [`${run} has the loss ${columns.trainLoss[step]?.toPrecision(4)} in step ${step}, recorded ${said}`];
  });
}

/** Runs whose digest is not the one that was recorded. */
export function changedRuns(now: Record<string, string>, recorded: Record<string, string> = {}): string[] {
  return Object.keys({ ...recorded, ...now }).filter((run) => now[run] !== recorded[run]);
}

/** A file of the repository as JSON. */
export const readRecord = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;
