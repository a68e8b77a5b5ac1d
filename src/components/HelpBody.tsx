import type { MouseEvent } from "react";
import { useExperiment } from "../store/experiment/experimentStore";
import { THEMES, type Theme } from "../store/experiment/state";
import { LanguageChoice } from "./LanguageChoice";
import { OfflineWords } from "./OfflineWords";
import { useActions } from "./ui/actionsContext";
import "./helpBody.css";

/** A key, what it does, and whether it is a character, which can be switched off. */
const KEYS = [
  ["Space", "play or pause", true],
  ["→", "one step; looking back, one step on", false],
  ["←", "look one step back", false],
  ["Shift →", "to the next meta-update", false],
  ["R", "reset: the same seed, the same numbers", true],
  ["N", "new seed", true],
  ["1 … 9", "show or hide a run", true],
  ["L", "log or linear loss", true],
  ["P", "pin the run, or let go of it: its curves stay over what is trained next", true],
  ["+ −", "in a figure over steps: half the steps, or twice as many", false],
  ["?", "this help", true],
  ["Esc", "close, all steps again, or leave the number unchanged", false],
] as const;

/** Keys, reading aids and the page's look. */
export function HelpBody() {
  const actions = useActions();
  const { theme, characterKeys } = useExperiment((state) => state.display);
  const openLessons = ({ currentTarget }: MouseEvent<HTMLButtonElement>) => {
    currentTarget.closest("dialog")?.close();
    actions.setLesson("list");
  };
  return (
    <>
      <p className="help-lessons">
        <button type="button" className="btn" aria-haspopup="dialog" onClick={openLessons}>
          Lessons
        </button>
        Each asks you to do one thing at a time with the race, and sees when it is done.
      </p>
      <dl className="keys-list">
        {KEYS.map(([key, what, isCharacter]) => (
          <div key={key} data-off={isCharacter && characterKeys === "off"}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className="character-keys">
        <input
          type="checkbox"
          checked={characterKeys === "on"}
          onChange={(event) => actions.setCharacterKeys(event.target.checked ? "on" : "off")}
        />
        Shortcuts of one character
      </label>
      <p>
        Switch them off if you speak to your computer or hit keys by accident: the arrows and Esc stay. This browser
        keeps the choice.
      </p>
      <p>
        Move a slider while it trains: the change acts in the next step and leaves a rule in every time chart. Type a
        digit on a slider, or click its number, to enter a value. Point at a chart to read all of them at that step;
        drag over some steps, with a finger after a moment at rest, or spread two fingers, to zoom all of them. A reset,
        a new seed or another setting can be undone after more than a minute of training: a notice offers to bring the
        run back.
      </p>
      <OfflineWords />
      <LanguageChoice />
      <fieldset className="segments">
        <legend>Appearance</legend>
        {THEMES.filter((one) => one !== "host").map((one: Theme) => (
          <label key={one}>
            <input
              type="radio"
              name="theme"
              value={one}
              checked={one === theme}
              onChange={() => actions.setTheme(one)}
            />
            <span>{one}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
