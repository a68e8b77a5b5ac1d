import { memo, useEffect, useRef, useState } from "react";
import { formatNumber } from "../../store/format";
import type { ChartSeries } from "../../store/viewModels";

interface DataTableProps {
  caption: string;
  xTitle: string;
  series: readonly ChartSeries[];
}

const ROWS = 8;
const REFRESH_MS = 3000;

/** The drawn values in a table for screen readers: the run so far at eight places, at most every three seconds anew. */
export function DataTable(props: DataTableProps) {
  return <StillTable {...useCalm(props)} />;
}

/** The newest value, but not more often than every `REFRESH_MS`. */
function useCalm<Value>(value: Value): Value {
  const newest = useRef(value);
  const [calm, setCalm] = useState(value);
  newest.current = value;
  useEffect(() => {
    const timer = setInterval(() => setCalm(newest.current), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return calm;
}

const StillTable = memo(
  function StillTable({ caption, xTitle, series }: DataTableProps) {
    const shown = series.filter(({ visibility, points }) => visibility === "shown" && points.length > 0);
    if (shown.length === 0) return null;
    const places = Array.from({ length: ROWS }, (_, row) => row / (ROWS - 1));
    return (
      <div className="hidden">
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              {shown.map(({ run, name }) => (
                <th key={run} scope="col">
                  {name}: {xTitle}, {caption}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={place}>
                {shown.map(({ run, points }) => {
                  const point = points[Math.round(place * (points.length - 1))];
                  return <td key={run}>{point ? `${formatNumber(point.x)}: ${formatNumber(point.y)}` : ""}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  },
  (before, after) => before.series === after.series && before.xTitle === after.xTitle,
);
