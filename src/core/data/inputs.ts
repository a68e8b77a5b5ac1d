/** Bytes of examples, row-major, in memory or in a file that is read when they are asked for. */
export interface Bytes {
  readonly length: number;
  /** Those from one place up to another; what is given may hold others after the next call. */
  subarray(from: number, to: number): Uint8Array;
}

/** More bytes than these, some 20,000 images of CIFAR, are neither sent to a second worker nor kept in memory where a file has them. */
export const MOST_SHARED_BYTES = 2 ** 26;

/**
 * Inputs kept as the bytes they came as, a quarter of their size in float32: each becomes a number when a batch is gathered.
 * Row-major [count, ..., channels].
 */
export interface ByteInputs {
  bytes: Bytes;
  /** What each byte stands for, by channel: [channels, 256]. */
  levels: Float32Array;
}

/** Inputs of all examples of a split, row-major [count, ...]. */
export type Inputs = Float32Array | ByteInputs;

/** Where an image is cut out of itself with a border around it, and whether it is mirrored left to right then. */
export interface Crop {
  /** Rows and columns by which the cut lies below and right of the image's own place; negative: above and left. */
  down: number;
  right: number;
  isMirrored: boolean;
}

/** Bytes with what they stand for: (byte − mean) / deviation, rounded once to float32. */
export function byteInputs(bytes: Bytes, moments: readonly { mean: number; deviation: number }[]): ByteInputs {
  const levels = new Float32Array(moments.length * 256);
  moments.forEach(({ mean, deviation }, channel) => {
    for (let byte = 0; byte < 256; byte++) levels[channel * 256 + byte] = (byte - mean) / deviation;
  });
  return { bytes, levels };
}

/** Rows of `size` numbers each, end to end; in `gathered` where there is room already. */
export function gatherRows(
  inputs: Inputs,
  rows: ArrayLike<number>,
  size: number,
  gathered: Float32Array = new Float32Array(rows.length * size),
): Float32Array {
  for (let i = 0; i < rows.length; i++) {
    const from = (rows[i] as number) * size;
    if (inputs instanceof Float32Array) gathered.set(inputs.subarray(from, from + size), i * size);
    else writeLevels(inputs.bytes.subarray(from, from + size), inputs.levels, gathered, i * size);
  }
  return gathered;
}

/** All inputs as numbers: themselves, or a copy four times as large. */
export function allNumbers(inputs: Inputs): Float32Array {
  return inputs instanceof Float32Array ? inputs : gatherRows(inputs, [0], inputs.bytes.length);
}

/**
 * As `gatherRows`, of images [height, width, channels], each cut out by its crop. Beyond the border lies black: bytes of 0, as in
 * pytorch-cifar, which pads before it standardises.
 */
export function gatherCrops(
  { bytes, levels }: ByteInputs,
  rows: ArrayLike<number>,
  [height = 1, width = 1, channels = 1]: readonly number[],
  cropOf: (row: number) => Crop,
  gathered: Float32Array = new Float32Array(rows.length * height * width * channels),
): Float32Array {
  const line = width * channels;
  const size = height * line;
  const black = Float32Array.from({ length: line }, (_, i) => levels[(i % channels) * 256] as number);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const image = bytes.subarray(row * size, (row + 1) * size);
    const { down, right, isMirrored } = cropOf(row);
    for (let y = 0; y < height; y++) {
      const at = i * size + y * line;
      gathered.set(black, at);
      if (y + down < 0 || y + down >= height) continue;
      const from = (y + down) * line;
      for (let x = Math.max(0, -right); x < Math.min(width, width - right); x++) {
        const to = at + (isMirrored ? width - 1 - x : x) * channels;
        for (let channel = 0; channel < channels; channel++)
          gathered[to + channel] = levels[
            channel * 256 + (image[from + (x + right) * channels + channel] as number)
          ] as number;
      }
    }
  }
  return gathered;
}

function writeLevels(bytes: Uint8Array, levels: Float32Array, into: Float32Array, at: number): void {
  const channels = levels.length / 256;
  for (let channel = 0; channel < channels; channel++)
    for (let i = channel; i < bytes.length; i += channels)
      into[at + i] = levels[channel * 256 + (bytes[i] as number)] as number;
}
