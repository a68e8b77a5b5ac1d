import type { GapRowModel } from "../../../store/views/gap/gapSelectors";
import { formatNumber } from "../../../store/words/format";
import { useCalm } from "../../charts/figure/useCalm";
import { RunName } from "../../ui/MathSymbol";
import { TableHead } from "../../ui/TableHead";

const text = (value: number | null) => (value === null ? "–" : formatNumber(value));

/** The gap of every shown run at the step shown, for screen readers. */
export function GapTable({ rows }: { rows: readonly GapRowModel[] }) {
  const calm = useCalm(rows);
  return (
    <div className="hidden">
      <table>
        <caption>Gap between the step taken and the exact proximal step</caption>
        <TableHead titles={["Run", "Step", "Distance", "Cosine", "Floor of any single η", "Distance at η*"]} />
        <tbody>
          {calm.map(({ run, name, step, distance, cosine, floor, atBestRate }) => (
            <tr key={run}>
              <th scope="row">
                <RunName name={name} />
              </th>
              <td>{step ?? "–"}</td>
              {[distance, cosine, floor, atBestRate].map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: four fixed columns
                <td key={index}>{text(value)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
