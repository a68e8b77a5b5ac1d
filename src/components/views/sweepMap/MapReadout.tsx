import type { SweepMapModel, SweepPointModel } from "../../../store/views/sweepMap/sweepSelectors";
import { cellText, pairText } from "../../../store/views/sweepMap/sweepWords";
import { MathText } from "../../ui/MathSymbol";
import type { MapPlace } from "./mapLayout";
import "./sweepMap.css";

interface MapReadoutProps {
  model: SweepMapModel;
  point: SweepPointModel;
  /** The cell at or nearest to the handle. */
  held: MapPlace;
  /** The cell under the pointer, before that of the handle. */
  pointed: MapPlace | null;
}

/** The exact numbers of one cell: the one pointed at, else the one nearest to where the sliders stand. */
export function MapReadout({ model: { cells, grid }, point, held, pointed }: MapReadoutProps) {
  const { column, row } = pointed ?? held;
  const cell = cells.find((one) => one.column === column && one.row === row);
  const lambdas = { lambdaFsd: grid.lambdaFsd[column] ?? 0, lambdaWsd: grid.lambdaWsd[row] ?? 0 };
  const isHere = lambdas.lambdaFsd === point.lambdaFsd && lambdas.lambdaWsd === point.lambdaWsd;
  const pair = pairText(lambdas);
  const where = pointed ? `${pair}: ` : isHere ? `Here, ${pair}: ` : `Nearest cell, ${pair}: `;
  return (
    <p className="map-readout">
      <MathText text={where} />
      <MathText text={cell ? cellText(cell) : "not trained yet"} />
    </p>
  );
}
