import { setByHand } from "../../config/experiment/setByHand";
import { selectSeries } from "../../store/charts/seriesSelectors";
import type { SettingModel } from "../../store/controls/knobModels";
import { selectSettings } from "../../store/controls/knobSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import { Icon } from "../ui/Icon";
import { MathSymbol, MathText, RunName } from "../ui/MathSymbol";
import { Swatch } from "../ui/Swatch";
import { CommitField } from "./CommitField";
import { DuplicateRun } from "./DuplicateRun";
import "./settings.css";

/** The settings of each run that only a restart can change. */
export function RunSettings() {
  const series = useExperiment(selectSeries);
  const settings = useExperiment(selectSettings);
  const actions = useActions();
  return (
    <>
      {series.map(({ run, name, token, variant }) => {
        const own = settings.filter((setting) => setting.run === run);
        return (
          <details key={run} className="run-settings">
            <summary>
              <Swatch token={token} variant={variant} />
              <b>
                <MathText text={name} />
              </b>
              <ByHand run={run} />
            </summary>
            <div className="fields">
              {own.map((setting) => (
                <SettingField key={setting.name} setting={setting} />
              ))}
              <DuplicateRun run={run} name={name} />
              {series.length > 1 ? (
                <button type="button" className="btn remove-run" onClick={() => actions.removeRun(run)}>
                  Take <RunName name={name} /> out
                </button>
              ) : null}
            </div>
          </details>
        );
      })}
    </>
  );
}

/** How many settings are not the task's, those of the live sliders among them: the table of the race names each. */
function ByHand({ run }: { run: string }) {
  const count = useExperiment(({ config }) => {
    const own = config.optimizers.find((entry) => entry.run === run);
    return own ? setByHand(config, own).length : 0;
  });
  return <span className="muted">{count === 0 ? "as the task has it" : `${count} set by hand`}</span>;
}

function SettingField({ setting }: { setting: SettingModel }) {
  const actions = useActions();
  const { run, name, label, symbol, value, range, choices, fallback, fallbackText } = setting;
  const set = (next: number | string) => actions.setRunSetting(run, name, next);
  return (
    <div className="setting">
      <span>
        <span>
          <MathText text={label} />
        </span>{" "}
        {symbol === "" ? null : <MathSymbol symbol={symbol} />}
      </span>
      {choices ? (
        <select aria-label={label} value={String(value)} onChange={(event) => set(event.target.value)}>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </select>
      ) : (
        <CommitField
          label={label}
          value={Number(value)}
          isInteger={range?.integer ?? false}
          min={range?.min}
          max={range?.max}
          onCommit={set}
        />
      )}
      {value === fallback ? null : (
        <button
          type="button"
          className="btn quiet back"
          title={`Back to ${fallbackText}`}
          onClick={() => set(fallback)}
        >
          <Icon name="again" />
          <span>{fallbackText}</span>
        </button>
      )}
    </div>
  );
}
