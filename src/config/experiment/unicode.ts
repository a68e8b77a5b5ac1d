/** Bytes looked at where a file has no mark. */
const LOOKED_AT = 1 << 16;
/** Of the pairs of bytes in UTF-16, those with a zero at least: digits, signs and plain letters. */
const LEAST_SHARE = 0.4;

/**
 * The Unicode encoding of a text by its mark; without one it is UTF-16 where zeros stand in many pairs of bytes, always on the
 * same side.
 */
export function unicodeOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const pairs = Math.min(bytes.length, LOOKED_AT) >> 1;
  let [left, right] = [0, 0];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair] === 0) left += 1;
    if (bytes[2 * pair + 1] === 0) right += 1;
  }
  if (right >= LEAST_SHARE * pairs && right > 0 && left === 0) return "utf-16le";
  return left >= LEAST_SHARE * pairs && left > 0 && right === 0 ? "utf-16be" : "utf-8";
}
