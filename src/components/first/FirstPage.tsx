import type { Recording } from "../../store/charts/recording";
import { FigureFrame } from "../charts/figure/FigureFrame";
import { ObjectiveSymbols } from "../charts/objective/ObjectiveSymbols";
import { RecordedLines, recordedNote, recordedSummary } from "../charts/time/RecordedLines";
import { Icon } from "../ui/Icon";
import { MathSymbol } from "../ui/MathSymbol";
import { PHONE, useMediaQuery } from "../ui/useMediaQuery";
import "./first.css";
import "../page.css";
import "../bar/bar.css";
import "../controls/controls.css";
import "../charts/spectrum/spectrum.css";
import "../charts/objective/objective.css";

interface FirstPageProps {
  /** null: of another experiment than the link's, or not here yet. */
  recording: Recording | null;
  /** Why the rest of the page does not come. */
  failure: string | null;
}

const TRANSPORT = [
  { name: "Reset", icon: "reset", look: "" },
  { name: "Play", icon: "play", look: "primary play" },
  { name: "Step", icon: "step", look: "" },
  { name: "Meta-step", icon: "metaStep", look: "" },
] as const;

/** The page before its script is here: everything in its place, nothing to press, and a recorded run in the first chart. */
export function FirstPage({ recording, failure }: FirstPageProps) {
  const isPhone = useMediaQuery(PHONE);
  return (
    <div className="app first">
      <header className="bar">
        <div className="brand">
          <h1>APO Lab</h1>
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: as in the page that follows */}
        <div className="transport" role="group" aria-label="Transport">
          {TRANSPORT.map(({ name, icon, look }) => (
            <button key={name} type="button" className={`btn ${look}`} disabled>
              <Icon name={icon} />
              {name}
            </button>
          ))}
          {isPhone ? (
            <button type="button" className="btn open-drawer" disabled>
              <Icon name="sliders" />
              Controls
            </button>
          ) : null}
        </div>
      </header>
      <aside className="controls" aria-label="Controls" />
      <main>
        <div className="charts-box">
          <div className="charts">
            <FirstLoss recording={recording} />
            <FigureFrame
              name="Objective"
              className="objective"
              title={
                <span className="live-sum">
                  <ObjectiveSymbols />
                </span>
              }
              summary=""
            />
            <FigureFrame
              name="Learning rate"
              title={
                <>
                  Learning rate <MathSymbol symbol="η" />
                </>
              }
              summary=""
            />
            <FigureFrame
              name="Spectrum"
              className="spectrum"
              title={
                <>
                  Eigenvalues of <MathSymbol symbol="P" />
                </>
              }
              summary=""
            />
          </div>
        </div>
        <p className={failure ? "first-failure" : "hidden"} role={failure ? "alert" : "status"}>
          {failure ?? "The rest of the page is loading."}
        </p>
      </main>
    </div>
  );
}

function FirstLoss({ recording }: { recording: Recording | null }) {
  return (
    <FigureFrame
      name="Loss"
      title="Training loss"
      note={recording ? recordedNote(recording) : null}
      summary={recording ? recordedSummary(recording) : ""}
    >
      {(size) => (recording ? <RecordedLines size={size} recording={recording} yScale="log" isSmooth /> : null)}
    </FigureFrame>
  );
}
