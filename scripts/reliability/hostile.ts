import type { generator } from "../../src/store/testing/generator";

export type Draws = ReturnType<typeof generator>;

/** Texts that have broken readers before: names of every object, markup, formulas, numbers at and beyond the ends, cut escapes. */
export const HOSTILE_TEXTS = [
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "toString",
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(1)</script>",
  '=HYPERLINK("http://example.org";"x")',
  "+1+cmd|' /C calc'!A0",
  "@SUM(1)",
  "javascript:alert(1)",
  "%",
  "%E0%A4%A",
  "\u0000",
  "\uFFFE\uD800",
  "\u202Eabc",
  "1e999",
  "-1e999",
  "NaN",
  "-0",
  "9007199254740993",
  "1e-400",
  "0x10",
  "1_000",
  "١٢",
  "",
  " ",
  ",",
  ";",
  ":",
  "..",
  "a".repeat(5000),
  "9".repeat(400),
  "𝛌".repeat(50),
] as const;

/** Values of every type of JSON, at and beyond what is expected. */
const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e308,
  -1e308,
  2 ** 53,
  1e-320,
  [],
  {},
  [[]],
  [null],
  { length: 3 },
  { toString: 1 },
  JSON.parse('{"__proto__":{"polluted":1}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":1}}}'),
  ...HOSTILE_TEXTS,
];

/** A value of any kind. */
export const hostileValue = ({ pick, chance }: Draws): unknown =>
  chance(0.1) ? nested(30) : structuredClone(pick(HOSTILE_VALUES));

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

/** A copy of a value of JSON in which one to three places are changed: another value, one left out, one more, or one twice. */
export function changed(value: unknown, draws: Draws): unknown {
  let copy = structuredClone(value);
  for (let left = 1 + Math.floor(3 * draws.next()); left > 0; left--) copy = changedOnce(copy, draws);
  return copy;
}

function changedOnce(value: unknown, draws: Draws): unknown {
  const { pick, chance, next } = draws;
  if (typeof value !== "object" || value === null || chance(0.15)) return hostileValue(draws);
  if (Array.isArray(value)) {
    const at = Math.floor(next() * value.length);
    if (chance(0.1)) return [...value, value[at] ?? hostileValue(draws)];
    if (chance(0.1)) return value.toSpliced(at, 1);
    return value.length === 0 ? [hostileValue(draws)] : value.with(at, changedOnce(value[at], draws));
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || chance(0.1)) return withOwn(entries, pick(HOSTILE_TEXTS), hostileValue(draws));
  const [name, inner] = pick(entries);
  if (chance(0.1)) return withOwn(entries.filter(([other]) => other !== name));
  return withOwn(entries, name, changedOnce(inner, draws));
}

/** An object with these fields of its own, `__proto__` among them. */
function withOwn(entries: readonly [string, unknown][], name?: string, value?: unknown): object {
  return Object.fromEntries(
    name === undefined ? entries : [...entries.filter(([other]) => other !== name), [name, value]],
  );
}

/** The bytes of a text, one in three cut short or with some of them flipped. */
export function damagedBytes(text: string, { next, chance }: Draws): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(new TextEncoder().encode(text));
  if (chance(0.15)) return bytes.slice(0, Math.floor(next() * bytes.length));
  if (chance(0.2))
    for (let left = 1 + Math.floor(5 * next()); left > 0 && bytes.length > 0; left--)
      bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
  return bytes;
}

/** Words that no person should be shown: an object where a text belongs, or code. */
export const NO_WORDS = /\[object|\[Function|native code|undefined is not|is not a function|Cannot read prop/;

/** Fails where an object of every other object has got something of an input. */
export function expectClean(): void {
  if ("polluted" in {}) throw new Error("Object.prototype was written to.");
}
