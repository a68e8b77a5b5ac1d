const MINUS = "\u2212";

/** An axis label: no digit that says nothing ("0.3", "20k", "1e−5"). */
export function formatTick(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-3) {
    const [mantissa = "", exponent = ""] = Number(value.toPrecision(3)).toExponential().split("e");
    return `${mantissa}e${exponent.replace("+", "").replace("-", MINUS)}`.replace(/^-/, MINUS);
  }
  const digits = size >= 100 ? 4 : 3; // years, and prices far from zero
  const plain = size >= 1e4 ? `${Number((size / 1e3).toPrecision(4))}k` : String(Number(size.toPrecision(digits)));
  return (value < 0 ? MINUS : "") + plain;
}

/** Bytes as "96 KB" or "1.4 MB" (powers of 1,000). */
export function formatBytes(bytes: number): string {
  if (bytes < 1e3) return `${bytes} B`;
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} KB`;
  return `${(bytes / 1e6).toPrecision(bytes < 1e7 ? 2 : 3)} MB`;
}
