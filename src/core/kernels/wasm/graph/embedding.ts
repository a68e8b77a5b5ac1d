import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { EmbeddingShape } from "../../operands/embedding";
import type { WasmHeap } from "../heap";
import { graphKernels } from "./heap";

export function embedOnHeap(
  heap: WasmHeap,
  tokens: Tensor2D,
  table: Tensor2D | null,
  positions: Tensor2D | null,
  shape: EmbeddingShape,
): Tensor2D {
  const addresses = {
    table: table ? heap.at(table) : 0,
    positions: positions ? heap.at(positions) : 0,
    tokens: heap.at(tokens),
  };
  const rows = heap.make<Tensor2D>([tokens.size, shape.width]);
  const count = tokens.size / shape.length;
  graphKernels(heap).embed({ ...addresses, to: heap.at(rows), count, places: positions?.shape[1] ?? 0, ...shape });
  return rows;
}

export function embedGradOnHeap(
  heap: WasmHeap,
  tokens: Tensor2D,
  grad: Tensor2D,
  places: number,
  shape: EmbeddingShape,
): Tensor2D[] {
  const { length, width, vocabulary } = shape;
  const from = { dy: heap.at(grad), tokens: heap.at(tokens) };
  const tableGrad = heap.make<Tensor2D>([width, vocabulary]);
  const positionGrad = places > 0 ? heap.make<Tensor2D>([width, places]) : null;
  graphKernels(heap).embedGrad({
    ...from,
    tableGrad: heap.at(tableGrad),
    positionGrad: positionGrad ? heap.at(positionGrad) : 0,
    ...{ count: tokens.size / length, places, ...shape },
  });
  return positionGrad ? [tableGrad, positionGrad] : [tableGrad];
}
