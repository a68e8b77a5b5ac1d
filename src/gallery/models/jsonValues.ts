/** Digits that a recorded number keeps: more than any figure shows. */
const DIGITS = 4;

/** Lists of shares longer than this are kept as bytes: grey values and probabilities, drawn in 256 levels anyway. */
const LONG = 2000;

const ARRAYS = { Float32Array, Int32Array };
type ArrayName = keyof typeof ARRAYS;

const encode = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const decode = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

const round = (value: number) => (Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)));

/** RGBA in which every pixel is an opaque grey, as one byte a pixel; null for other pixels. */
function greyOf(rgba: Uint8ClampedArray): Uint8Array | null {
  const isGrey = rgba.every((value, i) => value === (i % 4 === 3 ? 255 : rgba[i - (i % 4)]));
  return isGrey ? Uint8Array.from({ length: rgba.length / 4 }, (_, pixel) => rgba[4 * pixel] ?? 0) : null;
}

/** For `JSON.stringify`: typed arrays by name, numbers to four digits, long lists of shares as bytes. */
export function toJsonValue(_key: string, value: unknown): unknown {
  if (typeof value === "number") return round(value);
  const grey = value instanceof Uint8ClampedArray && greyOf(value);
  if (grey) return { grey: encode(grey) };
  if (value instanceof Uint8Array || value instanceof Uint8ClampedArray)
    return { [value.constructor.name]: encode(new Uint8Array(value)) };
  if (value instanceof Int32Array) return { Int32Array: [...value] };
  if (!(value instanceof Float32Array)) return value;
  const areShares = value.length > LONG && value.every((share) => share >= 0 && share <= 1);
  return areShares
    ? { shares: encode(Uint8Array.from(value, (share) => Math.round(255 * share))) }
    : { Float32Array: Array.from(value, round) };
}

/** For `JSON.parse`: what `toJsonValue` wrote. */
export function fromJsonValue(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const [[name, content] = [], ...others] = Object.entries(value);
  if (others.length > 0) return value;
  if (name === "shares") return Float32Array.from(decode(content), (byte) => byte / 255);
  if (name === "grey")
    return Uint8ClampedArray.from([...decode(content)].flatMap((value) => [value, value, value, 255]));
  if (name === "Uint8Array") return decode(content);
  if (name === "Uint8ClampedArray") return new Uint8ClampedArray(decode(content));
  return name !== undefined && name in ARRAYS ? ARRAYS[name as ArrayName].from(content) : value;
}
