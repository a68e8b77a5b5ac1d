import type { Tensor } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { roundTo } from "../kernels/rounding/roundTo";
import { mapTensors } from "../tree";

type Precision = Hyperparams["precision"];

/** What is stored is of rank 1 and more; scalars are measurements, which stay in float32. */
export const isStored = (tensor: Tensor): boolean => tensor.rank > 0 && tensor.dtype === "float32";

/** Every stored tensor of a tree rounded to the precision, nearest even; in fp32 the tree itself. */
export function inPrecision<T>(tree: T, precision: Precision): T {
  if (precision === "fp32") return tree;
  return mapTensors(tree, (tensor) => (isStored(tensor) ? roundTo(tensor, precision) : tensor));
}
