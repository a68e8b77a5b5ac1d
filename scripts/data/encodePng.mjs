// @ts-check
import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/**
 * @param {string} type
 * @param {Buffer} content
 */
function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(content.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/**
 * PNG's Paeth predictor: of left (a), above (b) and above left (c), the one nearest to a + b − c.
 * @param {number} a
 * @param {number} b
 * @param {number} c
 */
function paeth(a, b, c) {
  const estimate = a + b - c;
  const [toA, toB, toC] = [Math.abs(estimate - a), Math.abs(estimate - b), Math.abs(estimate - c)];
  if (toA <= toB && toA <= toC) return a;
  return toB <= toC ? b : c;
}

/** PNG's colour types of grey and RGB. */
const COLOUR_TYPE = { 1: 0, 3: 2 };

/**
 * Encodes 8-bit grey or RGB pixels (row-major) as a PNG, each row with the filter of the least sum of absolute values. The
 * same pixels give the same bytes wherever Node's zlib is the same.
 * @param {{ width: number, height: number, channels: 1 | 3, data: Uint8Array }} image
 * @returns {Buffer}
 */
export function encodePng({ width, height, channels, data }) {
  const stride = width * channels;
  const rows = Buffer.alloc(height * (stride + 1));
  const candidates = Array.from({ length: 5 }, () => Buffer.alloc(stride));
  for (let y = 0; y < height; y++) {
    const start = y * stride;
    const sums = [0, 0, 0, 0, 0];
    for (let x = 0; x < stride; x++) {
      const value = data[start + x] ?? 0;
      const a = x >= channels ? (data[start + x - channels] ?? 0) : 0;
      const b = y > 0 ? (data[start - stride + x] ?? 0) : 0;
      const c = x >= channels && y > 0 ? (data[start - stride + x - channels] ?? 0) : 0;
      const predictions = [0, a, b, (a + b) >> 1, paeth(a, b, c)];
      predictions.forEach((prediction, filter) => {
        const residual = (value - prediction) & 255;
        /** @type {Buffer} */ (candidates[filter])[x] = residual;
        sums[filter] = (sums[filter] ?? 0) + (residual < 128 ? residual : 256 - residual);
      });
    }
    const best = sums.indexOf(Math.min(...sums));
    rows[y * (stride + 1)] = best;
    candidates[best]?.copy(rows, y * (stride + 1) + 1);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8; // bits a channel
  header[9] = COLOUR_TYPE[channels];
  const pixels = deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([SIGNATURE, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}
