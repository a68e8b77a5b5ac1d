import { unsetText } from "../../store/words/unsetText";
import { useActions } from "../ui/actionsContext";
import { RunName } from "../ui/MathSymbol";
import "./controlPanel.css";

interface FocusChoiceProps {
  choices: readonly { run: string; name: string }[];
  focusRun: string | null;
}

const MOST_SIDE_BY_SIDE = 2;

/** Whose values the sliders show and move, where more than one APO run races. */
export function FocusChoice({ choices, focusRun }: FocusChoiceProps) {
  const actions = useActions();
  if (choices.length > MOST_SIDE_BY_SIDE) {
    return (
      <select
        className="focus-select"
        aria-label="Sliders of"
        value={focusRun ?? ""}
        onChange={(event) => actions.setFocusRun(event.target.value)}
      >
        {choices.map(({ run, name }) => (
          <option key={run} value={run}>
            {unsetText(name)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <fieldset className="segments">
      <legend className="hidden">Sliders of</legend>
      {choices.map(({ run, name }) => (
        <label key={run}>
          <input
            type="radio"
            name="focus-run"
            value={run}
            checked={run === focusRun}
            onChange={() => actions.setFocusRun(run)}
          />
          <RunName name={name} />
        </label>
      ))}
    </fieldset>
  );
}
