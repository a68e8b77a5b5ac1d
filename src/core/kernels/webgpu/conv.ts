import type { Tensor2D, Tensor4D } from "@tensorflow/tfjs-core";
import {
  convSizesOf,
  forwardProduct,
  type GpuConvShape,
  inputGradProduct,
  knownSizes,
  patchCode,
  weightGradProduct,
} from "./convCode";
import type { GpuHeap } from "./heap";
import { sumOfParts } from "./parts";
import { mainCode, productCode, threadsFor, threadsOf, tileKey, tileMemory, tilesOf, workgroupsFor } from "./product";

/** Outputs [count, rows, columns, outputs] of x [count, height, width, channels], with the bias. */
export const convForwardOnGpu = (gpu: GpuHeap, x: Tensor4D, weights: Tensor2D, shape: GpuConvShape): Tensor4D =>
  convolved(gpu, x, weights, shape, shape.bias);

/** The same without the bias. */
export const convTangentOnGpu = (gpu: GpuHeap, dx: Tensor4D, weights: Tensor2D, shape: GpuConvShape): Tensor4D =>
  convolved(gpu, dx, weights, shape, false);

function convolved(gpu: GpuHeap, x: Tensor4D, weights: Tensor2D, shape: GpuConvShape, hasBias: boolean): Tensor4D {
  const sizes = convSizesOf(shape);
  const { rows, columns, patchSize, outputs } = sizes;
  const count = x.shape[0];
  const positions = count * rows * columns;
  const product = forwardProduct(sizes, positions, hasBias, threadsFor([positions, outputs]));
  const { tile } = product;
  const output = gpu.make<Tensor4D>([count, rows, columns, outputs]);
  const known = knownSizes({ ...sizes }, positions * outputs * patchSize);
  const code = () =>
    [
      known.code,
      patchCode(sizes),
      tileMemory(tile),
      productCode(product),
      mainCode(threadsOf(tile), `${known.read} forward(tile, 0u, patchSize, thread);`),
    ].join("\n");
  const key = ["convForward", known.key, sizes.padding === 0, hasBias, tileKey(tile)].join("_");
  gpu.run(
    { key, code, workgroups: workgroupsFor(tilesOf(tile, positions, outputs)) },
    { output },
    { x, weights },
    known.numbers,
  );
  return output;
}

/** Workgroups that a sum over positions is spread over, and the fewest positions that one of them sums. */
const SPREAD = 512;
const FEWEST = 128;

/** Into how many parts the positions are cut for so many tiles: the result has few values and long sums. */
export const partsFor = (tiles: number, positions: number) =>
  Math.max(1, Math.min(Math.floor(SPREAD / tiles), Math.ceil(positions / FEWEST)));

/** A tile of one part of the sum over `positions`, as a product of this name makes it. */
export const partCode = (product: string, positions: string) => `
    let positions = ${positions};
    let length = (positions + parts - 1u) / parts;
    part = tile / tilesOfPart;
    ${product}(tile % tilesOfPart, part * length, min(positions, (part + 1u) * length), thread);`;

/**
 * dW where x is given and dx where the weights are. The first launch sums each part of dW on its own, beside dx, and a second one
 * adds the parts up in their order.
 */
export function convBackwardOnGpu(
  gpu: GpuHeap,
  { x, weights, outputGrad }: { x?: Tensor4D; weights?: Tensor2D; outputGrad: Tensor4D },
  shape: GpuConvShape,
): { inputGrad: Tensor4D | null; weightGrad: Tensor2D | null } {
  const sizes = convSizesOf(shape);
  const { height, width, channels, outputs, weightColumns, patchSize } = sizes;
  const count = outputGrad.shape[0];
  const [positions, pixels] = [count * sizes.rows * sizes.columns, count * height * width];
  const threads = threadsFor([outputs, weightColumns], [pixels, channels]);
  const ofWeights = weightGradProduct(sizes, shape.bias, threads);
  const ofInput = inputGradProduct(sizes, pixels, threads);
  const tilesOfPart = tilesOf(ofWeights.tile, outputs, weightColumns);
  const parts = partsFor(tilesOfPart, positions);
  const sums = x ? (parts === 1 ? gpu.makeBeside : gpu.make)<Tensor2D>([parts * outputs, weightColumns]) : null;
  const inputGrad = weights ? gpu.make<Tensor4D>([count, height, width, channels]) : null;
  const partTiles = x ? parts * tilesOfPart : 0;
  const tiles = partTiles + (weights ? tilesOf(ofInput.tile, pixels, channels) : 0);
  const known = knownSizes({ ...sizes, parts, tilesOfPart, partTiles }, positions * outputs * patchSize);
  const main = [
    known.read,
    x && `if (tile < partTiles) { ${partCode("ofWeights", "arrayLength(&outputGrad) / outputs")} return; }`,
    weights && "ofInput(tile - partTiles, 0u, kernel * kernel * outputs, thread);",
  ];
  const code = () =>
    [
      known.code,
      x ? patchCode(sizes) : "",
      "var<private> part: u32;",
      tileMemory(ofWeights.tile, ofInput.tile),
      x ? productCode(ofWeights) : "",
      weights ? productCode(ofInput) : "",
      mainCode(threads, main.filter(Boolean).join("\n  ")),
    ].join("\n");
  const key = [
    ...["convBackward", known.key, sizes.padding === 0, sizes.stride === 1],
    ...[x ? `${shape.bias}weights${tileKey(ofWeights.tile)}` : "", weights ? `input${tileKey(ofInput.tile)}` : ""],
  ].join("_");
  gpu.run(
    { key, code, workgroups: workgroupsFor(tiles) },
    { ...(sums && { sums }), ...(inputGrad && { inputGrad }) },
    { outputGrad, ...(x && { x }), ...(weights && { weights }) },
    known.numbers,
  );
  return { inputGrad, weightGrad: sums && sumOfParts<Tensor2D>(gpu, sums, parts, [outputs, weightColumns]) };
}
