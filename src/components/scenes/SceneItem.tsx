import { wordsIn } from "../../config/scenes/captionWords";
import { SCENE_LIMITS, type Scene } from "../../config/scenes/sceneSet";
import { EMBED_CHART_NAMES } from "../../store/embed/embedSelectors";
import { EMBED_CHARTS, type EmbedChart } from "../../store/experiment/embedChoice";
import { deleteScene, editScene, shiftScene } from "../../store/scenes/draftActions";
import type { HeldSet } from "../../store/scenes/sceneStore";
import { useActions } from "../ui/actionsContext";
import { closeAround } from "./closeAround";
import "./scenes.css";

interface SceneItemProps {
  scene: Scene;
  at: number;
  count: number;
  held: HeldSet;
}

/** A scene of one's own talk: its words and figure can be changed, its place too. */
export function SceneItem({ scene, at, count, held }: SceneItemProps) {
  const actions = useActions();
  const name = `scene ${at + 1}`;
  return (
    <li className="scene-item">
      <p className="muted" translate="no">
        <span>{`${scene.state}, step ${scene.step ?? 0}`}</span>
      </p>
      <label className="scene-field">
        <span>{`Caption, ${wordsIn(scene.caption)} of ${SCENE_LIMITS.captionWords} words`}</span>
        <textarea
          rows={2}
          maxLength={400}
          value={scene.caption}
          onChange={({ target }) => editScene(at, { caption: target.value })}
        />
      </label>
      <label className="scene-field">
        <span>Notes for the speaker</span>
        <textarea
          rows={2}
          maxLength={4000}
          value={scene.notes ?? ""}
          onChange={({ target }) => editScene(at, { notes: target.value })}
        />
      </label>
      <p className="scene-tools">
        <label>
          Figure{" "}
          <select value={scene.figure} onChange={({ target }) => editScene(at, { figure: target.value as EmbedChart })}>
            {EMBED_CHARTS.map((chart) => (
              <option key={chart} value={chart}>
                {EMBED_CHART_NAMES[chart]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="btn"
          aria-label={`Move ${name} up`}
          aria-disabled={at === 0}
          onClick={() => shiftScene(at, -1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="btn"
          aria-label={`Move ${name} down`}
          aria-disabled={at === count - 1}
          onClick={() => shiftScene(at, 1)}
        >
          ↓
        </button>
        <button type="button" className="btn" aria-label={`Delete ${name}`} onClick={() => deleteScene(at)}>
          Delete
        </button>
        <button
          type="button"
          className="btn"
          aria-label={`Present from ${name}`}
          onClick={({ currentTarget }) => {
            closeAround(currentTarget);
            actions.scenes((control) => control.show(held, at));
          }}
        >
          Present from here
        </button>
      </p>
    </li>
  );
}
