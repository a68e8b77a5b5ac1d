import { TASK_OPTIONS, TASKS } from "../../config/tasks";
import { useExperiment } from "../../store/experimentStore";
import { useActions } from "../actionsContext";
import { CommitField } from "./CommitField";

/** Batch size and the task's own choices. */
export function TaskSettings() {
  const actions = useActions();
  const { task, batchSize, taskOptions } = useExperiment((state) => state.config);
  const options = task === "given" ? [] : TASKS[task].options;
  return (
    <fieldset className="fields">
      <legend>Data</legend>
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
      {options.map((name) => {
        const { label, min, max, integer } = TASK_OPTIONS[name];
        return (
          <div className="setting" key={name}>
            <span>{label}</span>
            <CommitField
              label={label}
              value={taskOptions[name]}
              isInteger={integer}
              min={min}
              max={max}
              onCommit={(value) => actions.setTaskOption(name, value)}
            />
            <small>
              {min} to {max}
            </small>
          </div>
        );
      })}
    </fieldset>
  );
}
