/** Numbers as a recording holds them (docs/TRACE.md, "Recordings"): whole multiples of a unit, or of a unit of the logarithm. */
export interface Packed {
  /** `log`: positive numbers, each off by at most half a unit of its size; `linear`: off by at most half a unit. */
  scale: "log" | "linear";
  unit: number;
  /** Codes in base 64, a text for each digit, the lowest first; so that gzip finds the high digits alike. */
  digits: string[];
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Codes below this stand for no number and for zero; the others are differences from the number before. */
const GAP = 0;
const ZERO = 1;
const FIRST_DIFFERENCE = 2;

/** Packs numbers; null and what is not finite becomes a gap. On a logarithmic scale what is not positive becomes zero. */
export function packNumbers(values: ArrayLike<number | null>, scale: Packed["scale"], unit: number): Packed {
  let before = 0;
  const codes = Array.from(values, (value) => {
    if (value === null || !Number.isFinite(value)) return GAP;
    if (scale === "log" && value <= 0) return ZERO;
    const whole = Math.round((scale === "log" ? Math.log(value) : value) / unit);
    const difference = whole - before;
    before = whole;
    return FIRST_DIFFERENCE + (difference < 0 ? -2 * difference - 1 : 2 * difference);
  });
  const digits: string[] = [];
  for (let rest = codes; digits.length === 0 || rest.some((code) => code > 0); ) {
    digits.push(rest.map((code) => ALPHABET[code % 64]).join(""));
    rest = rest.map((code) => Math.floor(code / 64));
  }
  return { scale, unit, digits };
}

/** The numbers again, within the bound of their scale. */
export function unpackNumbers({ scale, unit, digits }: Packed): (number | null)[] {
  let before = 0;
  return Array.from(digits[0] ?? "", (_, at) => {
    const code = digits.reduceRight((sum, text) => 64 * sum + ALPHABET.indexOf(text[at] ?? "A"), 0);
    if (code === GAP) return null;
    if (code === ZERO) return 0;
    const folded = code - FIRST_DIFFERENCE;
    before += folded % 2 === 1 ? -(folded + 1) / 2 : folded / 2;
    return scale === "log" ? Math.exp(before * unit) : before * unit;
  });
}
