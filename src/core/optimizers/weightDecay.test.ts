import { type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { CREATE_OPTIMIZER } from "../methods";
import { createModel } from "../nn/chain";
import type { NodeSpec } from "../nn/layerSpec";
import { LOSSES } from "../nn/losses";
import { stream } from "../random";
import { initialParams } from "../tasks/init";
import { initialGraphParams } from "../tasks/networks/initGraph";
import { lenetLayers } from "../tasks/networks/lenet";
import { resnet18 } from "../tasks/networks/resnet18";
import { transformer } from "../tasks/networks/transformer";
import { withNetwork } from "../tasks/networks/withNetwork";
import type { TaskData } from "../tasks/task";
import { forEachBackend } from "../testing/forEachBackend";
import { read } from "../testing/numeric";
import { tinyTask } from "../testing/tinyTasks";
import { createRace } from "../training/race";
import type { Batch } from "./optimizer";

const METHODS = ["sgd", "sgdm", "rmsprop", "adam"] as const;
const STEPS = 3;

/** Two runs that differ by the decay alone, on the first batch; weights of each before and after so many steps. */
async function trainBoth(task: TaskData, changed: Partial<Hyperparams>, steps = 1, optimizer = "sgd" as const) {
  const hyperparams = { ...hyperparamDefaults(optimizer), ...changed };
  const runs = [
    { run: "with", optimizer, hyperparams },
    { run: "without", optimizer, hyperparams: { ...hyperparams, weightDecay: 0 } },
  ];
  const race = createRace(task, { seed: 4, batchSize: 4, steps, runs });
  const before = await race.weights("with");
  for (let step = 0; step < steps; step++) await race.takeStep();
  const after = await Promise.all(runs.map(({ run }) => race.weights(run)));
  race.dispose();
  return { before, decayed: after[0] as Float32Array[], plain: after[1] as Float32Array[] };
}

/** What each matrix of a network is, in their order, from its description alone: how many of its columns are no bias, 0 of a norm. */
const kinds = (layers: readonly NodeSpec[]): { columns: number; weights: number }[] =>
  layers.flatMap((spec) => {
    const biased = (inputs: number, bias = true) => ({ columns: inputs + Number(bias), weights: inputs });
    switch (spec.kind) {
      case "dense":
        return spec.tied === undefined ? [biased(spec.inputs, spec.bias)] : [];
      case "conv":
        return [biased(spec.kernel * spec.kernel * spec.channels, spec.bias)];
      case "batchNorm":
      case "layerNorm":
        return [{ columns: 2, weights: 0 }];
      case "embedding":
        return [
          biased(spec.vocabulary, false),
          ...(spec.positions === "learned" ? [biased(spec.length ?? 0, false)] : []),
        ];
      case "attention":
        return Array.from({ length: 4 }, () => biased(spec.width, spec.bias ?? false));
      default:
        return [];
    }
  });

const images = (side: number, channels: number) => {
  const { normal } = stream(5, "images");
  const x = Float32Array.from({ length: 4 * side * side * channels }, () => normal());
  return { x, y: Int32Array.of(0, 1, 2, 3), count: 4 };
};

const lenet = (): TaskData => {
  const layers = lenetLayers(28, 1);
  const split = images(28, 1);
  const shape = { layers, inputShape: [28, 28, 1], initialParams: initialParams(3, layers) };
  return { ...shape, train: split, test: split, loss: "softmaxCrossEntropy", picture: { kind: "none" } };
};

const resnet = (): TaskData => {
  const split = images(32, 3);
  const graph = { layers: resnet18({ width: 1 / 16, channels: 3, classes: 10 }), inputShape: [32, 32, 3] };
  const shape = { ...graph, initialParams: initialGraphParams(3, graph) };
  return withNetwork({ ...shape, train: split, test: split, loss: "softmaxCrossEntropy", picture: { kind: "none" } });
};

const sequences = { source: 5, target: 5, padding: 0 };
const translator = (): TaskData => {
  const { integer } = stream(5, "tokens");
  const token = () => 1 + integer(11);
  const split = { x: Float32Array.from({ length: 40 }, token), y: Int32Array.from({ length: 20 }, token), count: 4 };
  const vocabularies = { sourceVocabulary: 12, targetVocabulary: 12 };
  const layers = transformer({ width: 8, feedForward: 16, heads: 2, layers: 1, sequences, ...vocabularies });
  const graph = { layers, inputShape: [10], sequences };
  const shape = { ...graph, initialParams: initialGraphParams(3, graph) };
  return withNetwork({ ...shape, train: split, test: split, loss: "tokenCrossEntropy", picture: { kind: "none" } });
};

/** Networks, and how many of their numbers are biases, scales and shifts. */
const NETWORKS: [name: string, task: () => TaskData, spared: number][] = [
  ["an MLP", () => tinyTask("regression"), 8 + 1],
  ["LeNet-5", lenet, 6 + 16 + 120 + 84 + 10],
  // twenty norms of 4, 8, 16 and 32 channels, of which each block of another width has one more, and the last layer's bias
  ["ResNet-18", resnet, 2 * (5 * 4 + 5 * 8 + 5 * 16 + 5 * 32) + 10],
  // three norms of a decoder's layer, two of an encoder's, two behind them; two pairs of dense layers
  ["a Transformer", translator, 2 * 8 * (3 + 2 + 2) + 2 * (16 + 8)],
];

/** f = w·x on one example x = (1, 2), y = 0: from w = (1, 1) the gradient is f·x = (3, 6). */
const problem = {
  model: createModel([{ kind: "dense", inputs: 2, outputs: 1, activation: "linear", bias: false }], [2]),
  loss: LOSSES.squaredError,
};

forEachBackend(() => {
  describe("weight decay", () => {
    it.each(METHODS)("of %s takes its share of η_t from the weights, beside the direction", async (id) => {
      const weights = async (weightDecay: number) => {
        const settings = { learningRate: 0.1, learningRateSchedule: "cosine", weightDecay, steps: STEPS } as const;
        const hyperparams = { ...hyperparamDefaults(id), ...settings };
        const optimizer = CREATE_OPTIMIZER[id](problem);
        const batch = (): Batch => ({
          input: tensor2d([[1, 2]]),
          target: tensor2d([[0]]),
          noise: () => tensor2d([[0]]),
        });
        let state = optimizer.init([tensor2d([[1, 1]])], hyperparams);
        const seen: number[][] = [];
        // always from the same weights, so that the direction is that of a run without decay
        for (let step = 0; step < STEPS; step++) {
          const result = await optimizer.step([tensor2d([[1, 1]])], state, batch(), batch, hyperparams);
          state = result.state;
          seen.push(await read(result.params.map((W) => W.clone() as Tensor2D)));
        }
        return seen;
      };
      const [plain, decayed] = [await weights(0), await weights(0.5)];
      const rates = [0.1, 0.075, 0.025]; // 0.05·(1 + cos(π·t/3))
      for (const [step, rate] of rates.entries())
        for (const [i, weight] of (decayed[step] as number[]).entries())
          expect(weight).toBeCloseTo((plain[step]?.[i] as number) - rate * 0.5, 6);
    });

    it.each(NETWORKS)(
      "shrinks the weights of %s, and spares biases, scales and shifts to the bit",
      async (...network) => {
        const [, make, spared] = network;
        const task = make();
        const { before, decayed, plain } = await trainBoth(task, { learningRate: 0.1, weightDecay: 0.5 });
        const matrices = kinds(task.layers);
        expect(matrices).toHaveLength(before.length);
        let kept = 0;
        for (const [l, { columns, weights }] of matrices.entries())
          for (const [at, value] of (before[l] as Float32Array).entries()) {
            const [now, else_] = [decayed[l]?.[at] as number, plain[l]?.[at] as number];
            if (at % columns >= weights) {
              kept++;
              expect(now).toBe(else_);
            } else expect(Math.abs(now - (else_ - 0.05 * value))).toBeLessThan(1e-6 * (1 + Math.abs(else_)));
          }
        expect(kept).toBe(spared);
      },
    );

    it("in bf16 leaves numbers of the format, and of weights without a gradient what rounding leaves", async () => {
      const settings = { learningRate: 0.1, weightDecay: 0.5, precision: "bf16" } as const;
      const { before, decayed, plain } = await trainBoth(tinyTask("regression"), settings, 2);
      expect(decayed).not.toEqual(plain);
      for (const weight of decayed.flatMap((layer) => [...layer])) {
        const bits = new Uint32Array(Float32Array.of(weight).buffer)[0] as number;
        expect(bits & 0xffff).toBe(0);
      }
      expect(before[0]).toHaveLength(16);
    });

    it("of 0 is no decay, to the bit", async () => {
      const { decayed, plain } = await trainBoth(lenet(), { learningRate: 0.1, weightDecay: 0 }, 2);
      expect(decayed).toEqual(plain);
    });
  });
});
