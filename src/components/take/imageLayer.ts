import { attributes, type PageBox, px } from "./svgText";

/** A painted picture inside the file itself, at the size in which the page shows it. */
export function imageLayer(image: HTMLCanvasElement | HTMLImageElement, place: PageBox, origin: PageBox): string {
  const [width, height] = [place.right - place.left, place.bottom - place.top];
  if (width <= 0 || height <= 0) return "";
  const { imageRendering } = getComputedStyle(image);
  const isPixelated = imageRendering === "pixelated" || imageRendering === "crisp-edges";
  const href = dataOf(image, isPixelated ? [width, height] : null);
  const at = { x: px(place.left - origin.left), y: px(place.top - origin.top) };
  const size = { width: px(width), height: px(height), preserveAspectRatio: "none" };
  return `<image${attributes({ ...at, ...size, "xlink:href": href })}/>`;
}

/** Every pixel of a small picture as so many whole ones, as not every reader of SVG keeps pixels apart. */
const SHARP = 4;

/** As PNG; pixels that stay apart on the page are drawn as squares. */
function dataOf(image: HTMLCanvasElement | HTMLImageElement, shown: readonly [number, number] | null): string {
  const [width, height] =
    image instanceof HTMLCanvasElement ? [image.width, image.height] : [image.naturalWidth, image.naturalHeight];
  const scale = shown ? Math.max(1, Math.ceil((SHARP * shown[0]) / Math.max(1, width) / SHARP)) : 1;
  const copy = document.createElement("canvas");
  copy.width = Math.max(1, width * scale);
  copy.height = Math.max(1, height * scale);
  const context = copy.getContext("2d");
  if (!context) return "";
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0, copy.width, copy.height);
  return copy.toDataURL("image/png");
}
