import { memo, useEffect, useRef } from "react";
import type { TaskPicture } from "../../config/tables/taskPicture";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useMediaQuery } from "../ui/useMediaQuery";
import "./surfaceMap.css";

/** The picture of a task with two inputs and two classes. */
export type SurfacePicture = Extract<TaskPicture, { kind: "surface" }>;

interface SurfaceMapProps {
  picture: SurfacePicture;
  /** In [0, 1], row-major over the picture's grid; null: nothing yet. */
  values: Float32Array | null;
  /** Accessible name. */
  label: string;
}

const DARKEST = 0.62;

/** A small map over the picture's grid, in the canvas' own colour: the nearer to 1, the darker. */
export const SurfaceMap = memo(function SurfaceMap({ picture, values, label }: SurfaceMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useExperiment((state) => state.display.theme);
  const isDark = useMediaQuery("(prefers-color-scheme: dark)");
  const { columns, rows } = picture;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colour is read anew when the theme changes
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (canvas.current && context && values) paint(context, canvas.current, values, columns, rows);
  }, [values, columns, rows, theme, isDark]);
  return <canvas ref={canvas} width={columns} height={rows} role="img" aria-label={label} />;
});

/** A value as the strength of the element's colour; row 0 of the grid is the lowest y. */
function paint(
  context: CanvasRenderingContext2D,
  canvas: HTMLCanvasElement,
  values: Float32Array,
  columns: number,
  rows: number,
) {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(canvas).color.match(/[\d.]+/g) ?? []).map(Number);
  const image = context.createImageData(columns, rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const share = values[row * columns + column] ?? 0;
      const at = 4 * ((rows - 1 - row) * columns + column);
      image.data[at] = red;
      image.data[at + 1] = green;
      image.data[at + 2] = blue;
      image.data[at + 3] = Math.round(255 * DARKEST * Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)));
    }
  }
  context.putImageData(image, 0, 0);
}

/** Training points as an SVG path of round dots over a map of 100 × 100. */
export function pointsPath({ trainX, bounds }: SurfacePicture, rows: Iterable<number>): string {
  const [xMin, xMax, yMin, yMax] = bounds;
  let path = "";
  for (const row of rows) {
    const x = (100 * ((trainX[2 * row] ?? 0) - xMin)) / (xMax - xMin);
    const y = 100 - (100 * ((trainX[2 * row + 1] ?? 0) - yMin)) / (yMax - yMin);
    path += `M${x.toFixed(2)} ${y.toFixed(2)}h0`;
  }
  return path;
}
