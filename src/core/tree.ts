import { Tensor } from "@tensorflow/tfjs-core";

/** Optimizer state: plain numbers and tensors in objects and arrays. */
export type Tree =
  | Tensor
  | number
  | string
  | boolean
  | null
  | undefined
  | readonly Tree[]
  | { readonly [key: string]: Tree };

/** Every tensor in a tree, in order; one that stands twice is listed twice. */
export function tensorsIn(tree: unknown): Tensor[] {
  if (tree instanceof Tensor) return [tree];
  if (Array.isArray(tree)) return tree.flatMap(tensorsIn);
  if (tree && typeof tree === "object") return Object.values(tree).flatMap(tensorsIn);
  return [];
}

/** Bytes of the distinct tensors in a tree (4 per float32 or int32 value). */
export function bytesIn(tree: unknown): number {
  const distinct = new Map(tensorsIn(tree).map((tensor) => [tensor.dataId, tensor.size * 4]));
  return [...distinct.values()].reduce((sum, bytes) => sum + bytes, 0);
}
