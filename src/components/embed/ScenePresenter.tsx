import { useEffect, useRef, useState } from "react";
import { selectTransport } from "../../store/bar/barSelectors";
import { EMBED_CHARTS } from "../../store/experiment/embedChoice";
import { experimentStore, useExperiment } from "../../store/experiment/experimentStore";
import { useScenes } from "../../store/scenes/sceneStore";
import { FigureMenus } from "../charts/figure/figureMenus";
import { RecordingProvider } from "../charts/time/recordingContext";
import { SketchContext } from "../charts/time/sketched";
import { SceneAskBox } from "../scenes/SceneAskBox";
import { SceneNotes } from "../scenes/SceneNotes";
import { useNotesWindow } from "../scenes/useNotesWindow";
import { useSketched } from "../scenes/useSketched";
import { LoadingCard } from "../states/LoadingCard";
import { useActions } from "../ui/actionsContext";
import { LiveWords, ToldOnce } from "../ui/LiveWords";
import { MathText } from "../ui/MathSymbol";
import { TYPED } from "../ui/useShortcuts";
import { EmbedFigure } from "./EmbedCharts";
import { EmbedControls } from "./EmbedControls";
import { TURNS } from "./turns";
import { takeScreen, useWholeScreen } from "./useWholeScreen";
import "./embed.css";
import "./presenter.css";
import "./scenePresenter.css";
import "../page.css";

/** A talk over the whole window: the scene's figure, large, its caption, its question, and what can be moved in it. */
export function ScenePresenter() {
  const box = useRef<HTMLDivElement>(null);
  const actions = useActions();
  const shown = useScenes((state) => state.shown);
  const at = useExperiment(({ display }) => (display.scenes?.scene ?? 1) - 1);
  const trouble = useExperiment(({ notices }) => notices.findLast(({ level }) => level !== "info"));
  const [startedAt, setStartedAt] = useState(() => Date.now());
  const notes = useNotesWindow();
  useWholeScreen(box, notes.isOpen);
  useEffect(() => {
    const turn = (by: number) => actions.scenes((control) => control.turn(by));
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey) return;
      const on = (selector: string) => (target as Partial<Element> | null)?.matches?.(selector) === true;
      if (on(TYPED) || (key.startsWith("Arrow") && on("input"))) return;
      const by = TURNS[key];
      if (by !== undefined) turn(by);
      else if (key === " " && !on("button")) {
        if (!event.repeat && selectTransport(experimentStore.getState()).canPlay) actions.togglePlay();
      } else return;
      event.preventDefault();
    };
    const documents = [document, ...(notes.document ? [notes.document] : [])];
    for (const one of documents) one.addEventListener("keydown", onKeyDown);
    return () => {
      for (const one of documents) one.removeEventListener("keydown", onKeyDown);
    };
  }, [actions, notes.document]);
  const scene = shown?.set.scenes[at];
  const key = shown?.keys[at] ?? "";
  const chart = EMBED_CHARTS.find((one) => one === scene?.figure);
  const sketched = useSketched(scene, key);
  const isThere = useExperiment(({ step }) => step >= (scene?.step ?? 0));
  const count = shown?.set.scenes.length ?? 0;
  const turnButton = (name: string, arrow: string, by: number) => (
    <button
      type="button"
      className="btn"
      aria-label={name}
      aria-disabled={at + by < 0 || at + by >= count}
      onClick={() => actions.scenes((control) => control.turn(by))}
    >
      {arrow}
    </button>
  );
  const ofSpeaker = shown && scene && (
    <SceneNotes held={shown} at={at} startedAt={startedAt} onRestart={() => setStartedAt(Date.now())} />
  );
  return (
    <div className="presenter talk" ref={box}>
      {shown && scene && chart ? (
        <>
          <div className="present-head">
            <p>
              <MathText text={shown.set.title} />
            </p>
            <nav aria-label="Scenes">
              {turnButton("Scene before", "←", -1)}
              <p role="status">
                <span className="hidden">Scene </span>
                {`${at + 1} of ${count}`}
              </p>
              {turnButton("Next scene", "→", 1)}
            </nav>
          </div>
          {trouble ? (
            <p className="talk-trouble" role="alert">
              <MathText text={`${trouble.title}. ${trouble.detail} ${trouble.remedy}`} />
            </p>
          ) : null}
          <div className="charts-box">
            {/* a scene shows its own steps: a preset's recording in place of them would tell the answer to its question */}
            <RecordingProvider value={null}>
              <SketchContext value={sketched}>
                <FigureMenus value={null}>
                  <EmbedFigure key={`${key} ${chart}`} chart={chart} />
                </FigureMenus>
              </SketchContext>
            </RecordingProvider>
            <LoadingCard />
          </div>
          <p className="talk-caption">
            <LiveWords text={scene.caption} />
          </p>
          <p className="hidden" role="status">
            <ToldOnce key={key} text={isThere ? scene.caption : ""} />
          </p>
          {scene.ask ? <SceneAskBox key={key} scene={scene} ask={scene.ask} sceneKey={key} /> : null}
          <div className="talk-foot">
            <EmbedControls />
            <p className="talk-tools">
              <button type="button" className="btn" onClick={() => actions.scenes((control) => control.startOver())}>
                Start this scene over
              </button>
              <button type="button" className="btn" aria-pressed={notes.isOpen || notes.isPanel} onClick={notes.toggle}>
                Notes
              </button>
              <button type="button" className="btn" onClick={takeScreen}>
                Whole screen
              </button>
            </p>
          </div>
          {notes.isPanel ? (
            <aside className="talk-panel" aria-label="Notes">
              <p role="status">The browser opened no second window: allow popups for this page. The notes are here.</p>
              {ofSpeaker}
            </aside>
          ) : null}
          {notes.drawn(ofSpeaker)}
        </>
      ) : (
        <p role="status">The scenes are on their way.</p>
      )}
    </div>
  );
}
