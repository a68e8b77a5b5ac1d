import { useState } from "react";
import { ConfigError, type Note } from "../../config/experiment/notes";
import { SHIPPED_SCENES } from "../../config/scenes/shippedScenes";
import { editSet } from "../../store/scenes/draftActions";
import { fetchScenes, readScenesFile } from "../../store/scenes/readScenes";
import { sceneStore, useScenes } from "../../store/scenes/sceneStore";
import { unsetText } from "../../store/words/unsetText";
import { useActions } from "../ui/actionsContext";
import { MathText } from "../ui/MathSymbol";
import { closeAround } from "./closeAround";
import { SceneDraft } from "./SceneDraft";
import "../csv/csv.css";
import "./scenes.css";

/** Talks: those that come with the page, those of a file, and one that is made here. */
export function ScenesBody() {
  const actions = useActions();
  const problems = useScenes((state) => state.problems);
  const hasRunBefore = useScenes((state) => state.hasRunBefore);
  const tell = (notes: readonly Note[]) => sceneStore.setState({ problems: notes });
  const trying = (work: Promise<void>) =>
    void work.catch((error: unknown) => {
      if (!(error instanceof ConfigError)) throw error;
      tell(error.notes);
    });
  return (
    <div className="scenes-body">
      <p>
        A talk is an ordered list of states, each with a figure, a caption and notes for the speaker. It is shown on the
        whole screen; arrows or a clicker turn. Each scene keeps its run as it was left.
      </p>
      <SceneSets sets={SHIPPED_SCENES.slice(0, 1)} trying={trying} />
      <h3>The lessons, as scenes</h3>
      <SceneSets sets={SHIPPED_SCENES.slice(1)} trying={trying} />
      <p className="scene-tools">
        <label className="btn file-button">
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) trying(readScenesFile(file).then(editSet));
              target.value = ""; // the same file can be chosen again, corrected
            }}
          />
          Open a file of scenes
        </label>
        {hasRunBefore ? (
          <button type="button" className="btn" onClick={() => actions.scenes((control) => control.bringBefore())}>
            Back to the run before the talk
          </button>
        ) : null}
      </p>
      {problems.length > 0 ? <Problems notes={problems} /> : null}
      <SceneDraft />
    </div>
  );
}

interface SceneSetsProps {
  sets: typeof SHIPPED_SCENES;
  /** Waits for what is fetched, and tells what is wrong with it. */
  trying: (work: Promise<void>) => void;
}

/** Sets that come with the page: each is shown, or taken to be changed. */
function SceneSets({ sets, trying }: SceneSetsProps) {
  const actions = useActions();
  return (
    <ul className="scene-sets">
      {sets.map(({ id, title }) => (
        <li key={id}>
          <b>
            <MathText text={title} />
          </b>
          <button
            type="button"
            className="btn primary"
            aria-label={unsetText(`Present ${title}`)}
            onClick={({ currentTarget }) =>
              trying(
                fetchScenes(id).then((held) => {
                  closeAround(currentTarget);
                  actions.scenes((control) => control.show(held, 0));
                }),
              )
            }
          >
            Present
          </button>
          <button
            type="button"
            className="btn"
            aria-label={unsetText(`Change ${title}`)}
            onClick={() => trying(fetchScenes(id).then(({ set }) => editSet(set)))}
          >
            Change a copy
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Notes that are told at once; the rest is counted. */
const MOST = 5;

function Problems({ notes }: { notes: readonly Note[] }) {
  const [areAll, setAll] = useState(false);
  const others = notes.length - MOST;
  return (
    <div className="scene-problems" role="alert">
      {notes.slice(0, areAll ? notes.length : MOST).map(({ title, detail, remedy }) => (
        <p key={`${title} ${detail}`}>
          <b>{title}.</b> <span>{`${detail} ${remedy}`}</span>
        </p>
      ))}
      {others > 0 && !areAll ? (
        <button type="button" className="btn" onClick={() => setAll(true)}>
          {`Show ${others} more`}
        </button>
      ) : null}
    </div>
  );
}
