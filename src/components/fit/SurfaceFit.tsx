import { type CSSProperties, memo, useMemo } from "react";
import type { FitProps } from "../../store/fit/fitSelectors";
import { surfaceSummary, surfaceTable } from "../../store/fit/fitWords";
import { FigureMenu } from "../charts/figure/FigureMenu";
import { FigureTable } from "../charts/figure/FigureTable";
import { RunName } from "../ui/MathSymbol";
import { Swatch } from "../ui/Swatch";
import { chartTestId } from "../ui/testIds";
import { MapAxes } from "./MapAxes";
import { pointsPath, SurfaceMap, type SurfacePicture } from "./SurfaceMap";
import "./fit.css";
import "../charts/figure/figure.css";

/** Decision surfaces: one small map per run in its colour, darker where class 1 is likelier, under the training points. */
export function SurfaceFit({ picture, runs, when }: FitProps<SurfacePicture>) {
  const told = useMemo(() => ({ picture, runs }), [picture, runs]);
  return (
    <figure aria-label="Fit" className="chart fit surfaces" data-chart="fit" data-testid={chartTestId("fit")}>
      <figcaption>
        <b>Decision surface</b>
        <span className="note">
          {`darker: class 1 is likelier; filled points are class 1${when === null ? "" : `; ${when}`}`}
        </span>
      </figcaption>
      <FigureMenu chart="fit" name="Fit" />
      <div className="maps">
        {runs.map((run) => (
          <div key={run.run} className="map" style={{ "--c": `var(--opt-${run.token})` } as CSSProperties}>
            <div className="map-box">
              <SurfaceMap
                picture={picture}
                values={run.prediction?.values ?? null}
                label={`Decision surface of ${run.name}`}
              />
              <Points picture={picture} />
              <MapAxes picture={picture} />
            </div>
            <p>
              <Swatch token={run.token} variant={run.variant} />
              <RunName name={run.name} />
            </p>
          </div>
        ))}
      </div>
      <p className="hidden">{surfaceSummary(runs, when)}</p>
      <FigureTable model={told} read={surfaceTable} />
    </figure>
  );
}

const Points = memo(function Points({ picture }: { picture: SurfacePicture }) {
  const { trainLabels } = picture;
  const dotsOf = (label: number) =>
    pointsPath(
      picture,
      [...trainLabels.keys()].filter((row) => trainLabels[row] === label),
    );
  const [zeros, ones] = [dotsOf(0), dotsOf(1)];
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true">
      <path d={zeros} className="ring" />
      <path d={zeros} className="hole" />
      <path d={ones} className="ring" />
    </svg>
  );
});
