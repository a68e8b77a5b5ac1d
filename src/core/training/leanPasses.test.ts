import { engine, type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createGraphModel } from "../nn/graph/build";
import { alexnet } from "../tasks/networks/alexnet";
import { initialGraphParams } from "../tasks/networks/initGraph";
import { resnet18 } from "../tasks/networks/resnet18";
import { vgg16 } from "../tasks/networks/vgg16";
import { useBackend } from "../testing/forEachBackend";
import { normalTensor, readEach } from "../testing/numeric";
import { withPeakBytes } from "./peakBytes";

const COUNT = 4;
const IMAGES = { width: 1 / 16, channels: 3, classes: 10 };
const NETWORKS = [
  { name: "AlexNet", layers: alexnet(IMAGES), ofOutputs: 0.6 },
  { name: "VGG16", layers: vgg16({ ...IMAGES, norm: "none" }), ofOutputs: 0.4 },
  { name: "ResNet-18", layers: resnet18(IMAGES), ofOutputs: 0.25 },
] as const;

beforeAll(() => useBackend("wasm"));

describe.each(NETWORKS)("a pass through $name that is made for less than all", ({ layers, ofOutputs }) => {
  const graph = { layers, inputShape: [32, 32, 3] };
  const model = createGraphModel(graph);
  const params = () => initialGraphParams(5, graph).map((values, i) => tensor2d(values, model.parametric[i]?.shape));

  /** Outputs, gradients of their sum onto others where there is a backward pass, and the most bytes at once. */
  async function pass(madeFor: "all" | "backward" | "outputs", onto = false) {
    const { numBytes } = engine().state;
    const weights = params();
    const input = normalTensor("images", [COUNT, 32, 32, 3]);
    const { before, most, result } = await withPeakBytes(async () => tidy(() => run(weights)));
    const values = await readEach(result);
    for (const tensor of [...weights, input]) tensor.dispose();
    expect(engine().state.numBytes).toBe(numBytes);
    return { values, bytes: most - before };

    function run(theta: readonly Tensor2D[]): Tensor2D[] {
      const forward = model.forward(theta, input, undefined, madeFor);
      if (madeFor === "outputs") return [forward.outputs];
      const others = theta.map(({ shape }, i) => normalTensor<Tensor2D>(`other${i}`, shape));
      const outputGrad = normalTensor<Tensor2D>("grad", [COUNT, 10]);
      const grads = model.backward(theta, forward, outputGrad, false, onto ? others : undefined);
      return [forward.outputs, ...grads];
    }
  }

  it("has the same outputs and gradients to the bit, and takes fewer bytes", async () => {
    const [all, backward, outputs] = [await pass("all"), await pass("backward"), await pass("outputs")];
    expect(backward.values).toEqual(all.values);
    expect(outputs.values).toEqual(all.values.slice(0, 1));
    expect(backward.bytes).toBeLessThanOrEqual(all.bytes);
    expect(outputs.bytes).toBeLessThan(ofOutputs * backward.bytes);
  });

  it("adds its gradients to others to the bits of a sum afterwards", async () => {
    const [apart, onto] = [await pass("backward"), await pass("backward", true)];
    const others = await readEach(model.parametric.map(({ shape }, i) => normalTensor<Tensor2D>(`other${i}`, shape)));
    const sums = others.map((values, i) =>
      values.map((value, k) => Math.fround(value + (apart.values[i + 1]?.[k] ?? 0))),
    );
    expect(onto.values.slice(1)).toEqual(sums);
  });
});
