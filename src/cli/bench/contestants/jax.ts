import { blockUntilReady, defaultDevice, init, jit, numpy as np, tree, valueAndGrad } from "@jax-js/jax";
import { allNumbers, gatherRows } from "../../../core/data/inputs";
import { type PeerMethod, RATES } from "../cases";
import { batchRows, channelsFirst, ownMemory, targetValues } from "./batches";
import type { CreateContestant } from "./contestant";
import { jaxGraph } from "./jaxGraph";
import { jaxChain, meanLoss, type Weights } from "./jaxModel";

/** One jitted function a step: value, gradient and update. jax-js counts references: `.ref` keeps an argument. */
export const createJax: CreateContestant = async ({ bench, task, method, place }) => {
  const device = place === "webgpu" ? "webgpu" : "wasm";
  const started = await init(device);
  if (!started.includes(device))
    throw new Error(`jax-js does not start on ${device} here; it has ${started.join(", ")}.`);
  defaultDevice(device);
  const { batchSize } = bench;
  const rate = RATES[method as PeerMethod];
  const mu = method === "sgdm" ? RATES.momentum : 0;
  const network = task.createModel ? jaxGraph(task) : jaxChain(task, batchSize);
  const gradOf = valueAndGrad((params: Weights, x: np.Array, y: np.Array) =>
    meanLoss(task, network.forward(params, x), y),
  );
  const sgd = jit((params: Weights, x: np.Array, y: np.Array) => {
    const [loss, grads] = gradOf(tree.ref(params), x, y);
    return [loss, tree.map((p: np.Array, g: np.Array) => p.sub(g.mul(rate)), params, grads)] as [np.Array, Weights];
  });
  const sgdm = jit((params: Weights, velocity: Weights, x: np.Array, y: np.Array) => {
    const [loss, grads] = gradOf(tree.ref(params), x, y);
    const next = tree.map((v: np.Array, g: np.Array) => v.mul(mu).add(g), velocity, grads) as Weights;
    const moved = tree.map((p: np.Array, v: np.Array) => p.sub(v.mul(rate)), params, tree.ref(next));
    return [loss, moved, next] as [np.Array, Weights, Weights];
  });

  let params = network.weights;
  let velocity = tree.map((p: np.Array) => np.zeros(p.shape), tree.ref(params)) as Weights;
  const nextRows = batchRows(task, batchSize);
  const size = task.inputShape.reduce((product, n) => product * n, 1);
  const outputs = network.outputs;
  const [height = 0, width = 0, channels = 0] = task.inputShape;
  const isImage = task.inputShape.length === 3;
  // the same pixels in the order that jax-js convolves, once and outside all timing
  const inputs = allNumbers(task.train.x);
  const pixels = isImage ? channelsFirst(inputs, height * width, channels) : inputs;
  const inputOf = (rows: Int32Array) =>
    np
      .array(ownMemory(gatherRows(pixels, rows, size)))
      .reshape(isImage ? [batchSize, channels, height, width] : [batchSize, size]);
  let costs: np.Array[] = [];
  return {
    async steps(count) {
      for (let i = 0; i < count; i++) {
        const rows = nextRows();
        const [x, y] = [
          inputOf(rows),
          np.array(ownMemory(targetValues(task, rows, outputs))).reshape([batchSize, outputs]),
        ];
        const [loss, ...next] = mu > 0 ? sgdm(params, velocity, x, y) : sgd(params, x, y);
        params = next[0] as Weights;
        if (next[1]) velocity = next[1] as Weights;
        costs.push(loss as np.Array);
      }
      // nothing is dispatched before somebody waits for it
      await blockUntilReady([params, velocity, costs]);
    },
    async losses() {
      const read = await Promise.all(costs.map(async (cost) => (await cost.data())[0] as number));
      costs = [];
      return read;
    },
    dispose: () => {
      tree.dispose(params);
      tree.dispose(velocity);
      tree.dispose(costs);
    },
  };
};
