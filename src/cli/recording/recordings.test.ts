import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isGridRun } from "../../config/experiment/learningRateGrid";
import { PRESETS } from "../../config/experiment/presets";
import { RECORDED_IDS } from "../../config/experiment/recordedIds";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { unpackNumbers } from "../../config/recording/packed";
import type { RecordingFile, RecordingRest } from "../../config/recording/recordingFile";
import { recordingSchema } from "../../config/recording/recordingSchema";
import { outlineOf } from "../../core/estimate/outline";
import { CREATE_TASK } from "../../core/tasks/registry";
import { runName } from "../../store/words/runName";
import { readPublicFile } from "../readPublicFile";
import { PICTURES_PATH, type Picture, pictureDifferences, trainPictured } from "../trace/pictures";
import type { Recorded } from "../trace/traceDocument";
import {
  changedRuns,
  DIGESTS_PATH,
  type DigestsFile,
  differences,
  digestsOf,
  earlyRuns,
  earlySteps,
  isHeldToTheBit,
  readRecord,
  recordingPaths,
} from "./recordings";
import { presetOf, trainPreset } from "./recordPreset";

const digests = readRecord<DigestsFile>(DIGESTS_PATH);
const firstOf = (id: string) => readRecord<RecordingFile>(recordingPaths(id).first);
const restOf = (id: string) => readRecord<RecordingRest>(recordingPaths(id).rest);

/** Of CIFAR-100 the images are the reader's; ten runs of WRN-28 are kept in docs/runs/wrn28.json. */
const UNRECORDED = ["wrn28", "cifar100"];

const DEFAULT = "lambda-fsd-jump";
/** The first steps of what the page shows first, trained once for all tests here. */
const trained: Promise<Recorded> = trainPreset(presetOf(DEFAULT), { until: earlySteps(DEFAULT) });

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

describe("the recordings", () => {
  it("are there for every preset, of its present settings, and small", () => {
    expect([...RECORDED_IDS]).toEqual(PRESETS.map(({ id }) => id).filter((id) => !UNRECORDED.includes(id)));
    for (const id of RECORDED_IDS) {
      const { experiment } = presetOf(id);
      const first = firstOf(id);
      const { backend: _, ...config } = resolveExperiment(experiment).config;
      expect({ ...first.config, backend: "wasm" }, `${id}: npm run -s recording -- ${id}`).toEqual({
        ...config,
        backend: "wasm",
      });
      const race = first.runs.filter(({ run }) => !isGridRun(run));
      expect(race.map(({ name }) => name)).toEqual(config.optimizers.map(({ run }) => runName(config.optimizers, run)));
      const sizes = Object.values(recordingPaths(id)).map((path) => gzipSync(readFileSync(path), { level: 9 }).length);
      expect(sizes[0], `${id}: first file, bytes of gzip`).toBeLessThan(20_000);
      expect((sizes[0] ?? 0) + (sizes[1] ?? 0), `${id}: both files, bytes of gzip`).toBeLessThan(200_000);
    }
  });

  it("fit the schema that ships", () => {
    for (const id of RECORDED_IDS)
      for (const path of Object.values(recordingPaths(id)))
        expect(recordingSchema.safeParse(readRecord(path)).error, path).toBeUndefined();
    expect(recordingSchema.safeParse({ ...firstOf(DEFAULT), figure: null }).success).toBe(false);
  });

  it("tell their networks node by node, as the page does before they train", async () => {
    await trained; // the backend is there, which decides what of a wide layer is learned
    for (const id of RECORDED_IDS) {
      const { config } = resolveExperiment(presetOf(id).experiment);
      if (config.task === "given") throw new Error("No preset has a problem of its own.");
      const io = { readFile: readPublicFile, report: () => {} };
      const task = await CREATE_TASK[config.task](config.seed, config.taskOptions, io);
      expect(restOf(id).outline, id).toEqual(JSON.parse(JSON.stringify(outlineOf(task))));
    }
  });

  it("hold all columns of every run, its evaluations, spectra and predictions", () => {
    for (const id of RECORDED_IDS) {
      const [first, rest] = [firstOf(id), restOf(id)];
      expect(rest.runs.map(({ run }) => run)).toEqual(first.runs.map(({ run }) => run));
      for (const [index, { columns, evaluations, spectra, predictions }] of rest.runs.entries()) {
        const steps = unpackNumbers(
          first.runs[index]?.columns.trainLoss ?? { scale: "log", unit: 1, digits: [] },
        ).length;
        for (const [name, packed] of Object.entries(columns))
          expect([id, name, unpackNumbers(packed).length]).toEqual([id, name, steps]);
        expect(Object.keys(columns)).toEqual(expect.arrayContaining(["gradientEvaluations", "forwardPasses"]));
        expect(unpackNumbers(evaluations.testLoss)).toHaveLength(evaluations.step.length);
        expect(spectra.step.length).toBeGreaterThan(0);
        expect(spectra.layers.length).toBeGreaterThan(0);
        expect(predictions.step.length).toBeGreaterThan(0);
        expect(unpackNumbers(predictions.values).length % predictions.step.length).toBe(0);
      }
    }
  });

  it.each(RECORDED_IDS)(
    "%s is trained again in its first steps, on small networks to the last bit: else npm run -s recording",
    async (id) => {
      const steps = earlySteps(id);
      const runs = earlyRuns(id);
      // evaluations and spectra of the others take a hundred times as long as their step
      const early = { until: steps, rowsOnly: !isHeldToTheBit(id), runs };
      const now = id === DEFAULT ? await trained : await trainPreset(presetOf(id), early);
      expect(now.runs.every(({ columns }) => columns.trainLoss.length > 0 && columns.trainLoss.length <= steps)).toBe(
        true,
      );
      expect(differences(now, firstOf(id))).toEqual([]);
      if (isHeldToTheBit(id)) expect(changedRuns(digestsOf(now, steps), digests[id]?.early)).toEqual([]);
      if (!runs) return;
      // and of the runs that are not trained again the first loss is that of the one of their precision
      expect(steps).toBe(1);
      const { optimizers } = resolveExperiment(presetOf(id).experiment).config;
      const precisionOf = (name: string) => optimizers.find(({ run }) => run === name)?.hyperparams.precision;
      const recorded = firstOf(id).runs.filter(({ run }) => !isGridRun(run));
      for (const { run, columns } of recorded) {
        const same = recorded.find((one) => runs.includes(one.run) && precisionOf(one.run) === precisionOf(run));
        expect(unpackNumbers(columns.trainLoss)[0], run).toBe(
          unpackNumbers(same?.columns.trainLoss ?? columns.trainLoss)[0],
        );
        expect(same, run).toBeDefined();
      }
    },
  );

  it("are not the same where one bit of one loss is another, and a sentence says where the losses part", async () => {
    const now = await trained;
    const changed = offByOneBit(now, "apo-p", 127);
    expect(differences(changed, firstOf(DEFAULT))).toEqual([]); // what is drawn does not show it
    expect(changedRuns(digestsOf(changed, earlySteps(DEFAULT)), digests[DEFAULT]?.early)).toEqual(["apo-p"]);
    const [run] = now.runs;
    if (!run) throw new Error("It has no runs.");
    const off = { ...run, columns: { ...run.columns, trainLoss: run.columns.trainLoss.with(53, 0.0886) } };
    expect(differences({ runs: [off] }, firstOf(DEFAULT))).toEqual([
      "apo-lr has the loss 0.08860 in step 53, recorded 0.08996",
    ]);
  });

  it("end at the loss that the command line ends at", () => {
    const [packed] = firstOf(DEFAULT).runs.map(({ columns }) => unpackNumbers(columns.trainLoss));
    expect(Math.abs((packed?.at(-1) ?? 0) / 0.0054935 - 1)).toBeLessThan(2e-4);
  });
});

/** As the page writes it: 0.01234, 1.234e-4. */
const digits = (value: number) => (value < 1e-3 ? value.toExponential(3) : value.toPrecision(4));

const STEPS: Record<string, number> = { sine: 150, cifar10: 2 };

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
