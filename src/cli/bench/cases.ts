import type { OptimizerId } from "../../config/tables/optimizers";
import type { LayerSpec } from "../../core/nn/layerSpec";
import { stream } from "../../core/random";
import { initialParams } from "../../core/tasks/init";
import { lenetLayers } from "../../core/tasks/networks/lenet";
import type { TaskData } from "../../core/tasks/task";
import { type BenchNetwork, networkCase } from "./networkCases";

/** One network with one batch size; JSON, so that it crosses to a worker. */
export interface BenchCase {
  name: string;
  /** Sizes of a tanh network from inputs to outputs under the squared error, LeNet-5 on 32×32×3 with cross-entropy, or a poster's. */
  network: readonly number[] | "lenet" | BenchNetwork;
  batchSize: number;
}

export const SMALL: BenchCase = { name: "MLP 2-64-64-1, batch 64", network: [2, 64, 64, 1], batchSize: 64 };
export const WIDE: BenchCase = { name: "MLP 16-256-256-1, batch 256", network: [16, 256, 256, 1], batchSize: 256 };
export const LENET: BenchCase = { name: "LeNet-5 32×32×3, batch 64", network: "lenet", batchSize: 64 };
export const CASES: readonly BenchCase[] = [SMALL, WIDE, LENET];

/** The same settings for every library that has the method. */
export const RATES = { sgd: 0.01, sgdm: 0.01, adam: 0.001, momentum: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
export type PeerMethod = Extract<OptimizerId, "sgd" | "sgdm" | "adam">;

export const SEED = 7;
const BATCHES = 8;
const CLASSES = 10;

/** Weights and data of a case, drawn from one seed: the same numbers wherever it is called. */
export function createCase({ network, batchSize }: BenchCase): TaskData {
  if (typeof network === "string" && network !== "lenet") return networkCase(network, SEED, BATCHES * batchSize);
  const layers = network === "lenet" ? lenetLayers(32, 3) : tanhLayers(network);
  const inputShape = network === "lenet" ? [32, 32, 3] : network.slice(0, 1);
  const size = inputShape.reduce((product, n) => product * n, 1);
  const count = BATCHES * batchSize;
  const { normals, integer, normal } = stream(SEED, "bench");
  const x = normals(count * size);
  const y =
    network === "lenet"
      ? Int32Array.from({ length: count }, () => integer(CLASSES))
      : Float32Array.from({ length: count }, (_, i) => Math.sin(2 * (x[i * size] as number)) + 0.1 * normal());
  const split = { x, y, count };
  return {
    inputShape,
    train: split,
    test: split,
    layers,
    loss: network === "lenet" ? "softmaxCrossEntropy" : "squaredError",
    initialParams: initialParams(SEED, layers),
    picture: { kind: "none" },
  };
}

function tanhLayers(sizes: readonly number[]): LayerSpec[] {
  return sizes.slice(1).map((outputs, i) => ({
    kind: "dense",
    inputs: sizes[i] as number,
    outputs,
    activation: i === sizes.length - 2 ? "linear" : "tanh",
    bias: true,
  }));
}

/** θ has this many numbers. */
export const parameterCount = ({ initialParams: params }: TaskData) => params.reduce((sum, w) => sum + w.length, 0);
