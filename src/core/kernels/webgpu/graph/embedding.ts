import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { EmbeddingShape } from "../../operands/embedding";
import { eachValueCode, eachValueGroups } from "../activation";
import type { GpuHeap } from "../heap";
import { mainCode, workgroupsFor } from "../product";

/** `embed` (kernels/graph/embedding.ts): a thread for each value. */
export function embedOnGpu(
  gpu: GpuHeap,
  tokens: Tensor2D,
  table: Tensor2D | null,
  positions: Tensor2D | null,
  { length, width, vocabulary, scale }: EmbeddingShape,
): Tensor2D {
  const rows = gpu.make<Tensor2D>([tokens.size, width]);
  const parts = [
    table && "numbers.scale * table[c * u32(numbers.vocabulary) + u32(tokens[row])]",
    positions && "positions[c * u32(numbers.places) + row % u32(numbers.length)]",
  ];
  const code = () =>
    eachValueCode(
      "rows",
      `let c = at % u32(numbers.width);
    let row = at / u32(numbers.width);
    rows[at] = ${parts.filter(Boolean).join(" + ")};`,
    );
  gpu.run(
    { key: `embed_${table !== null}_${positions !== null}`, code, workgroups: eachValueGroups(rows.size) },
    { rows },
    { ...(table && { tokens, table }), ...(positions && { positions }) },
    { length, width, vocabulary, scale, places: positions?.shape[1] ?? 0 },
  );
  return rows;
}

const THREADS = 64;

/** Words of bits that say which rows have a token: those of so many rows at once. */
const WORDS = 64;

/**
 * `embedGrad`. A workgroup owns one token of the table or one place: it marks the rows that have the token, in bits, and adds these
 * up in their order, a column to each thread; nothing is added atomically but bits.
 */
export function embedGradOnGpu(
  gpu: GpuHeap,
  tokens: Tensor2D,
  dy: Tensor2D,
  places: number,
  { length, width, vocabulary, scale }: EmbeddingShape,
): Tensor2D[] {
  const tableGrad = gpu.makeBeside<Tensor2D>([width, vocabulary]);
  const positionGrad = places > 0 ? gpu.makeBeside<Tensor2D>([width, places]) : null;
  const code = () => `var<workgroup> marks: array<atomic<u32>, ${WORDS}>;
fn ofPlace(place: u32, thread: u32) {
  let columns = u32(numbers.width);
  ${
    positionGrad
      ? `let step = u32(numbers.length);
  for (var c = thread; c < columns; c += ${THREADS}u) {
    var sum = 0.0;
    if (place < step) {
      for (var row = place; row < arrayLength(&tokens); row += step) { sum += dy[row * columns + c]; }
    }
    positionGrad[c * u32(numbers.places) + place] = sum;
  }`
      : ""
  }
}
fn ofToken(token: u32, thread: u32) {
  let columns = u32(numbers.width);
  for (var first = 0u; first < columns; first += ${THREADS}u) {
    let c = first + thread;
    var sum = 0.0;
    for (var base = 0u; base < arrayLength(&tokens); base += ${32 * WORDS}u) {
      workgroupBarrier();
      for (var word = thread; word < ${WORDS}u; word += ${THREADS}u) { atomicStore(&marks[word], 0u); }
      workgroupBarrier();
      let end = min(arrayLength(&tokens), base + ${32 * WORDS}u);
      for (var row = base + thread; row < end; row += ${THREADS}u) {
        if (u32(tokens[row]) == token) { atomicOr(&marks[(row - base) / 32u], 1u << ((row - base) % 32u)); }
      }
      workgroupBarrier();
      for (var word = 0u; word < ${WORDS}u; word++) {
        var bits = atomicLoad(&marks[word]);
        while (bits != 0u) {
          let row = base + 32u * word + firstTrailingBit(bits);
          if (c < columns) { sum += dy[row * columns + c]; }
          bits &= bits - 1u;
        }
      }
    }
    if (c < columns) { tableGrad[c * u32(numbers.vocabulary) + token] = numbers.scale * sum; }
  }
}
${mainCode(
  THREADS,
  `let tokensIn = u32(numbers.vocabulary);
  if (tile < tokensIn) { ofToken(tile, thread); } else if (tile < tokensIn + u32(numbers.places)) { ofPlace(tile - tokensIn, thread); }`,
)}`;
  gpu.run(
    { key: `embedGrad_${positionGrad !== null}`, code, workgroups: workgroupsFor(vocabulary + places) },
    { tableGrad, ...(positionGrad && { positionGrad }) },
    { tokens, dy },
    { length, width, vocabulary, scale, places },
  );
  return positionGrad ? [tableGrad, positionGrad] : [tableGrad];
}
