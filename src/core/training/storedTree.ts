import { Tensor, tensor } from "@tensorflow/tfjs-core";
import type { StoredTensor, StoredTree } from "../../config/experiment/checkpoint";
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

/** The tree with new tensors of the same bits, which belong to the caller. */
export function restoreTree({ tree, tensors }: StoredTree): unknown {
  const made = tensors.map(({ shape, dtype, values }) => tensor(values, [...shape], dtype));
  return mapLeaves(tree, (leaf) => {
    const place = leaf && typeof leaf === "object" && PLACE in leaf ? Number(leaf[PLACE]) : null;
    return place === null ? leaf : made[place];
  });
}

/** A tree with `replace` applied to all that is neither a list nor a plain object of other values. */
function mapLeaves(node: unknown, replace: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(node)) return node.map((child) => mapLeaves(child, replace));
  const isPlain = node !== null && typeof node === "object" && Object.getPrototypeOf(node) === Object.prototype;
  if (!isPlain || PLACE in node) return replace(node);
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, mapLeaves(child, replace)]));
}
