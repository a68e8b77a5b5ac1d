import { useState } from "react";
import type { NumericHyperparamName } from "../../config/tables/hyperparamNames";
import { hyperparamRange } from "../../config/tables/hyperparamRange";
import { HYPERPARAMS } from "../../config/tables/hyperparams";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import { settingSymbol } from "../../config/tables/settingWords";
import { otherValue } from "../../store/controls/otherValue";
import { useExperiment } from "../../store/experiment/experimentStore";
import { unsetText } from "../../store/words/unsetText";
import { useActions } from "../ui/actionsContext";
import { CommitField } from "./CommitField";
import "./settings.css";

/** A second run of the method in the race, one setting of it changed: λ 0.1 beside λ 10. */
export function DuplicateRun({ run, name }: { run: string; name: string }) {
  const actions = useActions();
  const own = useExperiment(({ config }) => config.optimizers.find((entry) => entry.run === run));
  const [chosen, setChosen] = useState<NumericHyperparamName | null>(null);
  const [typed, setTyped] = useState<number | null>(null);
  if (!own) return null;
  const settings = OPTIMIZERS[own.id].hyperparams.filter(
    (one): one is NumericHyperparamName => HYPERPARAMS[one].kind === "number",
  );
  const setting = chosen ?? (settings.includes("lambdaFsd") ? "lambdaFsd" : settings[0]);
  if (!setting) return null;
  const range = hyperparamRange(own.id, setting);
  const value = typed ?? otherValue(own.hyperparams[setting], range);
  return (
    <div className="duplicate-run">
      <span>Duplicate this run with</span>
      <select
        aria-label={`Setting to change in a duplicate of ${name}`}
        value={setting}
        onChange={(event) => {
          setChosen(event.target.value as NumericHyperparamName);
          setTyped(null);
        }}
      >
        {settings.map((one) => (
          <option key={one} value={one}>
            {unsetText(settingSymbol(own.id, one))}
          </option>
        ))}
      </select>
      <CommitField
        label={`Its value in a duplicate of ${name}`}
        value={value}
        isInteger={range.integer}
        min={range.limits.min}
        max={range.limits.max}
        onCommit={setTyped}
      />
      <button
        type="button"
        className="btn"
        aria-label={`Duplicate ${name}`}
        onClick={() => actions.duplicateRun(run, setting, value)}
      >
        Add
      </button>
    </div>
  );
}
