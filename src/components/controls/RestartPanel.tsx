import type { ReactNode } from "react";
import { PRESET_GROUPS, PRESETS } from "../../config/experiment/presets";
import { ARCHIVE_IDS } from "../../config/tables/archive/archives";
import { TASK_IDS, type TaskId } from "../../config/tables/taskIds";
import { isHeavy, TASKS } from "../../config/tables/tasks";
import { useExperiment } from "../../store/experiment/experimentStore";
import { modelText } from "../../store/words/optionWords";
import { unsetText } from "../../store/words/unsetText";
import { useActions } from "../ui/actionsContext";
import { Icon } from "../ui/Icon";
import { Later } from "../ui/Later";
import { MathText } from "../ui/MathSymbol";
import { NetworkPick } from "./NetworkPick";
import "./controlPanel.css";

const fetchCsvPanel = async () => (await import("../csv/CsvPanel")).CsvPanel;
const fetchArchivePanel = async () => (await import("../archive/ArchivePanel")).ArchivePanel;
const fetchEstimate = async () => (await import("./Estimate")).EstimateNote;

/** What restarts the run: preset and task here, the rest behind what stands below them. */
export function RestartPanel({ children }: { children: ReactNode }) {
  const actions = useActions();
  const preset = useExperiment((state) => state.preset);
  // Asked for, not yet there: the choice shows at once.
  const task = useExperiment(({ config, csv, archives }) =>
    csv.isAsking ? "csv" : (archives.asking?.archive ?? config.task),
  );
  const isOfArchive = (ARCHIVE_IDS as readonly string[]).includes(task);
  const hasFile = useExperiment(({ config, csv }) => config.task === "csv" && csv.file !== null);
  const model = useExperiment(({ config }) => (config.task === task ? modelText(config) : TASKS[task as TaskId].model));
  // a step of the others takes next to nothing, which the settings say
  const isPlanned = useExperiment(
    ({ network, config }) => network !== null && config.task !== "given" && isHeavy(config.task),
  );
  const chosen = PRESETS.find(({ id }) => id === preset);
  return (
    <section aria-labelledby="restarts-heading">
      <h2 id="restarts-heading" className="block-heading">
        <span className="with-icon">
          Restarts the run <Icon name="again" className="again" />
        </span>
      </h2>
      <div className="picks">
        <label className="pick">
          Preset
          <select
            aria-label="Preset"
            value={chosen?.id ?? ""}
            onChange={(event) => event.target.value !== "" && actions.setPreset(event.target.value)}
          >
            {chosen ? null : <option value="">Your own settings</option>}
            {PRESET_GROUPS.map((group) => (
              <optgroup key={group.name} label={group.name}>
                {group.presets.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {unsetText(name)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label className="pick">
          Task
          <select aria-label="Task" value={task} onChange={(event) => actions.setTask(event.target.value as TaskId)}>
            {TASK_IDS.map((id) => (
              <option key={id} value={id}>
                {TASKS[id].name}
              </option>
            ))}
          </select>
        </label>
        <NetworkPick />
      </div>
      {children}
      {hasFile ? <Later fetchPart={fetchCsvPanel} late={null} /> : null}
      {isOfArchive ? <Later fetchPart={fetchArchivePanel} late={null} /> : null}
      <p className="look">
        {chosen ? (
          <>
            <b>What to look for.</b> <MathText text={chosen.lookFor} />
          </>
        ) : task === "given" || hasFile ? null : (
          <>
            <b>{`${model}.`}</b> <MathText text={TASKS[task].summary} />
            <DataNotice task={task} />
          </>
        )}
      </p>
      {isPlanned ? <Later fetchPart={fetchEstimate} late={null} /> : null}
    </section>
  );
}

/** The licence of the task's data, where it is another than the page's. */
function DataNotice({ task }: { task: TaskId }) {
  const { notice } = TASKS[task];
  if (!notice) return null;
  return (
    <>
      {" "}
      <a href={notice.file} target="_blank" rel="noreferrer">
        {notice.text}
      </a>
    </>
  );
}
