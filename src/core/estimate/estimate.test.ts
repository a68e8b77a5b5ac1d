import { beforeAll, describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { OptimizerId } from "../../config/tables/optimizers";
import { DEFAULT_TASK_OPTIONS, type TaskOptions } from "../../config/tables/taskOptions";
import type { GraphDescription } from "../nn/graph/plan";
import { stream } from "../random";
import { initialParams } from "../tasks/init";
import { initialGraphParams } from "../tasks/networks/initGraph";
import { lenetLayers } from "../tasks/networks/lenet";
import { limitInputs } from "../tasks/networks/limitInputs";
import { resnet18 } from "../tasks/networks/resnet18";
import { transformer } from "../tasks/networks/transformer";
import { vgg16 } from "../tasks/networks/vgg16";
import { withNetwork } from "../tasks/networks/withNetwork";
import type { Split, TaskData } from "../tasks/task";
import { useBackend } from "../testing/forEachBackend";
import { createRace } from "../training/race";
import { estimateRace } from "./planner";
import { type NamedTask, requireFit } from "./requireFit";

const BATCH = 8;
const FIRST_ORDER: readonly OptimizerId[] = ["sgd", "sgdm", "adam", "apo-lr", "apo-p"];
const ALL: readonly OptimizerId[] = [...FIRST_ORDER, "kfac", "ekfac", "shampoo"];
const IMAGES = { width: 1 / 16, channels: 3, classes: 10 };
const SEQUENCES = { source: 9, target: 9, padding: 0 };
const VOCABULARY = 40;

/** As many examples of noise as two batches have. */
function splitOf({ inputShape, sequences }: GraphDescription): Split {
  const { normal, integer } = stream(3, "noise");
  const count = 2 * BATCH;
  const size = inputShape.reduce((product, n) => product * n, 1);
  if (!sequences) {
    const x = Float32Array.from({ length: count * size }, () => normal());
    return { x, y: Int32Array.from({ length: count }, (_, row) => row % 10), count };
  }
  const token = () => 1 + integer(VOCABULARY - 1);
  const x = Float32Array.from({ length: count * size }, token);
  return { x, y: Int32Array.from({ length: count * sequences.target }, token), count };
}

function taskOf(graph: GraphDescription): TaskData {
  const split = splitOf(graph);
  const loss = graph.sequences ? "tokenCrossEntropy" : "softmaxCrossEntropy";
  const params = initialGraphParams(3, graph);
  return withNetwork({ ...graph, train: split, test: split, loss, initialParams: params, picture: { kind: "none" } });
}

const lenet = (): TaskData => {
  const layers = lenetLayers(32, 3);
  const split = splitOf({ layers, inputShape: [32, 32, 3] });
  const shape = { layers, inputShape: [32, 32, 3], initialParams: initialParams(3, layers) };
  return { ...shape, train: split, test: split, loss: "softmaxCrossEntropy", picture: { kind: "none" } };
};

/** Its first layer has more inputs than A and KFAC's input factor are for, which Shampoo does not mind. */
const wide = (): TaskData => {
  const layers = limitInputs([
    { kind: "dense", inputs: 610, outputs: 12, activation: "relu", bias: true },
    { kind: "dense", inputs: 12, outputs: 10, activation: "linear", bias: true },
  ]);
  return taskOf({ layers, inputShape: [610] });
};

const CASES: readonly { name: string; task: () => TaskData; methods: readonly OptimizerId[] }[] = [
  { name: "LeNet-5", task: lenet, methods: ALL },
  { name: "a layer of 610 inputs", task: wide, methods: ALL },
  {
    name: "VGG16 ×1/16",
    task: () => taskOf({ layers: vgg16({ ...IMAGES, norm: "none" }), inputShape: [32, 32, 3] }),
    methods: ["sgdm", "apo-p", "kfac"],
  },
  {
    name: "ResNet-18 ×1/16",
    task: () => taskOf({ layers: resnet18(IMAGES), inputShape: [32, 32, 3] }),
    methods: ALL.filter((id) => id !== "ekfac" && id !== "shampoo"),
  },
  {
    name: "a Transformer",
    task: () =>
      taskOf({
        layers: transformer({
          width: 16,
          feedForward: 32,
          heads: 2,
          layers: 1,
          sourceVocabulary: VOCABULARY,
          targetVocabulary: VOCABULARY,
          sequences: SEQUENCES,
        }),
        inputShape: [SEQUENCES.source + SEQUENCES.target],
        sequences: SEQUENCES,
      }),
    methods: FIRST_ORDER,
  },
];

const runOf = (optimizer: OptimizerId) => ({
  run: optimizer,
  optimizer,
  hyperparams: { ...hyperparamDefaults(optimizer), learningRate: 1e-4 },
});

const adam = runOf("adam");
const decayed = { ...adam, run: "decayed", hyperparams: { ...adam.hyperparams, weightDecay: 0.1 } };

beforeAll(() => useBackend("wasm"));

describe("bytes of a run", () => {
  it.each(CASES)("are within a factor of two of those that $name takes", async ({ task, methods }) => {
    const data = task();
    const runs = [...methods.map(runOf), decayed];
    const estimate = estimateRace(data, { batchSize: BATCH, runs }, null);
    for (const spec of runs) {
      const race = createRace(data, { seed: 1, batchSize: BATCH, steps: 10, runs: [spec] });
      for (let step = 0; step < 2; step++) await race.takeStep();
      const { peakBytes } = race.cost(spec.run);
      race.dispose();
      const { bytes = 0 } = estimate.runs.find(({ run }) => run === spec.run) ?? {};
      expect([spec.run, bytes / peakBytes > 0.5 && bytes / peakBytes < 2]).toEqual([spec.run, true]);
    }
  });
});

describe("a race that cannot fit", () => {
  const named = (width: TaskOptions["width"]): NamedTask => ({
    task: "cifar10",
    taskOptions: { ...DEFAULT_TASK_OPTIONS, network: "resnet18", width },
  });
  const task = taskOf({ layers: limitInputs(resnet18({ ...IMAGES, width: 1 / 4 })), inputShape: [32, 32, 3] });
  const race = { batchSize: BATCH, runs: (["sgdm", "kfac"] as const).map(runOf) };

  it("is refused with what it needs, and with the widths, batches and methods that fit", async () => {
    const refused = requireFit(task, race, named("1/4"), { total: 3.9e8, buffer: 1e9 });
    await expect(refused).rejects.toMatchObject({
      title: "CIFAR-10, ResNet-18 ×1/4 does not fit in memory",
      detail: expect.stringMatching(/^The race of 2 runs would need about 0\.\d+ GB at once; there are 0\.39 GB\.$/),
      remedy: "Choose width 1/16 or 1/8, or leave out SGDm or KFAC.",
    });
  });

  it("is refused where one buffer is too large for the device, as a list of factors is", async () => {
    const refused = requireFit(task, { ...race, runs: [runOf("apo-p")] }, named("1/4"), { total: null, buffer: 1.2e7 });
    await expect(refused).rejects.toMatchObject({
      detail: expect.stringMatching(
        /^Its largest buffer would have 0\.0\d+ GB; this device takes at most 0\.012 GB\.$/,
      ),
      remedy: expect.stringContaining("width 1/16"),
    });
  });

  it("is told from one that fits by the memory of the backend", async () => {
    await requireFit(task, race, named("1/4"));
    const dense = { kind: "dense", inputs: 3072, outputs: 300_000, activation: "linear", bias: true } as const;
    const wide = { ...lenet(), layers: [dense], initialParams: [] };
    const given: NamedTask = { task: "given", taskOptions: DEFAULT_TASK_OPTIONS };
    await expect(requireFit(wide, race, given)).rejects.toMatchObject({
      title: "The network does not fit in memory",
      remedy: "Choose another network, a smaller batch or fewer methods.",
    });
  });
});
