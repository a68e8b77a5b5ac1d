import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { Icon } from "../ui/Icon";
import { Roving } from "../ui/Roving";
import { usePointedAt } from "../ui/usePointedAt";
import "../csv/csv.css";
import "./controlPanel.css";
import "./filePanel.css";

/** What its buttons open. */
export interface FilePanelProps {
  onSettings: () => void;
  onEmbed: () => void;
  onKept: () => void;
  onPresent: () => void;
  onScenes: () => void;
  onPoster: () => void;
}

/** The way to the settings, and an experiment or a run saved as a file, opened again, embedded, or presented, scenes, and the poster's claims: one tab stop. */
export function FilePanel({ onSettings, onEmbed, onKept, onPresent, onScenes, onPoster }: FilePanelProps) {
  const actions = useActions();
  const hasRun = useExperiment(({ runs }) => runs.some(({ columns }) => columns.length > 0));
  const isPointedAt = usePointedAt("settings");
  return (
    <Roving label="Settings and files" className="file-buttons">
      <button
        type="button"
        className="btn settings-button"
        data-pointed={isPointedAt}
        aria-haspopup="dialog"
        data-roving
        tabIndex={0}
        onClick={onSettings}
      >
        <Icon name="sliders" />
        Methods and settings
      </button>
      <button
        type="button"
        className="btn"
        title="Settings and every move, to train it anywhere"
        data-roving
        tabIndex={-1}
        onClick={actions.saveExperiment}
      >
        Save experiment
      </button>
      <button
        type="button"
        className="btn"
        title="Every number of every step, to look at it anywhere"
        data-roving
        tabIndex={-1}
        disabled={!hasRun}
        onClick={actions.saveRun}
      >
        Save run
      </button>
      <button
        type="button"
        className="btn"
        title="Runs that this browser keeps: open, pin, compare"
        aria-haspopup="dialog"
        data-roving
        tabIndex={-1}
        onClick={onKept}
      >
        Kept runs
      </button>
      <label className="btn file-button">
        <input
          type="file"
          data-roving
          tabIndex={-1}
          accept=".json,.gz,application/json,application/gzip,.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          onChange={({ target }) => {
            actions.openFiles([...(target.files ?? [])]);
            target.value = ""; // the same file can be chosen again, corrected
          }}
        />
        Open a file
      </label>
      <button
        type="button"
        className="btn"
        title="HTML for a post or slides of your own"
        aria-haspopup="dialog"
        data-roving
        tabIndex={-1}
        onClick={onEmbed}
      >
        Embed
      </button>
      <button
        type="button"
        className="btn"
        title="One chart at a time, on the whole screen"
        aria-haspopup="dialog"
        data-roving
        tabIndex={-1}
        onClick={onPresent}
      >
        Present
      </button>
      <button
        type="button"
        className="btn"
        title="A talk: states in an order, with captions and notes"
        aria-haspopup="dialog"
        data-roving
        tabIndex={-1}
        onClick={onScenes}
      >
        Scenes
      </button>
      <button
        type="button"
        className="btn poster-button"
        title="What the poster claims, beside what is seen here"
        aria-haspopup="dialog"
        data-roving
        tabIndex={-1}
        onClick={onPoster}
      >
        The poster, here
      </button>
    </Roving>
  );
}
