import { tensor2d, tensor4d } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { CREATE_OPTIMIZER } from "../methods";
import { createGraphModel } from "../nn/graph/build";
import type { GraphDescription } from "../nn/graph/plan";
import { softmaxCrossEntropy } from "../nn/losses";
import { tokenCrossEntropy } from "../nn/tokenCrossEntropy";
import type { Batch } from "../optimizers/optimizer";
import { alexnet } from "../tasks/networks/alexnet";
import { initialGraphParams } from "../tasks/networks/initGraph";
import { limitInputs } from "../tasks/networks/limitInputs";
import { resnet18 } from "../tasks/networks/resnet18";
import { transformer } from "../tasks/networks/transformer";
import { vgg16 } from "../tasks/networks/vgg16";
import { wrn28 } from "../tasks/networks/wrn28";
import { countLaunches, useWebGpu } from "../testing/webGpu";
import { Run } from "./run";
import { startAverages } from "./runningAverages";

const COUNT = 64;
const CLASSES = 10;
const SEQUENCES = { source: 17, target: 17, padding: 0 };
const VOCABULARY = 1000;

const images = (width: number) => ({ width, channels: 3, classes: CLASSES });
const onImages = (layers: GraphDescription["layers"]): GraphDescription => ({ layers, inputShape: [32, 32, 3] });
const TRANSFORMER: GraphDescription = {
  layers: transformer({
    ...{ width: 64, feedForward: 128, heads: 4, layers: 2, sequences: SEQUENCES },
    ...{ sourceVocabulary: VOCABULARY, targetVocabulary: VOCABULARY },
  }),
  inputShape: [SEQUENCES.source + SEQUENCES.target],
  sequences: SEQUENCES,
};

const imageBatch = (): Batch => ({
  input: tensor4d(new Float32Array(COUNT * 32 * 32 * 3), [COUNT, 32, 32, 3]),
  target: tensor2d(new Float32Array(COUNT * CLASSES), [COUNT, CLASSES]),
  noise: () => tensor2d([[0]]),
});

function tokenBatch(): Batch {
  const rows = COUNT * SEQUENCES.target;
  return {
    input: tensor2d(new Float32Array(COUNT * 34).fill(1), [COUNT, 34]),
    target: tensor2d(new Float32Array(rows), [rows, 1]),
    rowShares: tensor2d(new Float32Array(rows), [rows, 1]),
    noise: () => tensor2d([[0]]),
  };
}

/** Networks at their default widths, with the launches of a step of SGDm that they may have, and how many times its memory APO-P may take. */
const NETWORKS = [
  { name: "VGG16 ×1/8", graph: onImages(vgg16({ ...images(1 / 8), norm: "none" })), most: 80, memory: 2.3 },
  { name: "ResNet-18 ×1/8", graph: onImages(resnet18(images(1 / 8))), most: 190, memory: 2.3 },
  { name: "WRN-28-0.5", graph: onImages(wrn28(images(0.5))), most: 270, memory: 2.3 },
  { name: "Transformer, d 64", graph: TRANSFORMER, most: 170, memory: 2.3 },
];

/** φ and its moments alone are three times what SGDm has: it misses our goal of 2.3. */
const ALEXNET = { name: "AlexNet ×1/4", graph: onImages(limitInputs(alexnet(images(1 / 4)))), memory: 4.5 };

function runOf(graph: GraphDescription, id: "sgdm" | "apo-p", settings: Partial<Hyperparams> = {}): Run {
  const model = createGraphModel(graph);
  const loss = graph.sequences ? tokenCrossEntropy : softmaxCrossEntropy;
  const params = initialGraphParams(0, graph).map((values, i) => tensor2d(values, model.parametric[i]?.shape));
  const hyperparams = { ...hyperparamDefaults(id), ...settings };
  return new Run(
    CREATE_OPTIMIZER[id]({ model, loss }),
    params,
    hyperparams,
    () => 0,
    startAverages(model.statisticsShapes),
  );
}

describe("a step on WebGPU", () => {
  const launched = countLaunches();
  useWebGpu();

  it.each(NETWORKS)("of SGDm on $name has at most $most launches", async ({ name, graph, most }) => {
    const run = runOf(graph, "sgdm");
    const batch = graph.sequences ? tokenBatch() : imageBatch();
    const step = async () => (await run.step(batch, () => batch, 100)).packed.dispose();
    await step();
    const before = launched();
    await step();
    const launches = launched() - before;
    console.log(`${name}: ${launches} launches`);
    expect(launches).toBeGreaterThan(20);
    expect(launches).toBeLessThanOrEqual(most);
    run.dispose();
  });

  it.each([ALEXNET, ...NETWORKS])(
    "of APO-P on $name takes at most $memory times the memory of SGDm's",
    async ({ name, graph, memory }) => {
      const batch = graph.sequences ? tokenBatch() : imageBatch();
      const peaks: number[] = [];
      for (const id of ["sgdm", "apo-p"] as const) {
        const run = runOf(graph, id, { metaUpdateInterval: 2 });
        for (let step = 0; step < 4; step++) (await run.step(batch, () => batch, 100)).packed.dispose();
        peaks.push(run.cost().peakBytes);
        run.dispose();
      }
      const [sgdm, apo] = peaks as [number, number];
      console.log(
        `${name}: ${peaks.map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`)}, ratio ${(apo / sgdm).toFixed(2)}`,
      );
      expect(apo / sgdm).toBeLessThanOrEqual(memory);
    },
  );
});
