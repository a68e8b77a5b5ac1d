import { openOptions, taskOption } from "../../config/tables/networks/taskSetup";
import type { TaskOptionName } from "../../config/tables/taskOptions";
import { useExperiment } from "../../store/experiment/experimentStore";
import { CsvColumns } from "../csv/CsvColumns";
import { useActions } from "../ui/actionsContext";
import { Later } from "../ui/Later";
import { CommitField } from "./CommitField";
import "./settings.css";

const fetchEstimate = async () => (await import("./Estimate")).EstimateTable;

/** Length, batch size and the task's own choices. */
export function TaskSettings() {
  const actions = useActions();
  const config = useExperiment((state) => state.config);
  const { batchSize, steps } = config;
  return (
    <>
      <fieldset className="fields">
        <legend>Race and data</legend>
        <div className="setting">
          <span>Steps</span>
          <CommitField label="Steps of the race" value={steps} isInteger min={1} onCommit={actions.setSteps} />
          <small>a race under way goes on to them</small>
        </div>
        <div className="setting">
          <span>Batch size</span>
          <CommitField
            label="Batch size"
            value={batchSize}
            isInteger
            min={1}
            onCommit={(value) => actions.setBatchSize(value)}
          />
        </div>
        {openOptions(config).map((name) => (
          <OptionField key={name} name={name} />
        ))}
      </fieldset>
      <CsvColumns />
      <Later fetchPart={fetchEstimate} late={null} />
    </>
  );
}

function OptionField({ name }: { name: TaskOptionName }) {
  const actions = useActions();
  const config = useExperiment((state) => state.config);
  const value: number | string = config.taskOptions[name];
  const info = taskOption(config, name);
  const set = (next: number | string) => actions.setTaskOption(name, next);
  return (
    <div className="setting">
      <span>{info.label}</span>
      {info.kind === "choice" ? (
        <select aria-label={info.label} value={value} onChange={(event) => set(event.target.value)}>
          {info.choices.map((choice) => (
            <option key={choice} value={choice}>
              {info.names[choice]}
            </option>
          ))}
        </select>
      ) : (
        <>
          <CommitField
            label={info.label}
            value={Number(value)}
            isInteger={info.integer}
            min={info.min}
            max={info.max}
            onCommit={set}
          />
          <small>{`${info.min} to ${info.max}`}</small>
        </>
      )}
    </div>
  );
}
