import { describe, expect, it } from "vitest";
import { taskInfo } from "../tables/networks/taskSetup";
import { TASK_IDS } from "../tables/taskIds";
import { TASKS } from "../tables/tasks";
import { EXPERIMENT_PROBLEMS, sine } from "../testing/experimentProblems";
import { RUN_PROBLEMS, runsOf } from "../testing/runProblems";
import { readGiven } from "./experiment";
import { ConfigError } from "./notes";
import { resolveExperiment } from "./resolveExperiment";
import { interventionRuns } from "./resolveInterventions";
import type { Setting } from "./shorthand";

const strict = (input: unknown, settings: Setting[] = []) => resolveExperiment(input, { settings, readGiven }).config;
const lenient = (input: unknown, settings: Setting[] = []) => resolveExperiment(input, { mode: "lenient", settings });

describe("resolving a good experiment", () => {
  it.each(TASK_IDS)("fills %s from its name alone", (task) => {
    const config = strict({ version: 1, task });
    const { steps, batchSize, race, defaultOptions } = TASKS[task];
    expect(config).toMatchObject({ version: 1, task, seed: 7, steps, batchSize, backend: "auto", interventions: [] });
    expect(config.taskOptions).toEqual(defaultOptions);
    expect(config.optimizers.map(({ id }) => id)).toEqual(race);
  });

  it("changes nothing when it resolves its own result", () => {
    const input = sine({
      seed: 3,
      optimizers: [{ id: "apo-p", hyperparams: { lambdaFsd: 0.1 } }, { id: "sgdm" }, { id: "apo-p" }],
      interventions: [{ step: 5, name: "lambdaFsd", value: 3 }],
    });
    const config = strict(input);
    expect(strict(config)).toEqual(config);
    expect(strict(JSON.parse(JSON.stringify(config)))).toEqual(config);
  });

  it("takes a file of CIFAR-10 from before there was a choice of networks for one of LeNet-5", () => {
    const taskOptions = { conditionNumber: 30, trainImages: 2000, network: "mlp", augment: "off", size: "normal" };
    expect(strict({ version: 1, task: "cifar10", taskOptions }).taskOptions.network).toBe("lenet");
  });

  it("gives a network its own width, augmentation, batch, length and settings, and each of them to the person", () => {
    const resnet = (more = {}) => ({ version: 1, task: "cifar10", taskOptions: { network: "resnet18", ...more } });
    const config = strict(resnet());
    expect(config.taskOptions).toMatchObject({ network: "resnet18", width: "1/8", norm: "none", augment: "on" });
    const info = taskInfo(config);
    expect(config).toMatchObject({ batchSize: 64, steps: info?.steps });
    expect(info?.evaluationInterval).toBeLessThanOrEqual(config.steps / 2);
    const sgdm = config.optimizers.find(({ id }) => id === "sgdm")?.hyperparams;
    expect(sgdm?.learningRate).toBe(info?.settings.sgdm?.hyperparams.learningRate);
    expect(strict(resnet({ width: "1/2", augment: "off" })).taskOptions).toMatchObject({
      width: "1/2",
      augment: "off",
    });
    expect(strict({ ...resnet(), steps: 12, batchSize: 8 })).toMatchObject({ steps: 12, batchSize: 8 });
    // a link and a command line have it as a number
    const ofWrn = { version: 1, task: "cifar10", taskOptions: { network: "wrn28", width: 0.25 } };
    expect(strict(ofWrn).taskOptions.width).toBe("0.25");
  });

  it("puts the person before the task before the method", () => {
    const [adam] = strict(sine({ optimizers: [{ id: "adam", hyperparams: { beta1: 0.8 } }] })).optimizers;
    expect(adam?.hyperparams).toMatchObject({ beta1: 0.8, beta2: 0.99, epsilon: 1e-8 });
  });

  it("names runs by id, id-2, id-3, around names that people chose", () => {
    const optimizers = [{ id: "sgdm" }, { id: "sgdm", run: "sgdm-3" }, { id: "sgdm" }, { id: "sgdm" }, { id: "adam" }];
    expect(runsOf(strict(sine({ optimizers })))).toEqual(["sgdm", "sgdm-3", "sgdm-2", "sgdm-4", "adam"]);
  });

  it("does not take over an experiment's own objects", () => {
    const first = strict(sine({}));
    first.optimizers[0]?.hyperparams && Object.assign(first.optimizers[0].hyperparams, { lambdaFsd: 99 });
    expect(strict(sine({})).optimizers[0]?.hyperparams.lambdaFsd).toBe(3);
  });

  it("sorts interventions by step and keeps the order within one", () => {
    const interventions = [
      { step: 9, name: "lambdaFsd", value: 1 },
      { step: 2, name: "lambdaFsd", value: 2 },
      { step: 9, name: "lambdaFsd", value: 3 },
    ];
    expect(strict(sine({ interventions })).interventions.map(({ value }) => value)).toEqual([2, 1, 3]);
  });
});

describe("settings from link and command line", () => {
  const optimizers = [{ id: "apo-p" }, { id: "apo-lr" }, { id: "apo-p" }, { id: "sgdm" }];
  const lambdas = (settings: Setting[]) =>
    strict(sine({ optimizers }), settings).optimizers.map(({ hyperparams }) => hyperparams.lambdaFsd);

  it.each<[string, Setting[], number[]]>([
    ["a plain name sets every run that has it", [{ name: "lambdaFsd", value: 5 }], [5, 5, 5, 1]],
    ["a prefixed name sets one run", [{ run: "apo-p-2", name: "lambdaFsd", value: 5 }], [3, 0.19, 5, 1]],
    [
      "the later one wins",
      [
        { name: "lambdaFsd", value: 5 },
        { run: "apo-lr", name: "lambdaFsd", value: 6 },
      ],
      [5, 6, 5, 1],
    ],
  ])("%s", (_, settings, expected) => {
    expect(lambdas(settings)).toEqual(expected);
  });

  it.each<[string, Setting, RegExp]>([
    [
      "an unknown run",
      { run: "kfac", name: "damping", value: 1 },
      /no run "kfac"\. Allowed: apo-p, apo-lr, apo-p-2, sgdm/,
    ],
    ["a run without the setting", { run: "sgdm", name: "lambdaFsd", value: 1 }, /Run sgdm has no setting λ_FSD/],
    [
      "a setting that no run has",
      { name: "damping", value: 1 },
      /This race has no setting Damping\. Allowed: .*lambdaFsd/,
    ],
    ["a value out of range", { name: "momentum", value: 1 }, /μ of run apo-p is 1\. Allowed: at least 0, below 1/],
    ["an unknown word", { name: "metaSchedule", value: "cosine" }, /"cosine"\. Allowed: constant, linear/],
  ])("are refused strictly for %s", (_, setting, message) => {
    expect(() => strict(sine({ optimizers }), [setting])).toThrow(ConfigError);
    expect(() => strict(sine({ optimizers }), [setting])).toThrow(message);
  });
});

describe.each([...EXPERIMENT_PROBLEMS, ...RUN_PROBLEMS])("%s", (_, input, message, taken, value) => {
  it("is refused strictly: the thing, the allowed values, the remedy", () => {
    const resolve = () => strict(input);
    expect(resolve).toThrow(ConfigError);
    expect(resolve).toThrow(message);
  });

  it("is one note in a link, which goes on with something that would do", () => {
    const { config, notes } = lenient(input);
    expect(taken(config)).toEqual(value);
    expect(notes).toHaveLength(1);
    expect(notes[0]?.detail).toMatch(/Allowed: .*(Using|left out|Reading)/);
    expect(notes[0]?.remedy).not.toBe("");
    expect(() => strict(config)).not.toThrow();
  });
});

describe("an experiment without a task", () => {
  it("is the default one in a link, and refused on the command line", () => {
    expect(lenient({ seed: 3 })).toMatchObject({ config: { task: "sine", seed: 3 }, notes: [] });
    expect(() => strict({ seed: 3 })).toThrow(/The task is undefined\. Allowed: sine, linear/);
  });
});

it("lists every problem of an experiment at once", () => {
  const input = sine({
    seed: -1,
    steps: 0,
    optimizers: [{ id: "adamw" }, { id: "sgd", hyperparams: { learningRate: -1 } }],
  });
  try {
    strict(input);
    expect.unreachable();
  } catch (error) {
    expect((error as ConfigError).notes.map(({ title }) => title)).toEqual([
      "The number of steps is 0",
      'Unknown optimizer "adamw"',
      "η of run sgd is -1",
      "The seed is -1",
    ]);
  }
});

describe("interventionRuns", () => {
  const { optimizers } = strict(
    sine({ optimizers: [{ id: "apo-p" }, { id: "apo-lr" }, { id: "sgdm" }, { id: "adam" }] }),
  );

  it.each([
    [{ name: "lambdaFsd" }, ["apo-p", "apo-lr"]],
    [{ name: "learningRate" }, ["sgdm", "adam"]],
    [{ run: "sgdm", name: "learningRate" }, ["sgdm"]],
    [{ run: "sgdm", name: "lambdaFsd" }, []],
    [{ name: "toString" }, []],
  ])("of %j are %j", (intervention, expected) => {
    expect(interventionRuns(optimizers, intervention)).toEqual(expected);
  });
});

describe("a given problem", () => {
  const given = {
    layers: [{ kind: "dense", inputs: 1, outputs: 1, activation: "linear", bias: false }],
    loss: "squaredError",
    x: [[1], [2]],
    xShape: [1],
    y: [[1], [2]],
    initialParams: [[[0]]],
    batches: [
      [0, 1],
      [1, 0],
    ],
  };

  it("brings its steps, its batch size and only the methods' own defaults", () => {
    const config = strict({ version: 1, task: "given", optimizers: [{ id: "sgdm" }], given });
    expect(config).toMatchObject({ task: "given", steps: 2, batchSize: 2, given });
    expect(config.optimizers[0]?.hyperparams.learningRate).toBe(0.02);
    expect(strict(config)).toEqual(config);
  });

  it.each([
    [
      "more steps than batches",
      { steps: 3, optimizers: [{ id: "sgdm" }], given },
      /The number of steps is 3\. Allowed: a whole number, 1 to 2/,
    ],
    ["no optimizers", { given }, /optimizers is missing or empty/],
    ["a wrong field", { optimizers: [{ id: "sgdm" }], given: { ...given, loss: "mse" } }, /Look at loss, or choose/],
  ])("is refused with %s", (_, rest, message) => {
    expect(() => strict({ version: 1, task: "given", ...rest })).toThrow(message);
  });

  it("is refused where none is taken", () => {
    const input = { version: 1, task: "given", optimizers: [{ id: "sgdm" }], given };
    expect(() => resolveExperiment(input)).toThrow(
      /"given" comes without a usable problem\..* Look at given, or choose/,
    );
  });
});
