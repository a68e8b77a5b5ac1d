import type { FigureSvg } from "./figureSvg";

/** How many pixels of the file a pixel of the page may become. */
export const PNG_SCALES = [1, 2, 4] as const;

/** The same of a GIF, which has many pictures. */
export const GIF_SCALES = [1, 2] as const;

/** A figure painted on a canvas of its size times `scale`, or of a larger one. Throws where the browser cannot draw it. */
export async function paintFigure(
  { text, width, height }: FigureSvg,
  scale: number,
  canvasSize: { width: number; height: number } = { width, height },
): Promise<HTMLCanvasElement> {
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(canvasSize.width * scale);
    canvas.height = Math.round(canvasSize.height * scale);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser gives no canvas to paint on.");
    context.drawImage(image, 0, 0, Math.round(width * scale), Math.round(height * scale));
    return canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A figure as PNG. */
export async function figurePng(svg: FigureSvg, scale: number): Promise<Blob> {
  const canvas = await paintFigure(svg, scale);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large."))), "image/png"),
  );
}
