import { BACKEND_NAMES, BACKENDS, type BackendChoice } from "../../config/tables/backends";
import { useExperiment } from "../../store/experiment/experimentStore";
import { SPEEDS, type Speed } from "../../store/experiment/state";
import { useActions } from "../ui/actionsContext";
import { Icon } from "../ui/Icon";
import { SeedField } from "./SeedField";
import "./setup.css";

const speedName = (speed: Speed) => (speed === null ? "max" : `${speed}/s`);

/** Speed (at once), seed and device (both restart the run). */
export function Setup() {
  const actions = useActions();
  const speed = useExperiment((state) => state.speed);
  const backend = useExperiment((state) => state.config.backend);
  const running = useExperiment((state) => state.environment?.backend ?? null);
  const nameOf = (choice: BackendChoice) =>
    choice === "auto" && backend === "auto" && running ? `Auto: ${BACKEND_NAMES[running]}` : BACKEND_NAMES[choice];
  return (
    <div className="setup">
      <span className="field">
        <SetupWord>Speed</SetupWord>
        <select
          aria-label="Speed"
          title="Lockstep steps a second"
          value={speedName(speed)}
          onChange={(event) => actions.setSpeed(SPEEDS.find((one) => speedName(one) === event.target.value) ?? null)}
        >
          {SPEEDS.map((one) => (
            <option key={speedName(one)}>{speedName(one)}</option>
          ))}
        </select>
      </span>
      <span className="field">
        <span className="muted" aria-hidden="true">
          Seed
        </span>
        <span className="field joined">
          <SeedField />
          <button
            type="button"
            className="btn square"
            aria-label="New seed"
            tabIndex={-1} // beside the field that does the same, and on N
            title="New seed (N); restarts the run"
            onClick={actions.newSeed}
          >
            <Icon name="again" />
          </button>
        </span>
      </span>
      <span className="field">
        <SetupWord>Device</SetupWord>
        <select
          aria-label="Device"
          title="Restarts the run"
          value={backend}
          onChange={(event) => actions.setDevice(event.target.value as BackendChoice)}
        >
          {BACKENDS.map((choice) => (
            <option key={choice} value={choice}>
              {nameOf(choice)}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}

/** What a menu sets, where there is room to say it: in a drawer, and on a large screen. */
function SetupWord({ children }: { children: string }) {
  return (
    <span className="setup-word" aria-hidden="true">
      {children}
    </span>
  );
}
