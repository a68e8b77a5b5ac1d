import { describe, expect, it } from "vitest";
import { experimentDocument, openDocument } from "./documents";
import { ConfigError } from "./notes";
import { resolveExperiment } from "./resolveExperiment";
import { TRACE_COLUMNS } from "./trace";

const config = resolveExperiment({
  version: 1,
  task: "sine",
  steps: 60,
  optimizers: [{ id: "apo-p", hyperparams: { lambdaFsd: 0.3 } }, { id: "apo-p" }, { id: "sgdm" }],
  interventions: [
    { step: 12, run: "apo-p-2", name: "lambdaFsd", value: 9 },
    { step: 13, run: "sgdm", name: "learningRate", value: 0.003 },
  ],
}).config;
const text = experimentDocument(config, "1.0.0");
const utf8 = (value: string) => new TextEncoder().encode(value);

/** UTF-16 in either order, with or without its mark. */
function utf16(value: string, isLittle: boolean, hasMark: boolean): Uint8Array {
  const letters = hasMark ? `\ufeff${value}` : value;
  const view = new DataView(new ArrayBuffer(2 * letters.length));
  for (let i = 0; i < letters.length; i++) view.setUint16(2 * i, letters.charCodeAt(i), isLittle);
  return new Uint8Array(view.buffer);
}

describe("a saved experiment", () => {
  it.each<[string, Uint8Array]>([
    ["UTF-8", utf8(text)],
    ["UTF-8 with its mark", utf8(`\ufeff${text}`)],
    ["UTF-16, low byte first, with its mark", utf16(text, true, true)],
    ["UTF-16, high byte first, with its mark", utf16(text, false, true)],
    ["UTF-16, low byte first", utf16(text, true, false)],
    ["UTF-16, high byte first", utf16(text, false, false)],
    ["the bare config", utf8(JSON.stringify(config))],
  ])("opens as it was saved, from %s", (_, bytes) => {
    expect(openDocument(bytes, "a.json")).toEqual({ kind: "experiment", config });
  });

  const file = (change: object) => JSON.stringify({ ...JSON.parse(text), ...change });
  it.each<[string, string, RegExp]>([
    ["no JSON", "{ task: sine }", /a\.json cannot be read as JSON.*It begins with "\{ task: sine \}"/],
    ["nothing", "", /a\.json cannot be read as JSON/],
    ["a list", "[1, 2]", /a\.json is no experiment and no run.*It holds "?\[1,2\]/],
    ["another program's file", '{"name": "x"}', /neither a format nor a task.*apo-experiment\/1 and apo-trace\/1/],
    ["a later format", file({ format: "apo-experiment/2" }), /Its format is "apo-experiment\/2"/],
    ["a talk", file({ format: "apo-scenes/1" }), /It holds scenes\..*Open it under Scenes/],
    ["no config", file({ config: undefined }), /a\.json is wrong at config.*Found undefined.*type object/],
    ["a version", file({ config: { ...config, version: 2 } }), /wrong at config\.version.*Found 2.*Allowed: 1/],
    ["a field", file({ config: { ...config, colour: "red" } }), /no field "colour"/],
    ["a task", file({ config: { ...config, task: "sinus" } }), /task is "sinus".*sine, linear/],
    [
      "values, all of which are named",
      file({ config: { ...config, steps: -3, batchSize: "many" } }),
      /number of steps is -3[\s\S]*The batch size is "many"/,
    ],
    [
      "a move",
      file({ config: { ...config, interventions: [{ step: 99, name: "lambdaFsd", value: 1 }] } }),
      /is 99.*0 to 59/,
    ],
  ])("is refused where it has %s, by the place and what would do", (_, wrong, message) => {
    expect(() => openDocument(utf8(wrong), "a.json")).toThrow(ConfigError);
    expect(() => openDocument(utf8(wrong), "a.json")).toThrow(message);
  });

  it("of a given problem belongs to the command line", () => {
    const given = {
      layers: [{ kind: "dense", inputs: 1, outputs: 1, activation: "linear", bias: true }],
      loss: "squaredError",
      ...{ x: [[1]], xShape: [1], y: [[1]], initialParams: [[[0, 0]]], batches: [[0]] },
    };
    const problem = JSON.stringify({ version: 1, task: "given", optimizers: [{ id: "sgd" }], given });
    expect(() => openDocument(utf8(problem), "g.json")).toThrow(/command line.*--task given --config g\.json/);
  });
});

describe("a saved run", () => {
  const nothing = { step: [], trainLoss: [], testLoss: [], testMetric: [] };
  const saved = () => ({
    format: "apo-trace/1",
    config: structuredClone({ ...config, backend: "wasm", interventions: [] }),
    environment: { app: "1.0.0", backend: "wasm", adapter: null, runtime: "node" },
    interventions: [],
    runs: config.optimizers.map(({ id, run }) => ({
      ...{ run, optimizer: id, status: "finished", evaluations: nothing, spectra: [] },
      columns: Object.fromEntries(TRACE_COLUMNS.map((name) => [name, []])),
    })),
  });
  const open = (trace: object) => openDocument(utf8(JSON.stringify(trace)), "run.json");

  it("opens without weight decay where it is from before there was any, and not without what there always was", () => {
    const trace = saved();
    for (const { hyperparams } of trace.config.optimizers) Reflect.deleteProperty(hyperparams, "weightDecay");
    expect(open(trace)).toMatchObject({ config: { optimizers: config.optimizers } });
    Reflect.deleteProperty(trace.config.optimizers[0]?.hyperparams ?? {}, "momentum");
    expect(() => open(trace)).toThrow(ConfigError);
  });

  it("is refused by the place of a move that is of no run, of no setting, or no value of its setting", () => {
    const move = { run: "sgdm", step: 1, name: "learningRate", from: 1, value: 2, effect: null };
    const opened = (part: object) => open({ ...saved(), interventions: [move, { ...move, ...part }] });
    expect(opened({}).kind).toBe("run");
    expect(() => opened({ run: "adam" })).toThrow(/does not fit together at interventions\.1\.run.*"adam"/s);
    expect(() => opened({ name: "__proto__" })).toThrow(/at interventions\.1\.name.*Allowed: .*lambdaFsd/s);
    expect(() => opened({ value: "fast" })).toThrow(/at interventions\.1\.value.*"fast".*a number/s);
    expect(() => opened({ name: "precision" })).toThrow(/at interventions\.1\.from.*a word/s);
  });
});
