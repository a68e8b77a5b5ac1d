import { type CSSProperties, memo, useEffect, useMemo, useRef } from "react";
import type { TaskPicture } from "../../config/tables/taskPicture";
import { useExperiment } from "../../store/experiment/experimentStore";
import type { FitProps, FittedRunModel } from "../../store/fit/fitSelectors";
import { reconstructionSummary, reconstructionTable } from "../../store/fit/fitWords";
import { reconstructionError } from "../../store/fit/reconstruction";
import { formatNumber } from "../../store/words/format";
import { FigureMenu } from "../charts/figure/FigureMenu";
import { FigureTable } from "../charts/figure/FigureTable";
import { useBoxSize } from "../charts/figure/useBoxSize";
import { RunName } from "../ui/MathSymbol";
import { Swatch } from "../ui/Swatch";
import { chartTestId } from "../ui/testIds";
import { useMediaQuery } from "../ui/useMediaQuery";
import { GAP, paintImages } from "./paintImages";
import "./fit.css";
import "./strip.css";
import "../charts/figure/figure.css";

type ReconstructionPicture = Extract<TaskPicture, { kind: "reconstruction" }>;

/** Width of an image with its gap, of the names of the runs, and of the errors, in units. */
const TILE = 32;
const NAMES = 92;
const ERRORS = 60;

/** Test images, and below what each run makes of them, with its error over those shown. */
export function ReconstructionFit({ picture, runs, when }: FitProps<ReconstructionPicture>) {
  const [box, size] = useBoxSize<HTMLDivElement>();
  const room = size ? Math.floor((size.width / size.unit - NAMES - ERRORS) / TILE) : 0;
  const count = Math.min(picture.names.length, Math.max(1, room));
  const shown = picture.names.slice(0, count).join(", ");
  const width = count * TILE * (size?.unit ?? 1);
  const told = useMemo(() => ({ picture, runs }), [picture, runs]);
  return (
    <figure aria-label="Fit" className="chart fit reconstructions" data-chart="fit" data-testid={chartTestId("fit")}>
      <figcaption>
        <b>Reconstructions</b>
        <span className="note">{`test images, and what each run makes of them${when === null ? "" : ` ${when}`}`}</span>
      </figcaption>
      <FigureMenu chart="fit" name="Fit" />
      <div ref={box} className="strip">
        <table>
          <thead>
            <tr>
              <th scope="col">Input</th>
              <th scope="col">
                <ImageRow
                  picture={picture}
                  values={picture.inputs}
                  count={count}
                  width={width}
                  name={`Test images: ${shown}`}
                />
              </th>
              <th scope="col">RMSE</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <ReconstructedRow key={run.run} picture={picture} run={run} count={count} width={width} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="hidden">{reconstructionSummary(picture, runs, count, when)}</p>
      <FigureTable model={told} read={reconstructionTable} />
    </figure>
  );
}

interface RowProps {
  picture: ReconstructionPicture;
  run: FittedRunModel;
  count: number;
  width: number;
}

function ReconstructedRow({ picture, run, count, width }: RowProps) {
  const values = run.prediction?.values ?? null;
  const error = values ? formatNumber(reconstructionError(picture, values, count), 3) : null;
  return (
    <tr style={{ "--c": `var(--opt-${run.token})` } as CSSProperties}>
      <th scope="row">
        <Swatch token={run.token} variant={run.variant} />
        <RunName name={run.name} />
      </th>
      <td>
        <ImageRow
          picture={picture}
          values={values}
          count={count}
          width={width}
          name={`Reconstructions by ${run.name}`}
        />
      </td>
      <td className={error === null ? "faint" : undefined}>{error ?? "–"}</td>
    </tr>
  );
}

interface ImageRowProps {
  picture: ReconstructionPicture;
  values: Float32Array | null;
  count: number;
  /** Of all images and their gaps, in pixels of the page. */
  width: number;
  name: string;
}

const ImageRow = memo(function ImageRow({ picture, values, count, width, name }: ImageRowProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useExperiment((state) => state.display.theme);
  const isDark = useMediaQuery("(prefers-color-scheme: dark)");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colour is read anew when the theme changes
  useEffect(() => {
    if (canvas.current && values) paintImages(canvas.current, picture, values, count);
  }, [picture, values, count, theme, isDark]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={name}
      width={count * (picture.width + GAP)}
      height={picture.height}
      style={{ width }}
    />
  );
});
