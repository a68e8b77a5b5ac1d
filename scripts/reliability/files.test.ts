import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect } from "vitest";
import { experimentDocument } from "../../src/config/experiment/documents";
import { ConfigError } from "../../src/config/experiment/notes";
import { TRACE_COLUMNS, type Trace } from "../../src/config/experiment/trace";
import { CHART_IDS } from "../../src/config/tables/views";
import { selectLossChart } from "../../src/store/charts/chartSelectors";
import { selectComparison } from "../../src/store/comparison/comparisonSelectors";
import { openFile } from "../../src/store/files/files";
import { traceOf } from "../../src/store/files/runFile";
import { readScenes } from "../../src/store/scenes/readScenes";
import { chartCsv } from "../../src/store/take/chartTable";
import { testConfig, testState } from "../../src/store/testing/testState";
import { fuzz } from "./fuzz";
import { changed, type Draws, damagedBytes, NO_WORDS } from "./hostile";

const column = (length: number, scale: number) =>
  Array.from({ length }, (_, row) => (row % 5 === 4 ? null : scale / (row + 1)));

/** A run of two methods, five steps long, with a move, evaluations, spectra and shapes. */
const TRACE: Trace = {
  format: "apo-trace/1",
  config: {
    ...testConfig(["apo-p", "sgdm"]),
    steps: 5,
    taskOptions: {},
    interventions: [{ step: 2, run: "apo-p", name: "lambdaFsd", value: 2 }],
  },
  environment: { app: "1.0.0", backend: "wasm", adapter: null, runtime: "node" },
  interventions: [{ run: "apo-p", name: "lambdaFsd", step: 2, from: 1, value: 2, gesture: 1, effect: null }],
  runs: (["apo-p", "sgdm"] as const).map((run, at) => ({
    run,
    optimizer: run,
    status: "finished",
    columns: Object.fromEntries(
      TRACE_COLUMNS.map((name) => [name, name === "step" ? [0, 1, 2, 3, 4] : column(5, at + 1)]),
    ) as Trace["runs"][number]["columns"],
    evaluations: { step: [0, 4], trainLoss: [1, 0.5], testLoss: [1, 0.6], testMetric: [1, 0.6] },
    spectra: [
      {
        step: 5,
        layers: [{ name: "dense1", method: "quadrature", eigenvalues: [0.1, 0.2], weights: [0.5, 0.5], dimension: 9 }],
      },
    ],
    layers: [{ name: "dense1", shape: [3, 3] }],
  })),
};

/** The least that another program writes. */
const FOREIGN = {
  format: "apo-trace/1",
  runs: [{ run: "theirs", columns: { step: [0, 1, 2], trainLoss: [3, 2, 1] } }],
};

const CONFIG: unknown = JSON.parse(experimentDocument(testConfig(["apo-p", "kfac"]), "1.0.0"));
const KINDS = [TRACE, TRACE, FOREIGN, CONFIG, (CONFIG as { config: unknown }).config];

const drawFile = (draws: Draws): Uint8Array<ArrayBuffer> => {
  const value = draws.chance(0.9) ? changed(draws.pick(KINDS), draws) : draws.pick(KINDS);
  return damagedBytes(JSON.stringify(value) ?? "", draws);
};

/** A spreadsheet takes a cell that begins so, and is no number, for a formula. */
const isFormula = (cell: string) => /^[=+\-@\t\r]/.test(cell) && !Number.isFinite(Number(cell));
const formulasIn = (csv: string) => Papa.parse<string[]>(csv).data.flat().filter(isFormula);

const expectWords = (notes: readonly { title: string; detail: string; remedy: string }[]) => {
  expect(notes.length).toBeGreaterThan(0);
  for (const { title, detail, remedy } of notes) {
    expect(`${title} ${detail} ${remedy}`).not.toMatch(NO_WORDS);
    expect(remedy).not.toBe("");
  }
};

fuzz(
  "files",
  "hostile traces and configs are shown, laid over, or refused with a reason; what is shown can be saved",
  drawFile,
  async (bytes) => {
    const opened = await openFile(bytes, { name: "t.json", size: bytes.length });
    if (opened.kind === "refused") expectWords(opened.notes);
    else if (opened.kind === "run") {
      const state = opened.show(testState());
      expect(selectLossChart(state).series.length).toBeGreaterThan(0);
      selectComparison(state);
      opened.overlay(testState());
      traceOf(state);
      for (const chart of CHART_IDS) expect(formulasIn(chartCsv(state, chart) ?? "")).toEqual([]);
    } else if (opened.kind === "foreign") opened.overlay(testState());
  },
);

const SCENES: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../public/scenes/apo-in-ten-minutes.json"), "utf8"),
);

fuzz(
  "scenes",
  "hostile talks are read, or refused with a reason",
  (draws) => damagedBytes(JSON.stringify(changed(SCENES, draws)) ?? "", draws),
  (bytes) => {
    try {
      expect(readScenes(bytes, "talk.json").scenes.length).toBeGreaterThan(0);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      expectWords(error.notes);
    }
  },
);
