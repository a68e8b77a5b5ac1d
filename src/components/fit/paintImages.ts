import type { ImageForm } from "../../store/fit/reconstruction";

/** Pixels between two images. */
export const GAP = 4;

/** Draws the first `count` images side by side in a canvas of their size with their gaps, each value as the strength of the element's colour. */
export function paintImages(
  canvas: HTMLCanvasElement,
  { width, height }: ImageForm,
  values: Float32Array,
  count: number,
): void {
  const stride = width + GAP;
  const context = canvas.getContext("2d");
  if (!context) return;
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(canvas).color.match(/[\d.]+/g) ?? []).map(Number);
  const drawn = context.createImageData(canvas.width, height);
  for (let image = 0; image < count; image++)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const value = values[(image * height + y) * width + x] ?? 0;
        const at = 4 * (y * canvas.width + image * stride + x);
        drawn.data[at] = red;
        drawn.data[at + 1] = green;
        drawn.data[at + 2] = blue;
        drawn.data[at + 3] = Math.round(255 * Math.min(1, Math.max(0, Number.isFinite(value) ? value : 0)));
      }
  context.putImageData(drawn, 0, 0);
}
