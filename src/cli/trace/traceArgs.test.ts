import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { ConfigError } from "../../config/experiment/notes";
import { TASK_IDS } from "../../config/tables/taskIds";
import { DataError } from "../exitCodes";
import { givenTemplate } from "./givenTemplate";
import { NETWORK_TEMPLATES } from "./networkTemplate";
import { readTemplateArgs, readTraceArgs } from "./traceArgs";
import { USAGE } from "./traceUsage";
import { trainTrace } from "./trainTrace";

it("takes the options of a task from the command line", () => {
  const request = readTraceArgs(["--task", "mnist", "--network", "lenet", "--train-images", "600"]);
  expect(request?.config.taskOptions).toMatchObject({ network: "lenet", trainImages: 600 });
  expect(readTraceArgs(["--task", "mnist"])?.config.taskOptions.network).toBe("mlp");
  const augmented = readTraceArgs(["--task", "cifar10", "--augment", "on"]);
  expect(augmented?.config.taskOptions.augment).toBe("on");
  expect(() => readTraceArgs(["--task", "mnist", "--network", "vgg"])).toThrow(
    /The setting "Network" is "vgg"\. Allowed: mlp, lenet\./,
  );
});

it("takes weights at the end, at multiples of a step, or names what is wrong", () => {
  const params = (...more: string[]) => {
    const request = readTraceArgs(["--task", "sine", ...more]);
    return [request?.params, request?.paramsEvery, request?.gap];
  };
  expect(params("--params", "--gap")).toEqual([true, undefined, true]);
  expect(params("--gap", "--params", "every:10")).toEqual([true, 10, true]);
  expect(params("--params=every:5")).toEqual([true, 5, false]);
  expect(params()).toEqual([false, undefined, false]);
  expect(() => params("--params=every:0")).toThrow('--params is "every:0". Allowed: nothing behind it, or every:N');
});

it("a template is a whole problem, and a word in it that is wrong is named with what would do", () => {
  const template = givenTemplate("mlp") as Record<string, unknown> & { given: { layers: object[] } };
  const { config } = readTraceArgs(["--task", "given", "--config", configFile(JSON.stringify(template))]) ?? {};
  expect(config?.given?.layers).toHaveLength(2);
  const wrong = structuredClone(template);
  Object.assign(wrong.given.layers[1] as object, { activation: "selu" });
  Object.assign(wrong.given, { loss: "hinge" });
  const read = () => readTraceArgs(["--task", "given", "--config", configFile(JSON.stringify(wrong))]);
  expect(read).toThrow(DataError);
  expect(read).toThrow(/given\.layers\.1\.activation\. Found "selu"\. Allowed: tanh, relu, linear\./);
  expect(read).toThrow(/given\.loss\. Found "hinge"\. Allowed: squaredError, softmaxCrossEntropy/);
  expect(() => givenTemplate("cnn")).toThrow(
    "Allowed: mlp, alexnet, vgg16, vgg16-batch, resnet18, wrn28, transformer.",
  );
});

it.each(["mlp", ...NETWORK_TEMPLATES])(
  "the template %s is the same for each reader, whatever another did with it",
  (name) => {
    const [whole, changed] = [givenTemplate(name), givenTemplate(name) as { optimizers: { hyperparams: object }[] }];
    for (const { hyperparams } of changed.optimizers) Object.assign(hyperparams, { learningRate: Number.NaN });
    expect(givenTemplate(name)).toEqual(whole);
  },
);

it.each(NETWORK_TEMPLATES)("the template %s is a whole problem that trains", async (name) => {
  const text = JSON.stringify({ ...givenTemplate(name), steps: 2, backend: "wasm" });
  const { config } = readTraceArgs(["--task", "given", "--config", configFile(text)]) ?? {};
  if (!config) throw new Error("No config.");
  const { runs } = await trainTrace({ config, rowsOnly: true });
  for (const { status, columns } of runs) {
    expect(status).toBe("finished");
    expect(columns.trainLoss).toHaveLength(2);
    expect(columns.trainLoss.every((loss) => loss !== null && loss > 0 && loss < 20)).toBe(true);
  }
});

it("a template goes to a file where one is named, and refuses options that it has no use for", () => {
  expect(readTemplateArgs(["--task", "sine"])).toBeNull();
  expect(readTemplateArgs(["--template", "mlp"])).toEqual({ name: "mlp", out: undefined });
  expect(readTemplateArgs(["--template=mlp", "--out", "problem.json"])).toEqual({ name: "mlp", out: "problem.json" });
  const read = () => readTemplateArgs(["--template", "mlp", "--task", "sine", "--params"]);
  expect(read).toThrow("--template has no use for --task, --params. Allowed beside it: --out.");
  expect(() => readTemplateArgs(["--template"])).toThrow("argument missing");
});

it("names every task in the usage text", () => {
  const [, named = ""] = /--task NAME ([\s\S]*?)\n {2}--/.exec(USAGE) ?? [];
  for (const id of TASK_IDS) expect(named.split(/[\s,]+/)).toContain(id);
});

const FOLDER = mkdtempSync(join(tmpdir(), "apo-config-"));
afterAll(() => rmSync(FOLDER, { recursive: true }));

/** A file with an experiment. */
function configFile(content: string | Buffer): string {
  const file = join(FOLDER, "config.json");
  writeFileSync(file, content);
  return file;
}

it.each([
  ["UTF-8 with its mark", Buffer.from('\ufeff{"task":"sine","steps":3}')],
  ["UTF-16 with its mark", Buffer.from('\ufeff{"task":"sine","steps":3}', "utf16le")],
  ["UTF-16 without it", Buffer.from('{"task":"sine","steps":3}', "utf16le")],
  ["gzip", gzipSync('{"task":"sine","steps":3}')],
  ["a saved experiment", Buffer.from('{"format":"apo-experiment/1","config":{"version":1,"task":"sine","steps":3}}')],
])("reads a config from a file in %s", (_, bytes) => {
  expect(readTraceArgs(["--config", configFile(bytes)])?.config).toMatchObject({ task: "sine", steps: 3 });
});

const FIELDS = [
  ...["task", "seed", "steps", "scheduleSteps", "batchSize", "backend", "taskOptions", "optimizers"],
  ...["learningRateGrid", "interventions", "csv", "given", "version"],
];
const SHAPES = ["{}", "[]", '"x"', "5.5", "-1", "null", "true", "[null]", "[5]", "[[]]", '{"a":1}'];
/** These say something. */
const FINE = ["taskOptions: {}", "interventions: []", "learningRateGrid: true", "csv: {}"];
const CHANGES = [
  [],
  ["--csv", "t.csv", "--target", "y", "--inputs", "a"],
  ["--at", "3:lambdaFsd=1", "--set", "learningRate=0.1", "--steps", "20", "--condition-number", "20"],
];

it.each(FIELDS)("a config whose %s has any wrong shape is refused by a sentence that names it", (field) => {
  const parts = {
    ...{ optimizers: "optimizers?", interventions: "interventions?", taskOptions: "task option|taskOptions" },
    ...{ scheduleSteps: "schedule's number of steps|scheduleSteps", batchSize: "batch size", backend: "device" },
    learningRateGrid: "band of fixed learning rates|learningRateGrid",
  };
  const name = new RegExp(Object.entries(parts).find(([key]) => key === field)?.[1] ?? field);
  for (const shape of SHAPES.filter((value) => !FINE.includes(`${field}: ${value}`)))
    for (const change of CHANGES.filter((words) => !words.includes("--steps") || field !== "steps")) {
      const task = change.includes("--csv") || field === "csv" ? "csv" : "sine";
      const text = `{"task":"${task}","optimizers":[{"id":"apo-p"}],"${field}":${shape}}`;
      const file = configFile(text);
      let found: unknown = null;
      try {
        readTraceArgs(["--config", file, ...change]);
      } catch (error) {
        found = error;
      }
      expect(found, `${text} ${change.join(" ")}`).toBeInstanceOf(ConfigError);
      expect(String(found).slice(0, 400), `${text} ${change.join(" ")}`).toMatch(name);
    }
});

it("keeps what a config says where the command line adds to it", () => {
  const inFile = {
    ...{ task: "csv", csv: { target: "y", inputs: ["a"] }, taskOptions: { conditionNumber: 20 } },
    ...{ optimizers: [{ id: "apo-p" }], interventions: [{ step: 9, name: "lambdaFsd", value: 1 }] },
  };
  const file = configFile(JSON.stringify(inFile));
  const words = ["--csv", "data/t.csv", "--inputs", "b,c", "--train-images", "600", "--at", "3:lambdaFsd=2"];
  const { config } = readTraceArgs(["--config", file, ...words]) ?? {};
  expect(config?.csv).toEqual({ file: "t.csv", target: "y", inputs: ["b", "c"] });
  expect(config?.taskOptions).toMatchObject({ conditionNumber: 20, trainImages: 600 });
  expect(config?.interventions.map(({ step }) => step)).toEqual([3, 9]);
});

it("takes inputs by their names or by those left out, either in place of a config's", () => {
  const inputs = { task: "csv", csv: { target: "y", inputs: ["a"] }, optimizers: [{ id: "sgdm" }] };
  const without = { ...inputs, csv: { target: "y", without: ["b"] } };
  const read = (config: object, ...words: string[]) =>
    readTraceArgs(["--config", configFile(JSON.stringify(config)), "--csv", "t.csv", ...words])?.config.csv;
  expect(read(inputs, "--without", "c,d")).toEqual({ file: "t.csv", target: "y", inputs: null, without: ["c", "d"] });
  expect(read(without, "--inputs", "c,d")).toEqual({ file: "t.csv", target: "y", inputs: ["c", "d"] });
  expect(read(without)).toEqual({ file: "t.csv", target: "y", inputs: null, without: ["b"] });
  expect(() => read(inputs, "--inputs", "a", "--without", "b")).toThrow(/csv is .*or "without" in place of "inputs"/);
});

it.each(["zero-grad-bom.txt", "zero-grad-utf16.txt"])("reads %s", (name) => {
  const { config } = readTraceArgs(["--config", join(import.meta.dirname, "cases", name)]) ?? {};
  expect(config).toMatchObject({ task: "given", steps: 20, backend: "wasm" });
  expect(config?.optimizers.length).toBeGreaterThan(8);
});
