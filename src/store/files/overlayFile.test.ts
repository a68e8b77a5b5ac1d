import { spawnSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openDocument } from "../../config/experiment/documents";
import { selectLossChart } from "../charts/chartSelectors";
import { appendRows, columnValues, EMPTY_LOG } from "../experiment/columns";
import type { ExperimentState } from "../experiment/state";
import { setUpActions } from "../testing/testActions";
import { runFile } from "./files";

const LEAST = { format: "apo-trace/1", runs: [{ columns: { step: [0, 10, 20], trainLoss: [3, null, 1] } }] };
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** A page whose race has taken two steps. */
function racing() {
  const page = setUpActions({ status: "paused", step: 2 });
  const columns = appendRows(EMPTY_LOG, { step: [0, 1], trainLoss: [5, 4] });
  page.store.setState({ runs: page.state().runs.map((run) => ({ ...run, columns })) });
  return page;
}

async function drop(
  page: ReturnType<typeof setUpActions>,
  name: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<ExperimentState> {
  const before = page.state().notices;
  page.actions.openFiles([new File([content], name)]);
  await expect.poll(() => page.state().notices).not.toBe(before);
  return page.state();
}

test("a trace with steps and losses alone lies over the race, with gaps where it has no value", async () => {
  const page = racing();
  const state = await drop(page, "mine.trace.json", bytes(LEAST));
  expect(state.notices.at(-1)?.title).toBe("mine.trace.json lies over the charts");
  expect(state).toMatchObject({ status: "paused", step: 2, overlays: [{ id: "o1", name: "mine", origin: "file" }] });
  const log = state.overlays[0]?.runs[0]?.columns;
  expect(log && columnValues(log, "trainLoss")).toEqual([3, null, 1]);
  const ghost = selectLossChart(state).series.find(({ run }) => run.startsWith("o1/"));
  expect(ghost?.points.map(({ step, y }) => [step, y])).toEqual([
    [0, 3],
    [20, 1],
  ]);
});

test("runs of other programs may have any optimizer, and of two with one name the second is numbered", async () => {
  const columns = { step: [0], trainLoss: [1] };
  const runs = [
    { optimizer: "muon", columns },
    { run: "muon", columns, anything: true },
    { optimizer: "Adam", columns },
  ];
  const { overlays } = await drop(racing(), "a.json", bytes({ ...LEAST, runs }));
  expect(overlays[0]?.runs.map(({ run, optimizer }) => [run, optimizer])).toEqual([
    ["muon", "sgd"],
    ["muon-2", "sgd"],
    ["Adam", "adam"],
  ]);
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;

test.skipIf(!hasPython)("the Python example writes such a trace", async () => {
  const { stdout, status } = spawnSync("python3", ["examples/overlay.py"], { encoding: "utf8" });
  expect(status).toBe(0);
  const { overlays } = await drop(racing(), "python.trace.json", new TextEncoder().encode(stdout));
  const [run] = overlays[0]?.runs ?? [];
  const losses = run ? columnValues(run.columns, "trainLoss") : [];
  expect(losses).toHaveLength(200);
  expect(losses.at(-1)).toBeLessThan(0.3 * (losses[0] ?? 0));
});

test.each<[string, unknown, RegExp]>([
  [
    "no losses",
    { ...LEAST, runs: [{ columns: { step: [0] } }] },
    /wrong at runs\.0\.columns\.trainLoss\. Found undefined\. .*array/,
  ],
  ["no runs", { ...LEAST, runs: [] }, /wrong at runs\. Found \[\]\. Allowed: 1 or more/],
  [
    "text",
    { ...LEAST, runs: [{ columns: { step: [0], trainLoss: ["1"] } }] },
    /runs\.0\.columns\.trainLoss\.0\. Found "1"/,
  ],
  [
    "a short column",
    { ...LEAST, runs: [{ columns: { step: [0, 1], trainLoss: [1] } }] },
    /1 values for 2 steps.*or null/,
  ],
  [
    "steps back",
    { ...LEAST, runs: [{ columns: { step: [0, 4, 4], trainLoss: [1, 1, 1] } }] },
    /in row 2 stands 4 after 4/,
  ],
  ["another format", { ...LEAST, format: "apo-trace/2" }, /Its format is "apo-trace\/2"/],
])("is refused with %s, by its place", (_, value, message) => {
  expect(() => openDocument(bytes(value), "x.json")).toThrow(message);
});

test("of our own run it is asked whether to show it or to lay it over; either is one press", async () => {
  const file = runFile({
    ...racing().state(),
    environment: { app: "1", backend: "wasm", adapter: null, runtime: "x", reason: "" },
  });
  const packed = new Uint8Array(gzipSync(file?.text ?? ""));
  const page = racing();
  const asked = await drop(page, "run.trace.json.gz", packed);
  expect(asked.notices.map(({ title, action }) => [title, action])).toEqual([
    ["run.trace.json.gz holds a run", "layOver"],
  ]);
  expect(asked).toMatchObject({ step: 2, status: "paused", overlays: [] });
  page.actions.layOver();
  await expect.poll(() => page.state().overlays.map(({ name, runs }) => [name, runs.length])).toEqual([["run", 3]]);
  expect(page.state().notices.map(({ action }) => action)).toEqual([null]);
  await drop(page, "run.trace.json.gz", packed);
  page.actions.showFile();
  await expect.poll(() => page.state().status).toBe("saved");
  expect(page.state().notices.map(({ title }) => title)).toContain("run.trace.json.gz is shown from its log");
});

test("a packed file that is cut short is refused", async () => {
  const packed = new Uint8Array(gzipSync(JSON.stringify(LEAST)).subarray(0, 40));
  const { notices } = await drop(racing(), "cut.json.gz", packed);
  expect(notices[0]?.title).toBe("cut.json.gz cannot be unpacked");
});

test("a run of 20,000 steps is written and read back to the last digit", async () => {
  const page = racing();
  const length = 20_000;
  const column = (scale: number) => Array.from({ length }, (_, step) => scale / (step + 3));
  const columns = appendRows(EMPTY_LOG, {
    step: column(1).map((_, step) => step),
    ...{ trainLoss: column(1), learningRate: column(2), seconds: column(3), objective: column(4), fsd: column(5) },
    ...{ wsd: column(6), gradientEvaluations: column(7), forwardPasses: column(8), backwardPasses: column(9) },
  });
  const runs = page.state().runs.map((run) => ({ ...run, columns }));
  const environment = { app: "1", backend: "wasm", adapter: null, runtime: "x", reason: "" } as const;
  const file = runFile({ ...page.state(), runs, environment, step: length });
  const opened = openDocument(new TextEncoder().encode(file?.text), "x.json");
  if (opened.kind !== "run") throw new Error(opened.kind);
  expect(opened.trace.runs[2]?.columns.trainLoss).toEqual(columnValues(columns, "trainLoss"));
});
