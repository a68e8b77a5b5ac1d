import { applyPalette, GIFEncoder, quantize } from "gifenc";
import type { GifFrame } from "../../store/take/gifFrames";
import { paintFigure } from "./figurePng";
import type { FigureSvg } from "./figureSvg";

/** A figure at one step, and for how long it is shown. */
export type GifPicture = FigureSvg & Pick<GifFrame, "ms">;

const COLOURS = 256;

/** Pictures of a figure as a GIF that loops, `scale` pixels for each of the page. They share one palette, so that nothing flickers. */
export async function figureGif(pictures: readonly GifPicture[], scale: number): Promise<Blob> {
  const size = {
    width: Math.max(...pictures.map(({ width }) => width)),
    height: Math.max(...pictures.map(({ height }) => height)),
  };
  const paint = async (picture: GifPicture) => pixelsOf(await paintFigure(picture, scale, size));
  const sampled = await Promise.all(
    [0, Math.floor(pictures.length / 2), -1].map((at) => paint(pictureAt(pictures, at))),
  );
  const bytes = new Uint8Array(sampled.reduce((sum, { data }) => sum + data.length, 0));
  let end = 0;
  for (const { data } of sampled) {
    bytes.set(data, end);
    end += data.length;
  }
  const palette = quantize(bytes, COLOURS);
  const gif = GIFEncoder();
  for (const picture of pictures) {
    const { data, width, height } = await paint(picture);
    gif.writeFrame(applyPalette(data, palette), width, height, { palette, delay: picture.ms });
  }
  gif.finish();
  return new Blob([gif.bytes()], { type: "image/gif" });
}

function pictureAt(pictures: readonly GifPicture[], index: number): GifPicture {
  const picture = pictures.at(index);
  if (!picture) throw new Error("A GIF needs a picture.");
  return picture;
}

function pixelsOf(canvas: HTMLCanvasElement): ImageData {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser gives no canvas to read.");
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
