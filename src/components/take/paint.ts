/** A colour as every reader of SVG knows it: #rrggbb, and its opacity from 0 to 1. */
export interface Paint {
  colour: string;
  opacity: number;
}

const known = new Map<string, Paint>();

/** Resolves any colour of CSS, whatever its space, to sRGB. Null where nothing is painted. */
export function paintOf(css: string): Paint | null {
  if (css === "none" || css === "transparent" || css === "") return null;
  const paint = known.get(css) ?? readPaint(css);
  known.set(css, paint);
  return paint.opacity === 0 ? null : paint;
}

/** A paint as attributes of what it is for. */
export const paintAs = (use: "fill" | "stroke", paint: Paint | null) => ({
  [use]: paint?.colour ?? "none",
  [`${use}-opacity`]: paint && paint.opacity !== 1 ? paint.opacity : null,
});

const RGB = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/;

function readPaint(css: string): Paint {
  const [, red, green, blue, alpha] = RGB.exec(css) ?? [];
  if (red !== undefined) return { colour: hex([red, green, blue].map(Number)), opacity: Number(alpha ?? 1) };
  const pixel = document.createElement("canvas").getContext("2d"); // not every browser has one off the page
  if (!pixel) return { colour: "#000000", opacity: 1 };
  pixel.fillStyle = css;
  pixel.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 255] = pixel.getImageData(0, 0, 1, 1).data;
  return { colour: hex([r, g, b]), opacity: Math.round((a / 255) * 1000) / 1000 };
}

const hex = (parts: readonly number[]) => `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
