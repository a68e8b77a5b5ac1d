import { useActions } from "../actionsContext";

interface FocusChoiceProps {
  choices: readonly { run: string; name: string }[];
  focusRun: string | null;
}

/** Whose values the sliders show and move, where more than one APO run races. */
export function FocusChoice({ choices, focusRun }: FocusChoiceProps) {
  const actions = useActions();
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
          {name}
        </label>
      ))}
    </fieldset>
  );
}
