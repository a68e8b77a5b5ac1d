import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { type Trace, traceSchema } from "../../config/experiment/trace";
import { initialState } from "../experiment/initialState";
import { readLink } from "../link/readLink";
import { opensFirstView, RECORDING_FILE, recordingOf, showsRecording } from "./recording";

const text = readFileSync(new URL(`../../../public/${RECORDING_FILE}`, import.meta.url), "utf8");
const trace: Trace = JSON.parse(text);
const recording = recordingOf(trace);

/** The page's state before its worker has said anything. */
function opened(search: string) {
  const { config, display } = readLink(search);
  return initialState(config, display);
}

describe("the recorded run of the first view", () => {
  it("is a valid trace of the first preset with the present defaults: else make it again by npm run -s recording", () => {
    expect(traceSchema.parse(trace)).toEqual(trace);
    const { backend: _, ...config } = trace.config;
    const { backend: __, ...present } = resolveExperiment(PRESETS[0]?.experiment).config;
    expect(config).toEqual(present);
    expect(text.length).toBeLessThan(60_000);
    for (const { columns, status } of trace.runs) {
      expect(status).toBe("finished");
      expect(columns.step).toEqual(Array.from({ length: trace.config.steps }, (_, step) => step));
      expect(columns.trainLoss.every((loss) => loss !== null && loss > 0)).toBe(true);
    }
    expect(new Set(trace.runs.map(({ columns }) => columns.trainLoss[0])).size, "different starts").toBe(1);
  });

  it("draws each method's own name, and ends at its last loss", () => {
    expect(recording.series.map(({ name }) => name)).toEqual(["APO-P", "APO-η", "SGDm", "Adam", "KFAC"]);
    for (const [index, { last, points }] of recording.series.entries()) {
      expect(last?.y).toBe(trace.runs[index]?.columns.trainLoss.at(-1));
      expect(points.length).toBeLessThanOrEqual(300);
    }
  });

  it("is taken from the link only where that names no other experiment and no other look at the chart", () => {
    for (const search of ["", "?test=1", "?theme=dark&views=none", "?utm_source=post", "?v=1&speed=25"])
      expect([search, opensFirstView(search), showsRecording(opened(search), recording)]).toEqual([search, true, true]);
    for (const search of ["?task=spirals", "?task=sine", "?seed=8", "?lf=0.3", "?preset=apo-loses", "?at=20:lf=1"])
      expect([search, opensFirstView(search), showsRecording(opened(search), recording)]).toEqual([
        search,
        false,
        false,
      ]);
    for (const search of ["?loss=test", "?x=epochs", "?off=adam", "?embed=1"])
      expect([search, opensFirstView(search)]).toEqual([search, false]);
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
