import { useExperiment } from "../store/experiment/experimentStore";
import { THEMES, type Theme } from "../store/experiment/state";
import { useActions } from "./ui/actionsContext";
import { Dialog } from "./ui/Dialog";
import "./helpDialog.css";

const KEYS = [
  ["Space", "play or pause"],
  ["→", "one step; looking back, one step on"],
  ["←", "look one step back"],
  ["Shift →", "to the next meta-update"],
  ["R", "reset: the same seed, the same numbers"],
  ["N", "new seed"],
  ["1 … 9", "show or hide a run"],
  ["L", "log or linear loss"],
  ["?", "this help"],
  ["Esc", "close, or leave the number unchanged"],
] as const;

/** Keys, reading aids and the page's look. */
export function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const actions = useActions();
  const theme = useExperiment((state) => state.display.theme);
  return (
    <Dialog title="Help" isOpen={isOpen} onClose={onClose} className="help">
      <dl className="keys-list">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>
        Move a slider while it trains: the change acts in the next step and leaves a rule in every time chart. Type a
        digit on a slider, or click its number, to enter a value. Point at a chart to read all of them at that step.
      </p>
      <fieldset className="segments">
        <legend>Appearance</legend>
        {THEMES.map((one: Theme) => (
          <label key={one}>
            <input
              type="radio"
              name="theme"
              value={one}
              checked={one === theme}
              onChange={() => actions.setTheme(one)}
            />
            {one}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
