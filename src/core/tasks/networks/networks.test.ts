import { describe, expect, it } from "vitest";
import { planGraph } from "../../nn/graph/plan";
import type { NodeSpec } from "../../nn/layerSpec";
import { alexnet } from "./alexnet";
import { forwardOperations, weightCount } from "./cost";
import { initialGraphParams } from "./initGraph";
import { limitInputs } from "./limitInputs";
import { resnet18 } from "./resnet18";
import { transformer } from "./transformer";
import { vgg16 } from "./vgg16";
import { wrn28 } from "./wrn28";

const shape = (width: number, classes = 10) => ({ width, channels: 3, classes });
const onImages = (layers: NodeSpec[]) => ({ layers, inputShape: [32, 32, 3] });

/** Parameters at the width of the published network, by its source; parameters in thousands and MFLOP as NETWORKS.md has them. */
const NETWORKS = [
  {
    name: "AlexNet",
    build: (width: number) => alexnet(shape(width)),
    published: 2_472_266,
    byWidth: { [1 / 8]: [42, 0.79], [1 / 4]: [160, 2.43], 1: [2_472, 29.9] },
  },
  {
    name: "VGG16",
    build: (width: number) => vgg16({ ...shape(width), norm: "none" }),
    published: 14_719_818,
    byWidth: { [1 / 16]: [58, 2.65], [1 / 8]: [231, 10.2], [1 / 4]: [922, 39.8], 1: [14_720, 626] },
  },
  {
    name: "ResNet-18",
    build: (width: number) => resnet18(shape(width)),
    published: 11_173_962,
    byWidth: { [1 / 16]: [45, 4.55], [1 / 8]: [176, 17.8], [1 / 4]: [701, 70.1], 1: [11_174, 1_111] },
  },
  {
    name: "WRN-28-10",
    build: (width: number) => wrn28(shape(width)),
    published: 36_479_194,
    publishedWidth: 10,
    byWidth: { 0.25: [24, 7.0], 0.5: [93, 27.7], 1: [369, 110], 10: [36_479, 10_487] },
  },
];

const SEQUENCES = { source: 17, target: 17, padding: 0 };
const TRANSFORMER = {
  inputShape: [SEQUENCES.source + SEQUENCES.target],
  sequences: SEQUENCES,
  layers: transformer({
    width: 64,
    feedForward: 128,
    heads: 4,
    layers: 2,
    sourceVocabulary: 1000,
    targetVocabulary: 1000,
    sequences: SEQUENCES,
  }),
};

describe("the poster's networks", () => {
  it.each(NETWORKS)("$name has the parameters that are published", ({ build, published, publishedWidth = 1 }) => {
    expect(weightCount(onImages(build(publishedWidth)))).toBe(published);
  });

  it.each(NETWORKS)("$name has at each width the parameters and MFLOP of its table", ({ build, byWidth }) => {
    for (const [width, [thousands, mflop]] of Object.entries(byWidth)) {
      const graph = onImages(build(Number(width)));
      expect(Math.round(weightCount(graph) / 1e3)).toBe(thousands);
      // the table has two or three digits
      expect(Math.abs(forwardOperations(graph) / 1e6 / (mflop as number) - 1)).toBeLessThan(6e-3);
    }
  });

  it("VGG16 with batch norm has two numbers a channel in place of one", () => {
    const channels = 2 * 64 + 2 * 128 + 3 * 256 + 6 * 512;
    const withNorm = weightCount(onImages(vgg16({ ...shape(1), norm: "batch" })));
    expect(withNorm).toBe(14_719_818 - channels + 2 * channels);
  });

  it("has as many outputs as there are classes", () => {
    for (const build of [alexnet, resnet18, wrn28])
      expect(planGraph(onImages(build(shape(0.25, 100)))).at(-1)?.shape).toEqual([100]);
  });

  it("narrows no layer below four channels", () => {
    for (const { build } of NETWORKS)
      for (const spec of build(1 / 64)) if (spec.kind === "conv") expect(spec.outputs).toBeGreaterThanOrEqual(4);
  });

  it("learns no A of a layer with more than 600 inputs, and says so", () => {
    const matrices = planGraph(onImages(limitInputs(resnet18(shape(1 / 4))))).flatMap((node) => node.matrices);
    // 3·3·128 inputs in the last stage, 3·3·64 in the one before
    expect(matrices.flatMap(({ name, shape, factors }) => (factors === "B" ? [[name, shape[1]]] : []))).toEqual([
      ["stage4.block1.conv2", 1152],
      ["stage4.block2.conv1", 1152],
      ["stage4.block2.conv2", 1152],
    ]);
    expect(matrices.find(({ name }) => name === "stem.norm")?.factors).toBe("none");
  });

  it("the Transformer has about 295,000 parameters and 1.5 GFLOP a step of 64 pairs", () => {
    expect(weightCount(TRANSFORMER)).toBe(296_320);
    // a backward pass is two forward passes
    expect((3 * 64 * forwardOperations(TRANSFORMER)) / 1e9).toBeCloseTo(1.57, 2);
    const [table] = planGraph(TRANSFORMER);
    expect(table?.matrices.map(({ name, shape, factors }) => [name, shape, factors])).toEqual([
      ["source.embedding", [64, 1000], "B"],
      ["source.embedding.positions", [64, 17], "B"],
    ]);
  });
});

describe("starting weights", () => {
  const deviation = (values: ArrayLike<number>) => {
    const list = Array.from(values);
    const mean = list.reduce((sum, x) => sum + x, 0) / list.length;
    return Math.sqrt(list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / list.length);
  };
  const graph = onImages(resnet18(shape(1 / 4)));
  const params = initialGraphParams(7, graph);
  const names = planGraph(graph).flatMap(({ matrices }) => matrices.map(({ name }) => name));
  const of = (name: string) => params[names.indexOf(name)] as Float32Array;

  it("are as wide as the fan-in asks, with norms at scale 1 and shift 0", () => {
    expect(params.map(({ length }) => length).reduce((sum, n) => sum + n, 0)).toBe(weightCount(graph));
    expect(deviation(of("stage4.block2.conv2")) / Math.sqrt(2 / (9 * 128))).toBeCloseTo(1, 1);
    expect(Array.from(of("stem.norm").subarray(0, 4))).toEqual([1, 0, 1, 0]);
    const dense = of("dense1");
    expect(Array.from({ length: 10 }, (_, o) => dense[o * 129 + 128])).toEqual(new Array(10).fill(0));
  });

  it("are the seed's", () => {
    expect(initialGraphParams(7, graph)).toEqual(params);
    expect(initialGraphParams(8, graph)[0]).not.toEqual(params[0]);
  });

  it("give embeddings the length of one token's value", () => {
    const [table, positions] = initialGraphParams(7, TRANSFORMER);
    expect(deviation(table as Float32Array) * 8).toBeCloseTo(1, 1);
    expect(positions).toHaveLength(64 * 17);
  });
});
