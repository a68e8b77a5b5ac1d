import { dispose, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { product } from "../../../core/kernels/matMul";
import { stream } from "../../../core/random";
import { SEED } from "../cases";
import type { Contestant } from "./contestant";

const SIDE = 256;

/** The method of ours that is one product of two matrices a step. */
export const PRODUCT = `${SIDE} × ${SIDE} product`;

/** Multiplications and additions of a product. */
export const PRODUCT_OPERATIONS = 2 * SIDE ** 3;

export function createProduct(): Contestant {
  const { normals } = stream(SEED, "product");
  const make = (): Tensor2D => tensor2d(normals(SIDE * SIDE), [SIDE, SIDE]);
  const [a, b] = [make(), make()];
  return {
    async steps(count) {
      for (let i = 0; i < count; i++) product(a, b).dispose();
    },
    losses: async () => [],
    dispose: () => dispose([a, b]),
  };
}
