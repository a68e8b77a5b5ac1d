import { memo } from "react";
import type { SweepMapModel } from "../../../store/views/sweepMap/sweepSelectors";
import { cellText } from "../../../store/views/sweepMap/sweepWords";
import { settingText } from "../../../store/words/settingWords";

/** Every cell in a table for screen readers: a row for each λ_WSD, a column for each λ_FSD. */
export const MapTable = memo(function MapTable({ model: { cells, grid, note } }: { model: SweepMapModel }) {
  if (cells.length === 0) return null;
  const cellAt = (column: number, row: number) => cells.find((cell) => cell.column === column && cell.row === row);
  return (
    <div className="hidden">
      <table>
        <caption>{`Sweep map, ${note}`}</caption>
        <thead>
          <tr>
            <td />
            {grid.lambdaFsd.map((lambda) => (
              <th key={lambda} scope="col">
                {`λ_FSD ${settingText("lambdaFsd", lambda)}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.lambdaWsd.map((lambda, row) => (
            <tr key={lambda}>
              <th scope="row">{`λ_WSD ${settingText("lambdaWsd", lambda)}`}</th>
              {grid.lambdaFsd.map((column, index) => {
                const cell = cellAt(index, row);
                return <td key={column}>{cell ? cellText(cell) : ""}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
