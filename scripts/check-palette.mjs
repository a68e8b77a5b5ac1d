// Checks tokens.css: contrast of text and graphics, and how far apart the colours stay
// for full colour vision and simulated protanopia, deuteranopia and tritanopia.
//   node scripts/check-palette.mjs        exits 1 when a threshold is missed
// Contrast: WCAG 2.2. Simulation: Machado, Oliveira, Fernandes 2009, severity 1, linear RGB. Distance: CIEDE2000.
import { readFileSync } from "node:fs";

const css = readFileSync(new URL("../src/styles/tokens.css", import.meta.url), "utf8");
const read = (theme) =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g)].map((m) => [
      m[1],
      m[theme === "light" ? 2 : 3],
    ]),
  );

const toLinear = (hex) =>
  [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
const luminance = (hex) => toLinear(hex).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a, b) => {
  const [lo, hi] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (hi + 0.05) / (lo + 0.05);
};

const VISION = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIELAB (D65) of a colour as seen with the given vision. */
function lab(hex, vision) {
  const rgb = toLinear(hex);
  const [r, g, b] = VISION[vision].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((s, m, i) => s + m * rgb[i], 0),
      ),
    ),
  );
  const xyz = [
    (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
    0.2126729 * r + 0.7151522 * g + 0.072175 * b,
    (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883,
  ].map((t) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116));
  return [116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])];
}

/** CIEDE2000 distance (Sharma, Wu, Dalal 2005). */
function deltaE([L1, a1, b1], [L2, a2, b2]) {
  const rad = Math.PI / 180;
  const meanC = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const G = 0.5 * (1 - Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + G), a2 * (1 + G)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const hue = (a, b) => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / rad + 360) % 360);
  const [h1, h2] = [hue(p1, b1), hue(p2, b2)];
  let dh = c1 * c2 === 0 ? 0 : h2 - h1;
  if (dh > 180) dh -= 360;
  if (dh < -180) dh += 360;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * rad);
  const [L, C] = [(L1 + L2) / 2, (c1 + c2) / 2];
  let h = h1 + h2;
  if (c1 * c2 !== 0) h = Math.abs(h1 - h2) <= 180 ? h / 2 : h < 360 ? h / 2 + 180 : h / 2 - 180;
  const T =
    1 -
    0.17 * Math.cos((h - 30) * rad) +
    0.24 * Math.cos(2 * h * rad) +
    0.32 * Math.cos((3 * h + 6) * rad) -
    0.2 * Math.cos((4 * h - 63) * rad);
  const SL = 1 + (0.015 * (L - 50) ** 2) / Math.sqrt(20 + (L - 50) ** 2);
  const SC = 1 + 0.045 * C;
  const SH = 1 + 0.015 * C * T;
  const RT = -2 * Math.sqrt(C ** 7 / (C ** 7 + 25 ** 7)) * Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * rad);
  return Math.sqrt(((L2 - L1) / SL) ** 2 + ((c2 - c1) / SC) ** 2 + (dH / SH) ** 2 + RT * ((c2 - c1) / SC) * (dH / SH));
}

const RACE = ["opt-apo-p", "opt-apo-lr", "opt-sgd", "opt-sgdm", "opt-adam", "opt-kfac"];
const ALL = Object.keys(read("light")).filter((name) => name.startsWith("opt-"));
const QUANTITIES = ["loss", "fsd", "wsd"];
const TEXT = ["ink", "ink-muted", "ink-faint", "bad", "warn", "good", ...QUANTITIES];
const GRAPHICS = [...ALL, "line-strong", "focus"];
const SURFACES = ["surface", "surface-raised"];
let failed = 0;
const judge = (ok) => {
  if (ok) return "";
  failed += 1;
  return " FAILS";
};
const short = (name) => name.replace("opt-", "");

// the first published test pair of Sharma et al. guards the distance itself
if (Math.abs(deltaE([50, 2.6772, -79.7751], [50, 0, -82.7485]) - 2.0425) > 1e-4) throw new Error("CIEDE2000 is wrong");

for (const theme of ["light", "dark"]) {
  const c = read(theme);
  const worst = (name) => Math.min(...SURFACES.map((s) => contrast(c[name], c[s])));
  console.log(`${theme}: contrast, the lower of ${SURFACES.join(" and ")}`);
  for (const [title, names, least] of [
    ["text", TEXT, 4.5],
    ["graphics", GRAPHICS, 3],
  ])
    console.log(
      `  ${title} >= ${least}: ` +
        names.map((n) => `${short(n)} ${worst(n).toFixed(1)}${judge(worst(n) >= least)}`).join(", "),
    );
  console.log(
    `  on-ink on ink >= 4.5: ${contrast(c["on-ink"], c.ink).toFixed(1)}${judge(contrast(c["on-ink"], c.ink) >= 4.5)}`,
  );

  console.log(`${theme}: smallest CIEDE2000 (${Object.keys(VISION).join(", ")})`);
  // a quantity is an area or a word, an optimizer a dashed line: the last row is reported, not required
  for (const [title, left, right, least] of [
    ["six in the race", RACE, RACE, 12],
    ["all of them", ALL, ALL, 10],
    ["loss, FSD, WSD", QUANTITIES, QUANTITIES, 12],
    ["quantity to race", QUANTITIES, RACE, 0],
  ]) {
    const closest = Object.keys(VISION).map((vision) => {
      const pairs = left.flatMap((a, i) =>
        (left === right ? right.slice(i + 1) : right).map((b) => [
          deltaE(lab(c[a], vision), lab(c[b], vision)),
          `${short(a)}/${short(b)}`,
        ]),
      );
      return pairs.sort((x, y) => x[0] - y[0])[0];
    });
    console.log(
      `  ${title}${least ? ` >= ${least}` : ""}: ` +
        closest.map(([d, pair]) => `${d.toFixed(1)} ${pair}${judge(d >= least)}`).join(", "),
    );
  }
}

const dashes = [...css.matchAll(/--dash-[\w-]+:\s*([^;]+);/g)].map((m) => m[1].trim());
console.log(
  `${new Set(dashes).size} different dashes for ${ALL.length} optimizers${judge(new Set(dashes).size === ALL.length)}`,
);
console.log(failed ? `${failed} below threshold` : "all thresholds met");
process.exit(failed ? 1 : 0);
