import { type CSSProperties, memo, useEffect, useRef } from "react";
import type { TaskPicture } from "../../config/taskPicture";
import { useExperiment } from "../../store/experimentStore";
import { Swatch } from "../Swatch";
import { useMediaQuery } from "../useMediaQuery";
import { type FittedRun, fitStep } from "./FitFigure";

type SurfacePicture = Extract<TaskPicture, { kind: "surface" }>;

/** Decision surfaces: one small map per run in its colour, darker where class 1 is likelier, under the training points. */
export function SurfaceFit({ picture, runs }: { picture: SurfacePicture; runs: readonly FittedRun[] }) {
  const step = fitStep(runs);
  return (
    <figure aria-label="Fit" className="chart fit surfaces">
      <figcaption>
        <b>Decision surface</b>
        <span className="note">
          darker: class 1 is likelier; filled points are class 1{step === null ? "" : `; at step ${step}`}
        </span>
      </figcaption>
      <div className="maps">
        {runs.map((run) => (
          <div key={run.run} className="map" style={{ "--c": `var(--opt-${run.token})` } as CSSProperties}>
            <div className="map-box">
              <Surface picture={picture} values={run.prediction?.values ?? null} name={run.name} />
              <Points picture={picture} />
            </div>
            <p>
              <Swatch token={run.token} variant={run.variant} />
              {run.name}
            </p>
          </div>
        ))}
      </div>
    </figure>
  );
}

interface SurfaceProps {
  picture: SurfacePicture;
  values: Float32Array | null;
  name: string;
}

const DARKEST = 0.62;

const Surface = memo(function Surface({ picture, values, name }: SurfaceProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useExperiment((state) => state.view.theme);
  const isDark = useMediaQuery("(prefers-color-scheme: dark)");
  const { columns, rows } = picture;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colour is read anew when the theme changes
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (canvas.current && context && values) paint(context, canvas.current, values, columns, rows);
  }, [values, columns, rows, theme, isDark]);
  return <canvas ref={canvas} width={columns} height={rows} role="img" aria-label={`Decision surface of ${name}`} />;
});

/** P(class 1) as the strength of the element's colour; row 0 of the grid is the lowest y. */
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

const Points = memo(function Points({ picture }: { picture: SurfacePicture }) {
  const { trainX, trainLabels, bounds } = picture;
  const [xMin, xMax, yMin, yMax] = bounds;
  const dotsOf = (label: number) => {
    let path = "";
    trainLabels.forEach((own, index) => {
      if (own !== label) return;
      const x = (100 * ((trainX[2 * index] ?? 0) - xMin)) / (xMax - xMin);
      const y = 100 - (100 * ((trainX[2 * index + 1] ?? 0) - yMin)) / (yMax - yMin);
      path += `M${x.toFixed(2)} ${y.toFixed(2)}h0`;
    });
    return path;
  };
  const [zeros, ones] = [dotsOf(0), dotsOf(1)];
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true">
      <path d={zeros} className="ring" />
      <path d={zeros} className="hole" />
      <path d={ones} className="ring" />
    </svg>
  );
});
