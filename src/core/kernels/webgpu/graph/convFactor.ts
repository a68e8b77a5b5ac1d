import type { Tensor2D, Tensor4D } from "@tensorflow/tfjs-core";
import { partCode, partsFor } from "../conv";
import { type ConvSizes, convSizesOf, type GpuConvShape, knownSizes, patchCode } from "../convCode";
import type { GpuHeap } from "../heap";
import { sumOfParts } from "../parts";
import {
  mainCode,
  type Product,
  patchSide,
  productCode,
  type Threads,
  threadsFor,
  tileFor,
  tileKey,
  tileMemory,
  tilesOf,
  workgroupsFor,
} from "../product";

/** Σ āāᵀ / count over the patches ā of x, trailing 1 where there is a bias. */
export function convInputFactorOnGpu(gpu: GpuHeap, x: Tensor4D, shape: GpuConvShape): Tensor2D {
  const sizes = convSizesOf(shape);
  const { rows, columns, weightColumns } = sizes;
  const count = x.shape[0];
  const positions = count * rows * columns;
  const threads = threadsFor([weightColumns, weightColumns]);
  const product = factorProduct(sizes, shape.bias, threads);
  const tilesOfPart = tilesOf(product.tile, weightColumns, weightColumns);
  const parts = partsFor(tilesOfPart, positions);
  const sums = gpu.make<Tensor2D>([parts * weightColumns, weightColumns]);
  const known = knownSizes({ ...sizes, parts, tilesOfPart }, positions * weightColumns ** 2);
  const code = () =>
    [
      known.code,
      patchCode(sizes),
      "var<private> part: u32;",
      tileMemory(product.tile),
      productCode(product),
      mainCode(
        threads,
        known.read + partCode("ofPatches", "arrayLength(&x) / (height * width * channels) * rows * columns"),
      ),
    ].join("\n");
  const key = ["convFactor", known.key, sizes.padding === 0, shape.bias, tileKey(product.tile)].join("_");
  gpu.run({ key, code, workgroups: workgroupsFor(parts * tilesOfPart) }, { sums }, { x }, known.numbers);
  return sumOfParts<Tensor2D>(gpu, sums, parts, [weightColumns, weightColumns], 1 / count);
}

/** Part `part` of Σ āāᵀ over patches ā. */
function factorProduct(sizes: ConvSizes, hasBias: boolean, threads: Threads): Product {
  const value = (place: string) =>
    `${hasBias ? `if (${place} == patchSize) { return 1.0; }` : ""} return patchAt(k, ${place});`;
  const side = patchSide(sizes.weightColumns, sizes);
  return {
    name: "ofPatches",
    rows: "weightColumns",
    columns: "weightColumns",
    left: value("i"),
    right: value("j"),
    leftAlong: "row",
    rightAlong: "column",
    store: "sums[(part * weightColumns + i) * weightColumns + j] = value;",
    tile: tileFor(side, side, threads),
  };
}
