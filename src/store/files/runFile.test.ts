import { describe, expect, it } from "vitest";
import { openDocument } from "../../config/experiment/documents";
import { ConfigError } from "../../config/experiment/notes";
import { TRACE_COLUMNS, type Trace, traceSchema } from "../../config/experiment/trace";
import type { WorkerEvent } from "../../protocol/messages";
import { selectLossChart } from "../charts/chartSelectors";
import { selectComparison } from "../comparison/comparisonSelectors";
import { applyEvent } from "../experiment/applyEvent";
import { hyperparamsOf, setUpActions } from "../testing/testActions";
import { experimentFile, runFile } from "./files";
import { traceOf } from "./runFile";

const environment = { app: "1.2.3", backend: "wasm", adapter: null, runtime: "Firefox 128", reason: "." } as const;
const spectrum = { name: "dense1", method: "quadrature", eigenvalues: [0.1, 0.2], weights: [0.5, 0.5] } as const;
const move = { experiment: "e1", type: "intervention", run: "apo-p", name: "lambdaFsd" } as const;

/** A race of three runs after 300 steps (more than a chunk of a log), a drag in it, one run diverged at step 40. */
function trained() {
  const all = setUpActions({}, { steps: 600, interventions: [{ step: 250, name: "lambdaWsd", value: 2 }] });
  const rows = (length: number, scale: number) => ({
    step: Array.from({ length }, (_, step) => step),
    trainLoss: Array.from({ length }, (_, step) => scale / (1 + step) + 1e-17),
    objective: Array.from({ length }, (_, step) => (step % 5 === 0 ? scale : null)),
    seconds: Array.from({ length }, (_, step) => step / 3),
  });
  const events: WorkerEvent[] = [
    {
      ...{ type: "ready", experiment: "e1", environment, picture: { kind: "none" } },
      runs: ["apo-p", "apo-lr", "sgdm"].map((run) => ({
        run,
        layers: [{ name: "dense1", shape: [64, 2] as [number, number] }],
      })),
      sizes: { trainCount: 256, testCount: 64, parameterCount: 128 },
    },
    {
      ...{ type: "rows", experiment: "e1", step: 300, metaSteps: { "apo-p": 60 } },
      runs: [
        { run: "apo-p", columns: rows(300, 1) },
        { run: "apo-lr", columns: rows(300, 2) },
        { run: "sgdm", columns: rows(41, 3) },
      ],
    },
    {
      type: "evaluation",
      experiment: "e1",
      run: "apo-p",
      evaluation: { step: 0, trainLoss: 3, testLoss: 4, testMetric: 5 },
    },
    {
      type: "spectrum",
      experiment: "e1",
      run: "apo-p",
      step: 300,
      layers: [{ ...spectrum, eigenvalues: [0.1, 0.2], weights: [0.5, 0.5], dimension: 128, standardError: 0.02 }],
    },
    { ...move, step: 100, from: 3, value: 5 },
    { ...move, step: 101, from: 5, value: 7 },
    { type: "runStatus", experiment: "e1", run: "sgdm", status: "diverged", message: "Loss at step 40 is not finite" },
    { type: "status", experiment: "e1", status: "paused", step: 300 },
  ];
  all.store.setState(events.reduce(applyEvent, all.state()), true);
  return all;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const savedRun = () => {
  const { state } = trained();
  const file = runFile(state());
  if (!file) throw new Error("nothing was logged");
  return file;
};

describe("a run saved as apo-trace/1", () => {
  it("holds config, moves, log, ends and spectra, and fits the schema", () => {
    const { name, text } = savedRun();
    expect(name).toBe("apo-sine-seed7-step300.trace.json");
    const trace = traceSchema.parse(JSON.parse(text));
    expect(trace.runs.map(({ run, status }) => [run, status])).toEqual([
      ["apo-p", "stopped"],
      ["apo-lr", "stopped"],
      ["sgdm", "diverged"],
    ]);
    expect(trace.config.interventions).toEqual([
      { step: 100, run: "apo-p", name: "lambdaFsd", value: 5 },
      { step: 101, run: "apo-p", name: "lambdaFsd", value: 7 },
      { step: 250, name: "lambdaWsd", value: 2 },
    ]);
    expect(trace.interventions).toHaveLength(2);
    expect(trace.runs[0]?.columns.trainLoss[299]).toBe(1 / 300 + 1e-17);
    expect(traceOf(setUpActions().state())).toBeNull();
  });

  it("opens as it was: the trace of what is shown is the same to the last digit, but for the config's moves", () => {
    const { text } = savedRun();
    const { actions, state, store } = setUpActions({}, { task: "linear" });
    const opened = openDocument(bytes(text), "run.json");
    if (opened.kind !== "run") throw new Error(opened.kind);
    expect(opened.trace).toEqual(JSON.parse(text));
    return openIn({ actions, state, store }, text).then(() => {
      expect(JSON.parse(runFile(state())?.text ?? "")).toEqual(JSON.parse(text));
    });
  });

  it("is shown paused from its log, with nothing that trains, and trains again when asked", async () => {
    const page = setUpActions({ status: "running", step: 3 }, { task: "linear" });
    await openIn(page, savedRun().text);
    const { state, actions, sent } = page;
    expect(sent).toEqual([{ type: "pause", experiment: "e1" }]);
    expect(state()).toMatchObject({
      status: "saved",
      step: 300,
      config: { task: "sine" },
      environment: { app: "1.2.3" },
    });
    expect(state().notices.map(({ title, action }) => [title, action])).toEqual([
      ["run.json is shown from its log", "trainAgain"],
    ]);
    expect(selectLossChart(state()).series.map(({ points, status }) => [points.length > 100, status])).toEqual([
      [true, "running"],
      [true, "running"],
      [false, "diverged"],
    ]);
    expect(selectComparison(state()).rows[0]?.trainLoss).toBe(3);
    expect(hyperparamsOf(state(), "apo-p").lambdaFsd).toBe(7);
    expect(state().interventions.map(({ gesture }) => gesture)).toHaveLength(2);
    actions.setHyperparam("apo-p", "lambdaFsd", 1);
    expect(state().notices.at(-1)?.title).toBe("This is a saved run");
    expect(sent).toHaveLength(1);
    actions.play();
    expect(sent.slice(1)).toMatchObject([
      { type: "configure", config: { task: "sine", interventions: [{ step: 100 }, { step: 101 }, { step: 250 }] } },
      { type: "play", experiment: state().experiment },
    ]);
    expect(state()).toMatchObject({ status: "loading", step: 0 });
  });

  it("may come from the command line, brief or whole", async () => {
    const page = setUpActions();
    const trace = JSON.parse(savedRun().text) as Trace;
    for (const { columns } of trace.runs)
      for (const name of TRACE_COLUMNS) if (name !== "step" && name !== "trainLoss") columns[name] = [];
    await openIn(page, JSON.stringify(trace));
    expect(page.state()).toMatchObject({ status: "saved", step: 300, config: { steps: 600 } });
    expect(page.state().runs.map(({ columns }) => columns.length)).toEqual([300, 300, 41]);
  });

  const change = (edit: (trace: Trace) => void) => {
    const trace = JSON.parse(savedRun().text) as Trace;
    edit(trace);
    return bytes(JSON.stringify(trace));
  };
  it.each<[string, (trace: Trace) => void, RegExp]>([
    [
      "text for a number",
      ({ runs }) => Object.assign(runs[0]?.columns.trainLoss ?? [], { 3: "x" }),
      /r\.json is wrong at runs\.0\.columns\.trainLoss\.3.*Found "x".*type number/,
    ],
    [
      "a column cut short",
      ({ runs }) => runs[1]?.columns.fsd.pop(),
      /at runs\.1\.columns\.fsd.*299 values for 300 steps/,
    ],
    [
      "a step left out",
      ({ runs }) => runs[0]?.columns.step.splice(5, 1, 6),
      /runs\.0\.columns\.step.*from 0, one by one/,
    ],
    ["a run left out", ({ runs }) => runs.pop(), /at runs.*apo-p, apo-lr, sgdm; it holds apo-p, apo-lr\./],
    [
      "no environment",
      (trace) => Object.assign(trace, { environment: undefined }),
      /wrong at environment.*Found undefined/,
    ],
    [
      "another status",
      ({ runs }) => Object.assign(runs[0] ?? {}, { status: "lost" }),
      /runs\.0\.status.*"lost".*finished, diverged, stopped/,
    ],
    [
      "an unknown method",
      ({ config }) => Object.assign(config.optimizers[0] ?? {}, { id: "apo" }),
      /config\.optimizers\.0\.id.*"apo"/,
    ],
    [
      "evaluations cut short",
      ({ runs }) => runs[0]?.evaluations.testLoss.pop(),
      /runs\.0\.evaluations\.testLoss.*0 values for 1 step/,
    ],
  ])("is refused with %s, by its place", (_, edit, message) => {
    expect(() => openDocument(change(edit), "r.json")).toThrow(ConfigError);
    expect(() => openDocument(change(edit), "r.json")).toThrow(message);
  });
});

/** Drops a text on a page as run.json and waits until it is opened. */
async function openIn(
  { actions, state }: Pick<ReturnType<typeof setUpActions>, "actions" | "state" | "store">,
  text: string,
) {
  const before = state();
  actions.openFiles([new File([text], "run.json")]);
  await expect.poll(() => state() !== before && state().notices.length > 0).toBe(true);
}

describe("an experiment saved as apo-experiment/1", () => {
  it("holds every move, more than a link could, and starts as it was when it is opened", async () => {
    const interventions = Array.from({ length: 500 }, (_, index) => ({
      ...{ step: 1 + index, run: "apo-p", name: "lambdaFsd" as const, gesture: 1 },
      ...{ from: index / 7, value: (index + 1) / 7 },
    }));
    const made = setUpActions({ status: "paused", step: 501, interventions }, { steps: 600 });
    const { name, text } = experimentFile(made.state());
    expect(name).toBe("apo-sine-seed7.experiment.json");
    const page = setUpActions({}, { task: "linear" });
    page.actions.openFiles([new File([text], "x.JSON")]);
    await expect.poll(() => page.state().experiment).toBe("e2");
    const moves = interventions.map(({ step, run, name: setting, value }) => ({ step, run, name: setting, value }));
    expect(page.state().config).toEqual({ ...made.state().config, interventions: moves });
    expect(page.sent).toMatchObject([{ type: "configure", config: { steps: 600, interventions: moves } }]);
    expect(experimentFile(page.state()).text).toBe(text);
  });

  it("is offered by a button, as is the run; there is none before its first step", async () => {
    const { actions, saved } = trained();
    await actions.saveExperiment();
    await actions.saveRun();
    expect(saved.map(({ name }) => name)).toEqual([
      "apo-sine-seed7.experiment.json",
      "apo-sine-seed7-step300.trace.json",
    ]);
    const fresh = setUpActions();
    await fresh.actions.saveRun();
    expect(fresh.saved).toEqual([]);
    expect(fresh.state().notices[0]?.title).toBe("There is no run to save yet");
  });

  it("that is wrong changes nothing but what is said", async () => {
    const { actions, state, sent } = trained();
    const { runs, experiment } = state();
    actions.openFiles([new File(['{"task": "sinus", "steps": -1, "seed": 0.5, "backend": "gpu"}'], "bad.json")]);
    await expect
      .poll(() => state().notices.map(({ title }) => title))
      .toEqual(["The number of steps is -1", 'The task is "sinus"', "2 more things are wrong in bad.json"]);
    expect(state()).toMatchObject({ runs, experiment });
    expect(sent).toEqual([]);
    actions.openFiles(["a.json", "b.json"].map((name) => new File(["{}"], name)));
    expect(state().notices.at(-1)?.title).toBe("2 files were dropped");
  });
});
