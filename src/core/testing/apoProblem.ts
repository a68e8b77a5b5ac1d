import {
  add,
  addN,
  grads,
  mul,
  type Scalar,
  square,
  sub,
  sum,
  type Tensor2D,
  tensor2d,
  tidy,
} from "@tensorflow/tfjs-core";
import type { ObjectiveSettings } from "../../config/tables/lambdas";
import type { ExampleLossId } from "../../config/tables/losses";
import { createModel } from "../nn/chain";
import { LOSSES } from "../nn/losses";
import type { Batch, Problem } from "../optimizers/optimizer";
import { MLP, type ModelCase, SMALL_LENET } from "./layerCases";
import { normalTensor } from "./numeric";
import { discrepancyReference, lossReference, modelReference } from "./reference";

/** A network with a batch B, another batch B′, and Q written a second time for `tf.grads`. */
export interface ApoProblem {
  name: string;
  problem: Problem;
  /** Without the kinks of ReLU and max-pooling, so that central differences may take a long step. */
  isSmooth: boolean;
  /** Weights, the same at every call. */
  params(): Tensor2D[];
  batch(): Batch;
  fsdBatch(): Batch;
  /** Outputs on B or B′ [batch, out], a composition that `tf.grads` can go through. */
  outputs(params: readonly Tensor2D[], on: "batch" | "fsdBatch"): Tensor2D;
  /** ∇J_B(θ) by `tf.grads`. */
  gradient(params: readonly Tensor2D[]): Tensor2D[];
  /** Q at a lookahead θ′ from θ, a composition that `tf.grads` can go through. */
  objective(lookahead: readonly Tensor2D[], params: readonly Tensor2D[], settings: ObjectiveSettings): Scalar;
}

function apoProblem({ layers, inputShape, outputs, ...model }: ModelCase, kind: ExampleLossId): ApoProblem {
  const problem = { model: createModel(layers, inputShape), loss: LOSSES[kind] };
  const batchOf = (name: string, count: number): Batch => ({
    input: normalTensor(`${name}.x`, [count, ...inputShape]),
    target:
      kind === "squaredError"
        ? normalTensor(`${name}.y`, [count, outputs])
        : tensor2d(
            Float32Array.from({ length: count * outputs }, (_, k) =>
              k % outputs === Math.floor(k / outputs) % outputs ? 1 : 0,
            ),
            [count, outputs],
          ),
    noise: () => {
      throw new Error("APO asked for KFAC's noise.");
    },
  });
  const batch = () => batchOf("B", 7);
  const fsdBatch = () => batchOf("fsdB", 5);
  const outputsOn = (params: readonly Tensor2D[], { input }: Batch) => modelReference(layers, params, input);
  const loss = (params: readonly Tensor2D[]) => lossReference[kind](outputsOn(params, batch()), batch().target);
  return {
    name: `${model.name}, ${kind}`,
    problem,
    isSmooth: layers.every((layer) => layer.activation !== "relu" && layer.kind === "dense"),
    params: () => problem.model.parametric.map(({ shape }, i) => normalTensor(`W${i}`, shape, 1 / Math.sqrt(shape[1]))),
    batch,
    fsdBatch,
    outputs: (params, on) => outputsOn(params, on === "batch" ? batch() : fsdBatch()),
    gradient: (params) => tidy(() => grads((...W) => loss(W as Tensor2D[]))([...params])) as Tensor2D[],
    objective(lookahead, params, { lambdaFsd, lambdaWsd, klDirection }) {
      const now = outputsOn(lookahead, fsdBatch());
      const fsd = discrepancyReference[kind](now, outputsOn(params, fsdBatch()), klDirection);
      const moved = addN(lookahead.map((W, i) => sum(square(sub(W, params[i] as Tensor2D)))));
      return add(loss(lookahead), add(mul(lambdaFsd, fsd), mul(lambdaWsd / 2, moved)));
    },
  };
}

/** Regression, classification and reconstruction, dense and convolutional. */
export const APO_PROBLEMS: readonly ApoProblem[] = [
  apoProblem(MLP, "squaredError"),
  apoProblem(MLP, "softmaxCrossEntropy"),
  apoProblem(MLP, "sigmoidCrossEntropy"),
  apoProblem(SMALL_LENET, "softmaxCrossEntropy"),
];
