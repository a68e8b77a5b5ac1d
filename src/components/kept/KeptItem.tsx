import { type FormEvent, useState } from "react";
import { keeperOfPage } from "../../store/kept/keepRuns";
import type { KeptModel } from "../../store/kept/keptListSelectors";
import { RunName } from "../ui/MathSymbol";
import { SavedMoment } from "./SavedMoment";
import "./kept.css";

/** One kept run with all that can be done with it. What deletes it asks once. */
export function KeptItem({ run }: { run: KeptModel }) {
  const [isNaming, setNaming] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const { id, name, steps, savedAt, size, isPinned, isHidden, isHere } = run;
  const act = (work: Promise<void> | undefined) => void work?.catch(() => {}); // what fails is said by the list's own line
  const rename = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    act(keeperOfPage()?.rename(id, String(new FormData(event.currentTarget).get("name") ?? "")));
    setNaming(false);
  };
  return (
    <li className="kept-run">
      {isNaming ? (
        <form className="kept-naming" onSubmit={rename}>
          {/* biome-ignore lint/a11y/noAutofocus: a person has just asked to type here */}
          <input type="text" name="name" aria-label="Name" defaultValue={name} maxLength={60} autoFocus />
          <button type="submit" className="btn primary">
            Save
          </button>
          <button type="button" className="btn quiet" onClick={() => setNaming(false)}>
            Cancel
          </button>
        </form>
      ) : (
        <b className="kept-name">
          <RunName name={name} />
        </b>
      )}
      <span className="muted">
        {steps}, <SavedMoment at={savedAt} />, {size}
        {isHere ? ", on the page" : ""}
      </span>
      <span className="kept-actions">
        <button
          type="button"
          className="btn"
          aria-label={`Open ${name}`}
          disabled={isHere}
          onClick={() => act(keeperOfPage()?.open(id))}
        >
          Open
        </button>
        <button
          type="button"
          className="btn"
          aria-label={`Pin ${name}`}
          aria-pressed={isPinned}
          title="Keep it for good, its curves dashed over what else is trained"
          onClick={() => act(keeperOfPage()?.pin(id, !isPinned))}
        >
          {isPinned ? "Pinned" : "Pin"}
        </button>
        {isPinned ? (
          <button
            type="button"
            className="btn"
            aria-label={`${isHidden ? "Show" : "Hide"} the curves of ${name}`}
            onClick={() => act(keeperOfPage()?.hide(id, !isHidden))}
          >
            {isHidden ? "Show" : "Hide"}
          </button>
        ) : null}
        <button type="button" className="btn" aria-label={`Rename ${name}`} onClick={() => setNaming(true)}>
          Rename
        </button>
        <button
          type="button"
          className="btn"
          aria-label={isAsked ? `Delete ${name} for good` : `Delete ${name}`}
          disabled={isHere}
          onBlur={() => setAsked(false)}
          onClick={() => (isAsked ? act(keeperOfPage()?.remove(id)) : setAsked(true))}
        >
          {isAsked ? "For good?" : "Delete"}
        </button>
      </span>
    </li>
  );
}
