import { MOST_RUNS } from "../../config/experiment/resolveRuns";
import { refusalOf } from "../../config/tables/networks/taskSetup";
import { OPTIMIZER_IDS, OPTIMIZERS } from "../../config/tables/optimizers";
import { tokenOf } from "../../store/charts/chartModels";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { MathText } from "../ui/MathSymbol";
import { Swatch } from "../ui/Swatch";
import { RunSettings } from "./RunSettings";
import { TaskSettings } from "./TaskSettings";
import "./methods.css";

/** Which methods race, with what settings, on how much data. Every change restarts the run at step 0. */
export function SettingsBody() {
  return (
    <>
      <p className="muted">Each change but that of the steps restarts the run at step 0, for all methods alike.</p>
      <RacePicks />
      <TaskSettings />
      <RunSettings />
    </>
  );
}

function RacePicks() {
  const actions = useActions();
  const config = useExperiment((state) => state.config);
  const racing = config.optimizers;
  return (
    <fieldset className="methods">
      <legend>Methods that race</legend>
      {OPTIMIZER_IDS.map((id) => {
        const { name, summary } = OPTIMIZERS[id];
        const refusal = refusalOf(config, id);
        const isRacing = racing.some((run) => run.id === id);
        return (
          <div key={id} className="method">
            <label>
              <input
                type="checkbox"
                checked={isRacing}
                disabled={refusal !== null || (isRacing && racing.length === 1)}
                onChange={() => actions.toggleOptimizer(id)}
              />
              <Swatch token={tokenOf(id)} />
              <b>
                <MathText text={name} />
              </b>
              <span className="muted">
                <MathText text={refusal === null ? summary : `Not offered here. ${refusal}`} />
              </span>
            </label>
            {isRacing ? (
              <button
                type="button"
                className="btn quiet another"
                aria-label={`Add another ${name}`}
                title={`One more run of ${name}, for other settings`}
                disabled={racing.length >= MOST_RUNS}
                onClick={() => actions.addRun(id)}
              >
                + another
              </button>
            ) : null}
          </div>
        );
      })}
      <GridPick />
    </fieldset>
  );
}

/** Eight fixed learning rates of APO-η's base, a band behind it; only where it races. */
function GridPick() {
  const actions = useActions();
  const isOn = useExperiment((state) => state.config.learningRateGrid);
  const hasAdapted = useExperiment((state) =>
    state.config.optimizers.some(({ id }) => OPTIMIZERS[id].learns === "learningRate"),
  );
  return (
    <label>
      <input
        type="checkbox"
        checked={isOn}
        disabled={!hasAdapted}
        onChange={() => actions.setLearningRateGrid(!isOn)}
      />
      <Swatch token="apo-lr" variant={1} />
      <b>Fixed η behind APO-η</b>
      <span className="muted">Eight fixed learning rates of APO-η's base, log-spaced, drawn as one band.</span>
    </label>
  );
}
