import { useMemo } from "react";
import type { TaskPicture } from "../../../config/tables/taskPicture";
import type { LookaheadSnapshot } from "../../../store/experiment/state";
import { formatNumber } from "../../../store/words/format";
import { useCalm } from "../../charts/figure/useCalm";
import { TableHead } from "../../ui/TableHead";

const MOST = 8;

/** What is predicted at inputs of B′ before and after, in a table for screen readers. */
export function AheadTable({ picture, ahead }: { picture: TaskPicture; ahead: LookaheadSnapshot }) {
  const { fsdBatch, fsdBefore, fsdAfter } = useCalm(ahead);
  const rows = useMemo(() => Array.from(fsdBatch.slice(0, MOST)), [fsdBatch]);
  if (picture.kind !== "function" && picture.kind !== "surface") return null;
  const { trainX } = picture;
  const width = picture.kind === "function" ? 1 : 2;
  const input = (row: number) =>
    Array.from(trainX.slice(width * row, width * (row + 1)), (x) => formatNumber(x)).join(", ");
  return (
    <div className="hidden">
      <table>
        <caption>
          {`${picture.kind === "function" ? "Output" : "Probability of class 1"} at inputs of B′, the first ${rows.length}`}
        </caption>
        <TableHead titles={["input", "before", "after"]} />
        <tbody>
          {rows.map((row, i) => (
            <tr key={row}>
              <th scope="row">{input(row)}</th>
              <td>{formatNumber(fsdBefore[i] ?? Number.NaN)}</td>
              <td>{formatNumber(fsdAfter[i] ?? Number.NaN)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
