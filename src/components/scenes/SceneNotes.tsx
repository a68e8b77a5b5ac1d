import { useEffect, useState } from "react";
import { withoutNumbers } from "../../config/scenes/captionWords";
import type { HeldSet } from "../../store/scenes/sceneStore";
import { useActions } from "../ui/actionsContext";
import { MathText } from "../ui/MathSymbol";
import "./scenes.css";

interface SceneNotesProps {
  held: HeldSet;
  at: number;
  /** When the talk began, in milliseconds since 1970. */
  startedAt: number;
  onRestart: () => void;
}

/** What the speaker sees: how long the talk has taken, the notes of the scene, what comes next, and the way there. */
export function SceneNotes({ held, at, startedAt, onRestart }: SceneNotesProps) {
  const actions = useActions();
  const { scenes } = held.set;
  const turn = (by: number) => actions.scenes((control) => control.turn(by));
  const next = scenes[at + 1];
  return (
    <div className="scene-notes">
      <p className="scene-time">
        <b>{`Scene ${at + 1} of ${scenes.length}`}</b>
        <Elapsed since={startedAt} />
        <button type="button" className="btn" onClick={onRestart}>
          Start the timer again
        </button>
      </p>
      <h2>Notes</h2>
      <p className="scene-said">
        <MathText text={scenes[at]?.notes || "This scene has no notes."} />
      </p>
      <h2>Next</h2>
      <p>
        <MathText text={next ? withoutNumbers(next.caption) : "This is the last scene."} />
      </p>
      <p className="scene-turns">
        <button type="button" className="btn" aria-disabled={at === 0} onClick={() => turn(-1)}>
          Back
        </button>
        <button type="button" className="btn" aria-disabled={!next} onClick={() => turn(1)}>
          On
        </button>
      </p>
    </div>
  );
}

/** Minutes and seconds, told each second. */
function Elapsed({ since }: { since: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return (
    <span className="scene-clock" role="timer" translate="no">
      {text}
    </span>
  );
}
