import { type CsvColumnModel, selectCsvColumns } from "../../store/controls/csvSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import "./csv.css";

/** Target and inputs of the person's own file; each change restarts the run. */
export function CsvColumns() {
  const actions = useActions();
  const columns = useExperiment(selectCsvColumns);
  if (columns.length === 0) return null;
  const inputs = columns.filter(({ role }) => role === "input").map(({ name }) => name);
  const toggle = (name: string) => {
    const next = columns.map((column) => column.name).filter((one) => inputs.includes(one) !== (one === name));
    actions.setCsvColumns({ inputs: next });
  };
  return (
    <fieldset className="csv-columns">
      <legend>Columns</legend>
      <label className="pick">
        Target
        <select
          aria-label="Target"
          value={columns.find(({ role }) => role === "target")?.name}
          onChange={(event) => actions.setCsvColumns({ target: event.target.value })}
        >
          {columns
            .filter(({ why }) => why === "")
            .map(({ name }) => (
              <option key={name} lang="">
                {name}
              </option>
            ))}
        </select>
      </label>
      <div className="csv-inputs-head">
        <span id="csv-inputs">
          Inputs <span className="muted">{`${inputs.length} chosen`}</span>
        </span>
        <button type="button" className="btn quiet" onClick={() => actions.setCsvColumns({ inputs: null })}>
          All that can be used
        </button>
      </div>
      <ul className="csv-inputs" aria-labelledby="csv-inputs">
        {columns.map((column) => (
          <li key={column.name}>
            <label>
              <input
                type="checkbox"
                checked={column.role === "input"}
                disabled={
                  column.role === "target" || column.why !== "" || (column.role === "input" && inputs.length === 1)
                }
                onChange={() => toggle(column.name)}
              />
              <span lang="">{column.name}</span>
              <small className="muted">{remarkOn(column)}</small>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function remarkOn({ role, why, missing }: CsvColumnModel): string {
  if (role === "target") return "the target";
  if (why !== "") return why;
  return missing === 0 ? "" : `${missing.toLocaleString("en")} missing`;
}
