/** A number for reading: `digits` significant digits, 1.2e-5 below 1e-3 and from 1e5 on. */
export function formatNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "not a number" : value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size < 1e-3 || size >= 1e5) return shortExponent(value.toExponential(digits - 1));
  return value.toPrecision(digits).includes("e") ? String(Math.round(value)) : value.toPrecision(digits);
}

/** A setting as a person would write it: at least two digits, no more than four: "0.30", "10", "0.125", "1e-7". */
export function formatSettingValue(value: number | string): string {
  if (typeof value === "string") return value;
  if (value === 0) return "0";
  const short = Number(value.toPrecision(4));
  const size = Math.abs(short);
  if (size < 1e-3 || size >= 1e5) return String(Number(short.toPrecision(4)).toExponential()).replace("e+", "e");
  const padded = short.toPrecision(2);
  return Number(padded) === short && size < 10 ? padded : String(short);
}

/** 23.4 % from 0.234. */
export function formatPercent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** BLEU as papers print it, to a tenth of a point. */
export const formatBleu = (score: number): string => score.toFixed(1);

/** Error bars below this are of the arithmetic, not of the estimate. */
const LEAST_ERROR = 1e-5;

/** ±2.1 % from a relative standard error of 0.021, ±0.03 % from 0.0003, below ±0.001 % no more digits: never a zero that is none. */
export function formatErrorBar(relative: number): string {
  if (relative > 0 && relative < LEAST_ERROR) return `±<${100 * LEAST_ERROR} %`;
  const isTiny = relative > 0 && relative < 0.0005;
  return `±${isTiny ? `${Number((100 * relative).toPrecision(1))} %` : formatPercent(relative)}`;
}

/** "(−2.500, 1.200)" */
export function formatPoint([a, b]: readonly [number, number]): string {
  return `(${formatCoordinate(a)}, ${formatCoordinate(b)})`;
}

/** To a thousandth, with a true minus sign. */
export function formatCoordinate(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e4) return formatNumber(value, 3);
  return value.toFixed(3).replace("-", "−");
}

function shortExponent(text: string): string {
  return text.replace("e+", "e");
}
