import { Fragment, memo } from "react";
import type { SweepGrid } from "../../../config/experiment/sweepGrid";
import type { PlacedCell, SweepMapModel } from "../../../store/views/sweepMap/sweepSelectors";
import { formatTick } from "../../charts/geometry/format";
import type { BoxSize } from "../../charts/geometry/geometry";
import {
  BELOW_CELLS,
  footTitlePlace,
  panelTitlePlace,
  panelXTickPlace,
  panelYTickPlace,
} from "../../charts/geometry/panelPlaces";
import { SvgSymbol } from "../../ui/MathSymbol";
import { fillOf } from "./mapColour";
import { cornerOf, type MapLayout, type MapPlace, mapLayout } from "./mapLayout";
import "./sweepMap.css";
import "../../charts/marks/marks.css";

interface MapPlotProps {
  size: BoxSize;
  model: SweepMapModel;
  /** The cell under the pointer. */
  pointed: MapPlace | null;
}

/** Cells, their marks, and both axes. */
export const MapPlot = memo(function MapPlot({ size, model, pointed }: MapPlotProps) {
  const layout = mapLayout(size, model.grid);
  const { cellWidth, cellHeight } = layout;
  const frameOf = (place: MapPlace, inset: number) => {
    const { x, y } = cornerOf(layout, place);
    return { x: x + inset, y: y + inset, width: cellWidth - 2 * inset, height: cellHeight - 2 * inset };
  };
  const { box } = layout;
  return (
    <svg className="layer map-cells" width={size.width} height={size.height} aria-hidden="true">
      <rect className="unknown" {...boxFrame(layout)} />
      <path className="cell-lines" d={linesPath(layout, model.grid)} />
      {model.cells.map((cell) => (
        <g key={`${cell.column},${cell.row}`}>
          <rect
            data-lambdas={`${cell.lambdaFsd} ${cell.lambdaWsd}`}
            {...frameOf(cell, 0.5)}
            style={{ fill: fillOf(cell.strength, model) }}
          />
          {cell.status === "diverged" ? <path className="cross" d={crossPath(layout, cell)} /> : null}
        </g>
      ))}
      {model.level.map((cell) => (
        <Fragment key={`${cell.column},${cell.row}`}>
          <rect className="best under" {...frameOf(cell, 2.5)} />
          <rect className="best" {...frameOf(cell, 2.5)} />
        </Fragment>
      ))}
      {pointed ? <rect className="pointed" {...frameOf(pointed, 1)} /> : null}
      <MapTicks layout={layout} model={model} />
      <text className="fsd" {...footTitlePlace(box, box.left, box.right, 6)}>
        <SvgSymbol symbol="λ_FSD" /> price of moving the outputs
      </text>
      <text className="wsd" {...panelTitlePlace(box)} x={2}>
        <SvgSymbol symbol="λ_WSD" /> price of moving the weights
      </text>
    </svg>
  );
});

function MapTicks({ layout, model: { grid } }: { layout: MapLayout; model: SweepMapModel }) {
  const { box, cellWidth, cellHeight } = layout;
  return (
    <>
      {grid.lambdaFsd.map((lambda, column) => {
        const { x } = cornerOf(layout, { column, row: 0 });
        return (
          <text key={lambda} {...panelXTickPlace(box, x + cellWidth / 2, BELOW_CELLS)}>
            {formatTick(lambda)}
          </text>
        );
      })}
      {grid.lambdaWsd.map((lambda, row) => {
        const { y } = cornerOf(layout, { column: 0, row });
        return (
          <text key={lambda} {...panelYTickPlace(box, y + cellHeight / 2)}>
            {formatTick(lambda)}
          </text>
        );
      })}
    </>
  );
}

function boxFrame({ box }: MapLayout) {
  return { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top };
}

/** Lines between cells, so that those not trained yet can be told apart. */
function linesPath({ box, cellWidth, cellHeight }: MapLayout, { lambdaFsd, lambdaWsd }: SweepGrid): string {
  const down = lambdaFsd.slice(1).map((_, i) => `M${box.left + (i + 1) * cellWidth} ${box.top}V${box.bottom}`);
  const across = lambdaWsd.slice(1).map((_, i) => `M${box.left} ${box.top + (i + 1) * cellHeight}H${box.right}`);
  return [...down, ...across].join("");
}

/** An x in the middle of a cell. */
function crossPath(layout: MapLayout, cell: PlacedCell): string {
  const { x, y } = cornerOf(layout, cell);
  const [cx, cy] = [x + layout.cellWidth / 2, y + layout.cellHeight / 2];
  const arm = Math.min(layout.cellWidth, layout.cellHeight, 22) / 4;
  return `M${cx - arm} ${cy - arm}L${cx + arm} ${cy + arm}M${cx - arm} ${cy + arm}L${cx + arm} ${cy - arm}`;
}
