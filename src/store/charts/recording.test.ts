import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { unpackNumbers } from "../../config/recording/packed";
import type { RecordingFile, RecordingRest } from "../../config/recording/recordingFile";
import { initialState } from "../experiment/initialState";
import { readLink } from "../link/readLink";
import { recordedObjective } from "./recordedObjective";
import { recordingIn, recordingOf, showsRecording } from "./recording";

const file = (id: string): RecordingFile =>
  JSON.parse(readFileSync(new URL(`../../../public/recorded/${id}.json`, import.meta.url), "utf8"));
const recording = recordingOf(file("lambda-fsd-jump"));

/** The page's state before its worker has said anything. */
function opened(search: string) {
  const { config, display } = readLink(search);
  return initialState(config, display);
}

describe("the recorded run of the first view", () => {
  it("draws each method's own name, and ends at its last loss and rate", () => {
    expect(recording.series.trainLoss.map(({ name }) => name)).toEqual(["APO-η", "APO-P", "SGDm", "Adam", "KFAC"]);
    for (const column of ["trainLoss", "learningRate"] as const)
      for (const { last, points, run } of recording.series[column]) {
        expect(last?.step).toBe(599);
        expect(last?.y).toBe(recording.logs.get(run)?.chunks.at(-1)?.[column].at(-1));
        expect(points.length).toBeLessThanOrEqual(300);
      }
  });

  it("has Q of its first run with meta-updates, as the run's own column has it", () => {
    const { objective } = recording;
    if (!objective) throw new Error("no Q is recorded");
    expect(objective.name).toBe("APO-η");
    const points = recordedObjective(objective);
    const rest: RecordingRest = JSON.parse(
      readFileSync(new URL(`../../../public/recorded/${file("lambda-fsd-jump").rest}`, import.meta.url), "utf8"),
    );
    const packed = rest.runs.find(({ run }) => run === "apo-lr")?.columns.objective;
    const own = packed ? unpackNumbers(packed) : [];
    expect(points.length).toBeGreaterThan(100);
    for (const { step, total } of points) expect(total / (own[step] ?? Number.NaN)).toBeCloseTo(1, 3);
  });

  it("tells runs of one method apart, and says which has diverged", () => {
    const { trainLoss } = recordingOf(file("divergence")).series;
    expect(trainLoss.map(({ name, variant, status }) => [name, variant, status])).toEqual([
      ["APO-P", 0, "finished"],
      ["SGDm η 0.05", 0, "finished"],
      ["SGDm η 0.5", 1, "diverged"],
      ["Adam", 0, "finished"],
    ]);
  });

  it("is that of the link's preset where the link changes neither the experiment nor the look of the charts", () => {
    for (const search of [
      "",
      "?test=1",
      "?theme=dark&views=none",
      "?utm_source=post",
      "?v=1&speed=25",
      "?backend=wasm",
    ])
      expect([search, recordingIn(search), showsRecording(opened(search), recording)]).toEqual([
        search,
        "lambda-fsd-jump",
        true,
      ]);
    expect(recordingIn("?preset=apo-loses&test=1")).toBe("apo-loses");
    for (const search of ["?task=spirals", "?task=sine", "?seed=8", "?lf=0.3", "?preset=apo-loses&k=5", "?at=20:lf=1"])
      expect([search, recordingIn(search), showsRecording(opened(search), recording)]).toEqual([search, null, false]);
    for (const search of ["?loss=test", "?x=epochs", "?off=adam", "?start=empty", "?preset=none", "?trace=a.json"])
      expect([search, recordingIn(search)]).toEqual([search, null]);
  });

  it("gives way to the page's own run: to its first row, to a look at the test loss, to another device's failure", () => {
    const state = opened("");
    const [run, ...others] = state.runs;
    if (!run) throw new Error("The first preset has no runs.");
    const columns = recording.logs.get("apo-p") ?? run.columns;
    expect(showsRecording({ ...state, runs: [{ ...run, columns }, ...others] }, recording)).toBe(false);
    expect(showsRecording({ ...state, status: "failed" }, recording)).toBe(false);
    expect(showsRecording({ ...state, display: { ...state.display, lossSplit: "test" } }, recording)).toBe(false);
    expect(showsRecording({ ...state, config: { ...state.config, backend: "cpu" } }, recording)).toBe(true);
  });
});
