import type { FigureSvg } from "./figureSvg";

/** How many pixels of the file a pixel of the page may become. */
export const PNG_SCALES = [1, 2, 4] as const;

/** A figure painted on a canvas of its size times `scale`. Throws where the browser cannot draw it. */
async function paintFigure({ text, width, height }: FigureSvg, scale: number): Promise<HTMLCanvasElement> {
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("This browser gives no canvas to paint on.");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
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
