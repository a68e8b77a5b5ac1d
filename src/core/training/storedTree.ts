import { Tensor, tensor } from "@tensorflow/tfjs-core";
import type { StoredTensor, StoredTree } from "../../config/experiment/checkpoint";
import { listFromHost } from "../kernels/joined";
import { tensorsIn } from "../tree";

const PLACE = "$tensor";

/** Copies of all tensors of a tree, read back to the bit; other values stay as they are. */
export async function storeTree(tree: unknown): Promise<StoredTree> {
  const distinct = [...new Map(tensorsIn(tree).map((one) => [one.id, one])).values()];
  const places = new Map(distinct.map(({ id }, place) => [id, place]));
  const tensors = await Promise.all(distinct.map(storeTensor));
  const stored = mapLeaves(tree, (leaf) => (leaf instanceof Tensor ? { [PLACE]: places.get(leaf.id) } : leaf));
  return { tree: stored, tensors };
}

async function storeTensor(one: Tensor): Promise<StoredTensor> {
  const values = (await one.data()) as StoredTensor["values"];
  return { shape: [...one.shape], dtype: one.dtype as StoredTensor["dtype"], values: values.slice() };
}

/**
 * The tree with new tensors of the same bits, which belong to the caller. The matrices of a list of weights, and those of a property of the
 * state, lie side by side again where that saves launches (`listFromHost`).
 */
export function restoreTree({ tree, tensors }: StoredTree): unknown {
  const made: Tensor[] = [];
  for (const list of listsIn(tree)) {
    const places = [...new Set(list)].filter((place) => isMatrix(tensors[place]) && !made[place]);
    if (places.length === 0) continue;
    const values = places.map((place) => tensors[place]?.values as Float32Array);
    const shapes = places.map((place) => tensors[place]?.shape as [number, number]);
    for (const [i, matrix] of listFromHost(values, shapes).entries()) made[places[i] as number] = matrix;
  }
  tensors.forEach(({ shape, dtype, values }, place) => {
    made[place] ??= tensor(values, [...shape], dtype);
  });
  return mapLeaves(tree, (leaf) => {
    const place = placeOf(leaf);
    return place === null ? leaf : made[place];
  });
}

const isMatrix = (one: StoredTensor | undefined): boolean => one?.dtype === "float32" && one.shape.length === 2;

const placeOf = (leaf: unknown): number | null =>
  leaf && typeof leaf === "object" && PLACE in leaf ? Number(leaf[PLACE]) : null;

/** Places of the tensors in each part of what a run keeps: the lists of weights, and the properties of the state. */
function listsIn(tree: unknown): number[][] {
  const parts = Array.isArray(tree) ? tree : [tree];
  const isTree = (part: unknown): part is object => part !== null && typeof part === "object" && !(PLACE in part);
  return parts
    .flatMap((part): unknown[] => (isTree(part) && !Array.isArray(part) ? Object.values(part) : [part]))
    .map(function placesIn(node): number[] {
      const place = placeOf(node);
      if (place !== null) return [place];
      return isTree(node) ? Object.values(node).flatMap(placesIn) : [];
    });
}

/** A tree with `replace` applied to all that is neither a list nor a plain object of other values. */
function mapLeaves(node: unknown, replace: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(node)) return node.map((child) => mapLeaves(child, replace));
  const isPlain = node !== null && typeof node === "object" && Object.getPrototypeOf(node) === Object.prototype;
  if (!isPlain || PLACE in node) return replace(node);
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, mapLeaves(child, replace)]));
}
