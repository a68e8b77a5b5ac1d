import { type Scalar, Tensor, type Tensor1D } from "@tensorflow/tfjs-core";
import { joinedFlat } from "../kernels/joinedFlat";
import type { Params, StepStats } from "../optimizers/optimizer";

export type PackedName =
  | "trainLoss"
  | "learningRate"
  | "preconditionerTrace"
  | "objectiveLoss"
  | "fsd"
  | "wsd"
  | "overflows";

/** All device scalars of a step as one tensor, and behind them all values of some weights. */
export function pack(stats: StepStats, weights: Params): { packed: Tensor1D; names: PackedName[] } {
  const scalars: [PackedName, Scalar | number | undefined][] = [
    ["trainLoss", stats.loss],
    ["learningRate", stats.learningRate ?? undefined],
    ["preconditionerTrace", stats.preconditionerTrace],
    ["objectiveLoss", stats.meta?.objectiveLoss],
    ["fsd", stats.meta?.fsd],
    ["wsd", stats.meta?.wsd],
    ["overflows", stats.overflows],
  ];
  const onDevice = scalars.filter((entry): entry is [PackedName, Scalar] => entry[1] instanceof Tensor);
  const values = [...onDevice.map(([, value]) => value), ...weights];
  return {
    packed: joinedFlat(values),
    names: onDevice.map(([name]) => name),
  };
}
