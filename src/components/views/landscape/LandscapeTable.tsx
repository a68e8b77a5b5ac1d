import { Fragment } from "react";
import type { LandscapeModel } from "../../../store/views/landscape/landscapeSelectors";
import { formatNumber, formatPoint } from "../../../store/words/format";
import { RunName } from "../../ui/MathSymbol";
import { Swatch } from "../../ui/Swatch";
import "./landscape.css";
import "../../ui/curve.css";

type TableProps = Pick<LandscapeModel, "methods" | "step" | "proximalPoint">;

/** The key of the picture, and its numbers: where each method's first step and its path so far lead. */
export function LandscapeTable({ methods, step, proximalPoint }: TableProps) {
  return (
    <table className="landscape-table">
      <caption className="hidden">Steps of each method from θ</caption>
      <thead>
        <tr>
          <th scope="col">method</th>
          <th scope="col">θ after 1</th>
          <th scope="col">{`θ after ${step}`}</th>
          <th scope="col">loss there</th>
        </tr>
      </thead>
      <tbody>
        {methods.map(({ run, name, token, variant, first, end, path, stopped }) => (
          <Fragment key={run}>
            <tr>
              <th scope="row">
                <Swatch token={token} variant={variant} />
                <RunName name={name} />
              </th>
              <td>{first ? formatPoint(first.point) : "–"}</td>
              <td>{path.length > 1 || step === 0 ? formatPoint(end.point) : "–"}</td>
              <td>{path.length > 1 || step === 0 ? formatNumber(end.loss) : "–"}</td>
            </tr>
            {stopped !== null && path.length - 1 < step ? (
              <tr className="landscape-word">
                <td colSpan={4}>{stopped}</td>
              </tr>
            ) : null}
          </Fragment>
        ))}
        {proximalPoint ? (
          <tr>
            <th scope="row">
              <svg className="swatch proximal-point" viewBox="0 0 32 12" aria-hidden="true">
                <circle className="ring" cx="16" cy="6" r="5" />
                <circle className="core" cx="16" cy="6" r="2" />
              </svg>
              θ*, exact
            </th>
            <td>{formatPoint(proximalPoint)}</td>
            <td />
            <td />
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
