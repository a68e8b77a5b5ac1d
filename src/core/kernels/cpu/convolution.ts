import type { backend_util } from "@tensorflow/tfjs-core";

/** Channels of the result that grow side by side. */
const STRIP = 4;

/**
 * Convolution of images [N, H, W, C] with a filter [kh, kw, C, O], channels last, to the bits of tfjs's own: each value grows by one
 * product after another, over the filter's rows, its columns and the channels, and is rounded to float32 after each.
 */
export function convolution(x: Float32Array, filter: Float32Array, info: backend_util.Conv2DInfo): Float32Array {
  const { batchSize, outHeight, outWidth, outChannels, strideHeight, strideWidth, padInfo } = info;
  const out = new Float32Array(batchSize * outHeight * outWidth * outChannels);
  let target = 0;
  for (let image = 0; image < batchSize; image++)
    for (let row = 0; row < outHeight; row++)
      for (let column = 0; column < outWidth; column++) {
        const top = row * strideHeight - padInfo.top;
        const left = column * strideWidth - padInfo.left;
        for (let channel = 0; channel < outChannels; channel += STRIP)
          addPlace(x, filter, info, image, top, left, channel, out, target);
        target += outChannels;
      }
  return out;
}

/** One place of the result, of so many channels from `channel` on. */
function addPlace(
  x: Float32Array,
  filter: Float32Array,
  info: backend_util.Conv2DInfo,
  image: number,
  top: number,
  left: number,
  channel: number,
  out: Float32Array,
  target: number,
): void {
  const { inHeight, inWidth, inChannels, outChannels, filterHeight, filterWidth } = info;
  const { dilationHeight, dilationWidth } = info;
  // what lies beyond the last channel is computed from the last again, and not stored
  const further = outChannels - 1 - channel;
  const c1 = Math.min(1, further);
  const c2 = Math.min(2, further);
  const c3 = Math.min(3, further);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < filterHeight; i++) {
    const row = top + i * dilationHeight;
    if (row < 0 || row >= inHeight) continue;
    for (let j = 0; j < filterWidth; j++) {
      const column = left + j * dilationWidth;
      if (column < 0 || column >= inWidth) continue;
      const from = ((image * inHeight + row) * inWidth + column) * inChannels;
      let weight = (i * filterWidth + j) * inChannels * outChannels + channel;
      for (let k = from; k < from + inChannels; k++) {
        const value = x[k] as number;
        s0 = Math.fround(s0 + value * (filter[weight] as number));
        s1 = Math.fround(s1 + value * (filter[weight + c1] as number));
        s2 = Math.fround(s2 + value * (filter[weight + c2] as number));
        s3 = Math.fround(s3 + value * (filter[weight + c3] as number));
        weight += outChannels;
      }
    }
  }
  const at = target + channel;
  out[at] = s0;
  if (c1 === 1) out[at + 1] = s1;
  if (c2 === 2) out[at + 2] = s2;
  if (c3 === 3) out[at + 3] = s3;
}
