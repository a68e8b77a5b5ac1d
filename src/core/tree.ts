import { Tensor } from "@tensorflow/tfjs-core";

/**
 * Every tensor in a tree (optimizer state: plain numbers and tensors in objects and arrays), in order; one that stands twice is
 * listed twice.
 */
export function tensorsIn(tree: unknown): Tensor[] {
  if (tree instanceof Tensor) return [tree];
  if (Array.isArray(tree)) return tree.flatMap(tensorsIn);
  if (tree && typeof tree === "object") return Object.values(tree).flatMap(tensorsIn);
  return [];
}

/** The tree with each tensor replaced; one that stands twice is replaced once. Other values stay as they are. */
export function mapTensors<T>(tree: T, replace: (tensor: Tensor) => Tensor): T {
  const made = new Map<number, Tensor>();
  const visit = (node: unknown): unknown => {
    if (node instanceof Tensor) {
      const known = made.get(node.id) ?? replace(node);
      made.set(node.id, known);
      return known;
    }
    if (Array.isArray(node)) return node.map(visit);
    if (node && typeof node === "object" && Object.getPrototypeOf(node) === Object.prototype)
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, visit(value)]));
    return node;
  };
  return visit(tree) as T;
}

/** Bytes of the distinct tensors in a tree (4 per float32 or int32 value). */
export function bytesIn(tree: unknown): number {
  const distinct = new Map(tensorsIn(tree).map((tensor) => [tensor.dataId, tensor.size * 4]));
  return [...distinct.values()].reduce((sum, bytes) => sum + bytes, 0);
}
