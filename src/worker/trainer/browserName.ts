/** Browser and version in short, from its user agent: "Chrome 156", "Firefox 150", "Safari 26". */
export function browserName(userAgent: string): string {
  for (const [name, pattern] of PATTERNS) {
    const version = pattern.exec(userAgent)?.[1];
    if (version) return `${name} ${version}`;
  }
  return "unknown browser";
}

/** The first that fits: Edge and Opera call themselves Chrome as well, and Chrome calls itself Safari. */
const PATTERNS: readonly [string, RegExp][] = [
  ["Edge", /Edg(?:A|iOS)?\/(\d+)/],
  ["Opera", /OPR\/(\d+)/],
  ["Firefox", /(?:Firefox|FxiOS)\/(\d+)/],
  ["Chrome", /(?:Chrome|CriOS)\/(\d+)/],
  ["Safari", /Version\/(\d+).*Safari/],
];
