import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { TRACE_COLUMNS } from "../../config/experiment/trace";
import { briefTrace } from "./briefTrace";
import type { Recorded } from "./traceDocument";
import { trainTrace } from "./trainTrace";

/** The preset whose recorded run the page shows first. */
const RECORDED_PRESET = "lambda-fsd-jump";
/** Where its trace lies, and the digests of it, from the root of the repository. */
export const RECORDING_PATH = `public/recorded/${RECORDED_PRESET}.json`;
export const DIGESTS_PATH = "src/cli/trace/recordedDigests.json";
/** Steps that `npm test` trains again; `npm run recording -- --check` trains all. */
export const EARLY_STEPS = 150;

/** Of the first steps and of the whole, by run: SHA-256 of every number to its last bit, the seconds aside. */
export interface RecordedDigests {
  early: Record<string, string>;
  whole: Record<string, string>;
}

/** Trains the recorded preset as `npm run trace` would, on WASM like the page; `until` ends it early. */
export function trainRecorded(until?: number): Promise<Recorded> {
  const preset = PRESETS.find(({ id }) => id === RECORDED_PRESET);
  const { config } = resolveExperiment(preset?.experiment);
  return trainTrace({ config, until });
}

/** Digests by run of the rows before a step and the evaluations up to it. */
export function digestsOf({ runs }: Pick<Recorded, "runs">, steps: number): Record<string, string> {
  return Object.fromEntries(
    runs.map(({ run, columns, evaluations }) => {
      const rows = TRACE_COLUMNS.filter((name) => name !== "seconds").map((name) => columns[name].slice(0, steps));
      const measured = evaluations.step.filter((step) => step <= steps).length;
      const tests = [evaluations.trainLoss, evaluations.testLoss, evaluations.testMetric];
      const numbers = [rows, tests.map((values) => values.slice(0, measured))];
      return [run, createHash("sha256").update(JSON.stringify(numbers)).digest("hex")];
    }),
  );
}

/** The recording and its digests as texts of their files. */
export function recordedTexts(trace: Recorded): { recording: string; digests: string } {
  const digests: RecordedDigests = {
    early: digestsOf(trace, EARLY_STEPS),
    whole: digestsOf(trace, trace.config.steps),
  };
  return {
    recording: `${JSON.stringify(briefTrace(trace))}\n`,
    digests: `${JSON.stringify(digests, null, 2)}\n`,
  };
}

/** Where a run trained again parts from the recording, a sentence each; none where it is the same. */
export function differences(trained: Recorded, recorded: Pick<Recorded, "runs">): string[] {
  return briefTrace(trained).runs.flatMap(({ run, columns }) => {
    const before = recorded.runs.find((candidate) => candidate.run === run)?.columns.trainLoss ?? [];
    const step = columns.trainLoss.findIndex((loss, at) => loss !== before[at]);
    if (step < 0) return [];
    return [`${run} has the loss ${columns.trainLoss[step]} in step ${step}, recorded ${before[step] ?? "never"}`];
  });
}

/** Runs whose digest is not the one that was recorded. */
export function changedRuns(now: Record<string, string>, recorded: Record<string, string>): string[] {
  return Object.keys({ ...recorded, ...now }).filter((run) => now[run] !== recorded[run]);
}

/** A file of the repository as JSON. */
export const readRecord = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;
