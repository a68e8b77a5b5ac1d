import { Fragment } from "react";
import { type EstimateRow, selectEstimate } from "../../store/controls/estimateSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { formatBytes } from "../charts/geometry/format";
import { RunName } from "../ui/MathSymbol";
import { Swatch } from "../ui/Swatch";
import "./estimate.css";

/** As many runs are named in the note; of more the table has all. */
const MOST_NAMED = 5;

/** "3.2 ms", "140 ms", "12 s": two digits, as much as an estimate has. */
function timeText(ms: number): string {
  if (ms >= 9500) return `${Number((ms / 1000).toPrecision(2))} s`;
  return ms < 0.1 ? "<0.1 ms" : `${Number(ms.toPrecision(2))} ms`;
}

const needText = ({ msPerStep, bytes }: EstimateRow) =>
  `${msPerStep === null ? "" : `${timeText(msPerStep)}, `}${formatBytes(bytes)}`;

/** In little room, below the task: what the network is, and what a step of each run needs here. */
export function EstimateNote() {
  const model = useExperiment(selectEstimate);
  if (!model) return null;
  const { network, rows } = model;
  const named = rows.slice(0, MOST_NAMED);
  return (
    <p className="estimate-note">
      <span>{`${network}. A step is about`}</span>{" "}
      {named.map((row, index) => (
        <Fragment key={row.run}>
          <span className="estimate-need" translate="no">
            <RunName name={row.name} />
            {` ${needText(row)}${index < rows.length - 1 ? ";" : "."}`}
          </span>{" "}
        </Fragment>
      ))}
      {rows.length > named.length ? (
        <span>{`and ${rows.length - named.length} more, in Methods and settings.`}</span>
      ) : null}
    </p>
  );
}

/** With the choices of the task, in the dialog: every run of the race. */
export function EstimateTable() {
  const model = useExperiment(selectEstimate);
  if (!model) return null;
  return (
    <table className="estimate-table">
      <caption>
        <span>{`${model.network}. Estimated for this device:`}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Method</th>
          <th scope="col">A step</th>
          <th scope="col">Memory at most</th>
        </tr>
      </thead>
      <tbody translate="no">
        {model.rows.map(({ run, name, token, variant, msPerStep, bytes }) => (
          <tr key={run}>
            <th scope="row">
              <Swatch token={token} variant={variant} /> <RunName name={name} />
            </th>
            <td>{msPerStep === null ? "as its solver needs" : timeText(msPerStep)}</td>
            <td>{formatBytes(bytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
