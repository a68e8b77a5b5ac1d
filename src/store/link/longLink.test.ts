import { describe, expect, it } from "vitest";
import type { CsvSummary } from "../../config/experiment/csv";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { tellShortened } from "../actions/tellShortened";
import { initialState } from "../experiment/initialState";
import type { ExperimentState } from "../experiment/state";
import { experimentFile } from "../files/files";
import { isShortened, LINK_LIMIT, linkOf } from "./linkSelectors";
import { readLink } from "./readLink";

/** 100 columns of 21 letters, which take 9 characters each in a link. */
const NAMES = Array.from({ length: 100 }, (_, i) => `測定値の平均と標準偏差および最大値の列番号${i}`);
const TARGET = NAMES.at(-1) as string;
const USUAL = NAMES.slice(0, -1);

/** A table of such columns, read in the page. */
const summary = (names: readonly string[], file = "t.csv"): CsvSummary => ({
  ...{ file, rows: 40, delimiter: ",", numbers: { decimal: ".", between: [], doubt: null } },
  columns: names.map((name) => ({ name, kind: "number", missing: 0, place: null })),
});

function csvState(inputs: string[] | null, names: readonly string[] = NAMES, file = "t.csv"): ExperimentState {
  const csv = { file, target: names.at(-1) as string, inputs };
  const state = initialState(resolveExperiment({ version: 1, task: "csv", csv }).config);
  return {
    ...state,
    csv: { ...state.csv, file: { ...summary(names, file), source: { id: "f1", name: file, bytes: new Blob() } } },
  };
}

const but = (...left: number[]) => USUAL.filter((_, i) => !left.includes(i));

describe("the columns of a table", () => {
  it("are named by what is left out where that is shorter", () => {
    const { link, parts } = linkOf(csvState(but(3)));
    expect(link.length).toBeLessThan(700); // 19,074 where the other 98 are named
    expect(parts).toEqual([]);
    const { config, notes } = readLink(link);
    expect(notes).toEqual([]);
    expect(config.csv).toEqual({ file: "t.csv", target: TARGET, inputs: null, without: [NAMES[3]] });
    // before the file is chosen again the link stays what it is
    expect(linkOf(initialState(config)).link).toBe(link);
  });

  it("are named by what is kept where that is shorter, and where it is more than usual", () => {
    const one = linkOf(csvState([NAMES[5] as string]));
    expect(readLink(one.link).config.csv).toEqual({ file: "t.csv", target: TARGET, inputs: [NAMES[5]] });
    const sparse = csvState(["a", "b"], ["a", "b", "c", "d", "y"]);
    const file = sparse.csv.file;
    if (!file) throw new Error("no file");
    const columns = file.columns.map((column) => ({ ...column, missing: column.name === "b" ? 39 : 0 }));
    expect(linkOf({ ...sparse, csv: { file: { ...file, columns } } }).link).toContain("inputs=a,b");
    expect(linkOf({ ...sparse, csv: { file: null } }).link).toContain("inputs=a,b");
  });

  it("are left out of the link where neither fits, told, and in the file", () => {
    const inputs = but(...Array.from({ length: 40 }, (_, i) => i));
    const state = csvState(inputs);
    const written = linkOf(state);
    expect(written).toMatchObject({ parts: ["without"], leftOut: 0 });
    expect(readLink(written.link).config.csv).toEqual({ file: "t.csv", target: TARGET, inputs: null });
    expect(isShortened(written)).toBe(true);
    const { notices } = tellShortened(state, written);
    expect(notices).toMatchObject([{ title: "The link is shortened", action: "saveExperiment" }]);
    expect(notices[0]?.detail).toBe("It has no room for the choice of inputs. A reload or a copy has other numbers.");
    expect(JSON.parse(experimentFile(state).text).config.csv.inputs).toEqual(inputs);
  });
});

describe("whatever makes a link long, it stays within one limit, reads back without a notice, and what it lacks is told", () => {
  const RUNS = Array.from({ length: 32 }, (_, i) => ({
    ...{ id: "natural-gradient", run: `${"a-name-as-long-as-names-may-be-"}${i}`.padEnd(40, "z") },
    hyperparams: { learningRate: 0.01 + i / 1000, lambdaWsd: 0.1 + i / 7, solverTolerance: 0.001 + i / 999 },
  }));
  const moves = Array.from({ length: 500 }, (_, i) => ({
    ...{ step: 1 + 9 * i, run: RUNS[i % 32]?.run ?? "", name: "lambdaWsd" as const },
    ...{ from: 1, value: 1 + i / 7, gesture: 1 + i },
  }));
  const race = (config: object = {}): ExperimentState =>
    initialState(resolveExperiment({ version: 1, task: "sine", steps: 9999, optimizers: RUNS, ...config }).config);
  const everything = race({
    ...{ seed: 4294967295, batchSize: 4096, scheduleSteps: 999, backend: "wasm", task: "mnist-autoencoder" },
    taskOptions: {
      conditionNumber: 123456.78901234567,
      trainImages: 4999,
      network: "lenet",
      augment: "on",
      size: "light",
    },
  });
  const look: Partial<ExperimentState["display"]> = {
    xAxis: "epochs",
    lossSplit: "test",
    axes: { ...race().display.axes, loss: { x: "linear", y: "linear", isCut: false } },
    theme: "light",
    layout: "embed",
    mode: "test",
    hiddenRuns: RUNS.map(({ run }) => run),
    spectrumLayer: "l".repeat(5000),
    openViews: [],
    scrubStep: 12,
  };

  it.each<[string, ExperimentState, parts: string[] | null]>([
    ["a file's name", csvState(null, ["a", "y"], `${"データ".repeat(84)}.csv`), ["csv"]],
    ["a target's name", csvState(null, ["a", "y".repeat(3000)]), ["target"]],
    ["names of columns", csvState(but(...USUAL.map((_, i) => i).filter((i) => i % 2 === 0))), ["inputs"]],
    ["settings of 32 runs", race(), null],
    [
      "a layer's name",
      { ...race({ optimizers: [{ id: "sgdm" }] }), display: { ...race().display, spectrumLayer: "l".repeat(5000) } },
      ["layer"],
    ],
    [
      "moves",
      {
        ...race({ optimizers: [{ id: "natural-gradient", run: RUNS[0]?.run }] }),
        interventions: moves.map((move) => ({ ...move, run: RUNS[0]?.run ?? "" })),
      },
      [],
    ],
    ["settings and moves", { ...race(), interventions: moves }, null],
    ["all at once", { ...everything, interventions: moves, display: { ...everything.display, ...look } }, null],
  ])("%s", (_, state, parts) => {
    const written = linkOf(state);
    expect(written.link.length).toBeLessThanOrEqual(LINK_LIMIT);
    const { notes, config, display, speed, focusRun } = readLink(written.link);
    expect(notes).toEqual([]);
    expect(config.task).toBe(state.config.task);
    expect(isShortened(written)).toBe(true);
    if (parts) expect(written.parts).toEqual(parts);
    if (!written.parts.includes("opt"))
      expect(config.optimizers.map(({ run }) => run)).toEqual(state.config.optimizers.map(({ run }) => run));
    const { notices } = tellShortened(state, written);
    expect(notices[0]?.detail).toMatch(
      /^It has (no )?room for .+\. A reload or a copy (has other numbers|goes without)\.$/,
    );
    const saved = JSON.parse(experimentFile(state).text).config;
    expect(saved.optimizers).toEqual(state.config.optimizers);
    expect(saved.interventions).toHaveLength(state.interventions.length);
    // what is opened from it is written as it is
    const again = { ...initialState(config, display, speed), focusRun };
    expect(linkOf(again)).toMatchObject({ link: written.link, leftOut: 0, parts: [] });
  });

  it("of many settings as many as there is room for are kept, the short ones first", () => {
    const { link, parts } = linkOf(race({ optimizers: RUNS.slice(0, 16) }));
    expect(link.length).toBeGreaterThan(LINK_LIMIT - 100);
    expect(parts.length).toBeGreaterThan(10);
    const { config } = readLink(link);
    const changed = config.optimizers.flatMap(({ run, hyperparams }) =>
      Object.entries(RUNS.find((one) => one.run === run)?.hyperparams ?? {}).filter(
        ([name, value]) => hyperparams[name as "lambdaWsd"] === value,
      ),
    );
    expect(changed.length).toBe(3 * 16 - parts.length);
  });

  it("is written in little time, and in no more characters than servers take in all headers", () => {
    const state = { ...everything, interventions: moves, display: { ...everything.display, ...look } };
    const start = performance.now();
    linkOf(state);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(LINK_LIMIT).toBeLessThanOrEqual(16_384 / 8);
  });
});
