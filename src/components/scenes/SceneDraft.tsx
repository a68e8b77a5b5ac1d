import { useEffect, useId, useState } from "react";
import { ConfigError } from "../../config/experiment/notes";
import { wordsIn } from "../../config/scenes/captionWords";
import { SCENE_LIMITS, sceneDocument } from "../../config/scenes/sceneSet";
import { EMBED_CHART_NAMES } from "../../store/embed/embedSelectors";
import { EMBED_CHARTS, type EmbedChart } from "../../store/experiment/embedChoice";
import { addScene, FIRST_FIGURE, nameScenes } from "../../store/scenes/draftActions";
import { followWithDraft } from "../../store/scenes/keptDraft";
import { readScenes } from "../../store/scenes/readScenes";
import { sceneStore, useScenes } from "../../store/scenes/sceneStore";
import { keepChoice, readChoice } from "../../store/session/choices";
import { saveBlob } from "../take/browserFiles";
import { useActions } from "../ui/actionsContext";
import { closeAround } from "./closeAround";
import { SceneItem } from "./SceneItem";
import "./scenes.css";

/** The talk that is made here: states of the page, taken one after the other, with their words; saved as a file. */
export function SceneDraft() {
  const id = useId();
  const actions = useActions();
  const draft = useScenes((state) => state.draft);
  const isKept = useScenes((state) => state.isDraftKept);
  useEffect(() => followWithDraft({ readChoice, keepChoice }), []);
  const [figure, setFigure] = useState<EmbedChart>(FIRST_FIGURE);
  const { title, scenes } = draft.set;
  const isFull = scenes.length >= SCENE_LIMITS.scenes;
  const long = scenes.flatMap(({ caption }, at) => (wordsIn(caption) > SCENE_LIMITS.captionWords ? [at + 1] : []));
  /** A file that would not open again is not written. */
  const checked = (act: () => void) => {
    try {
      readScenes(new TextEncoder().encode(sceneDocument(draft.set)), "This talk");
      sceneStore.setState({ problems: [] });
      act();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      sceneStore.setState({ problems: error.notes });
    }
  };
  const save = () =>
    saveBlob(`${fileName(title)}.scenes.json`, new Blob([sceneDocument(draft.set)], { type: "application/json" }));
  return (
    <section className="scene-draft" aria-labelledby={`${id}title`}>
      <h3 id={`${id}title`}>Your talk</h3>
      <p className="scene-tools">
        <label>
          Figure{" "}
          <select value={figure} onChange={({ target }) => setFigure(target.value as EmbedChart)}>
            {EMBED_CHARTS.map((chart) => (
              <option key={chart} value={chart}>
                {EMBED_CHART_NAMES[chart]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="btn" disabled={isFull} onClick={() => addScene(figure)}>
          Add this state as a scene
        </button>
      </p>
      {scenes.length === 0 ? (
        <p className="muted">No scene yet. Bring the page to a state that you want to show, and add it here.</p>
      ) : (
        <>
          <label className="scene-field">
            <span>Title</span>
            <input type="text" maxLength={120} value={title} onChange={({ target }) => nameScenes(target.value)} />
          </label>
          <ol className="scene-list">
            {scenes.map((scene, at) => (
              <SceneItem key={draft.keys[at]} scene={scene} at={at} count={scenes.length} held={draft} />
            ))}
          </ol>
          <p role="status">
            {long.length === 0
              ? null
              : `Too long for a caption: scene ${long.join(", ")}. At most ${SCENE_LIMITS.captionWords} words are shown.`}
          </p>
          <p className="scene-tools">
            <button
              type="button"
              className="btn primary"
              onClick={({ currentTarget }) =>
                checked(() => {
                  closeAround(currentTarget);
                  actions.scenes((control) => control.show(draft, 0));
                })
              }
            >
              Present your talk
            </button>
            <button type="button" className="btn" onClick={() => checked(save)}>
              Save as a file
            </button>
            <span className="muted">
              {isKept ? "This browser keeps it, until you delete its scenes." : "It stays until the page is closed."}
            </span>
          </p>
        </>
      )}
    </section>
  );
}

/** A title as the name of a file. */
const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "") || "talk";
