import { memo, useEffect, useRef } from "react";
import type { TaskPicture } from "../../config/tables/taskPicture";
import type { FitProps } from "../../store/fit/fitSelectors";
import { imagesSummary } from "../../store/fit/fitWords";
import { FigureMenu } from "../charts/figure/FigureMenu";
import { useBoxSize } from "../charts/figure/useBoxSize";
import { Icon } from "../ui/Icon";
import { RunName } from "../ui/MathSymbol";
import { Swatch } from "../ui/Swatch";
import { chartTestId } from "../ui/testIds";
import "./fit.css";
import "./strip.css";
import "../charts/figure/figure.css";

type ImagesPicture = Extract<TaskPicture, { kind: "images" }>;

/** Width of a column with its class name, in units. */
const COLUMN = 86;

/** Width of the names of the runs, in units: a swatch, and 7 for a letter of the longest; beyond 17 letters a name is cut. */
const widthOfNames = (names: readonly string[]) =>
  40 + 7 * Math.min(17, Math.max(9, ...names.map(({ length }) => length)));

/** Test images with their class, and below what each run takes them for: right or wrong by sign, word and ink. */
export function ImageFit({ picture, runs, when }: FitProps<ImagesPicture>) {
  const [box, size] = useBoxSize<HTMLDivElement>();
  const names = widthOfNames(runs.map(({ name }) => name));
  const room = size ? Math.floor((size.width / size.unit - names) / COLUMN) : 0;
  const columns = picture.labels.slice(0, Math.max(0, room)).map((label, image) => ({ label, image }));
  return (
    <figure aria-label="Fit" className="chart fit images" data-chart="fit" data-testid={chartTestId("fit")}>
      <figcaption>
        <b>Test images</b>
        <span className="note">{`true class, and what each run says${when === null ? "" : ` ${when}`}`}</span>
      </figcaption>
      <FigureMenu chart="fit" name="Fit" />
      <div ref={box} className="strip">
        <table style={size ? { width: (names + columns.length * COLUMN) * size.unit } : undefined}>
          <colgroup>
            <col style={{ width: names * (size?.unit ?? 1) }} />
            <col span={Math.max(1, columns.length)} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden">Run</span>
              </th>
              {columns.map(({ label, image }) => (
                <th key={image} scope="col">
                  <Sample picture={picture} image={image} />
                  <span>{picture.classes[label]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.run}>
                <th scope="row">
                  <Swatch token={run.token} variant={run.variant} />
                  <RunName name={run.name} />
                </th>
                {columns.map(({ label, image }) => (
                  <Guess key={image} guess={run.prediction?.values[image]} label={label} classes={picture.classes} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="hidden">{imagesSummary(picture, runs, when)}</p>
    </figure>
  );
}

interface GuessProps {
  guess: number | undefined;
  label: number;
  classes: readonly string[];
}

const Guess = memo(function Guess({ guess, label, classes }: GuessProps) {
  if (guess === undefined) return <td className="faint">–</td>;
  const isRight = guess === label;
  return (
    <td className={isRight ? "right" : "wrong"}>
      <Icon name={isRight ? "check" : "cross"} />
      <span className="hidden">{isRight ? "right:" : "wrong:"}</span> <span>{classes[guess]}</span>
    </td>
  );
});

const Sample = memo(function Sample({ picture, image }: { picture: ImagesPicture; image: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, pixels } = picture;
  useEffect(() => {
    const size = width * height * 4;
    const own = new Uint8ClampedArray(pixels.subarray(image * size, (image + 1) * size));
    canvas.current?.getContext("2d")?.putImageData(new ImageData(own, width, height), 0, 0);
  }, [width, height, pixels, image]);
  return <canvas ref={canvas} width={width} height={height} />;
});
