import { memo } from "react";
import { formatNumber } from "../../../store/words/format";
import { useCalm } from "./useCalm";

/** A column of the table: what a line of the chart runs through. Names differ. */
export interface TableSeries {
  name: string;
  points: readonly { x: number; y: number | null }[];
}

interface DataTableProps {
  /** What the values are: "loss", "η", "Q". */
  caption: string;
  xTitle: string;
  /** The same array as long as nothing new was drawn. */
  series: readonly TableSeries[];
}

const PLACES = Array.from({ length: 8 }, (_, row) => row / 7);

/** The drawn values in a table for screen readers: the run so far at eight places, at most every three seconds anew. */
export function DataTable({ caption, xTitle, series }: DataTableProps) {
  return <StillTable caption={caption} xTitle={xTitle} series={useCalm(series)} />;
}

const StillTable = memo(function StillTable({ caption, xTitle, series }: DataTableProps) {
  const filled = series.filter(({ points }) => points.length > 0);
  if (filled.length === 0) return null;
  return (
    <div className="hidden">
      <table>
        <caption>{`${caption} against ${xTitle}`}</caption>
        <thead>
          <tr>
            {filled.map(({ name }) => (
              <th key={name} scope="col">
                {`${xTitle}: ${name}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PLACES.map((place) => (
            <tr key={place}>
              {filled.map(({ name, points }) => {
                const point = points[Math.round(place * (points.length - 1))];
                return <td key={name}>{point ? cellText(point) : ""}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

function cellText({ x, y }: TableSeries["points"][number]): string {
  return `${formatNumber(x)}: ${y === null ? "nothing" : formatNumber(y)}`;
}
