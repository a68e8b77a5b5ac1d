import { type CSSProperties, type PointerEvent, useEffect, useMemo, useRef } from "react";
import type { RecordedFigure } from "../../config/recording/recordingFile";
import { recordedObjective } from "../../store/charts/recordedObjective";
import type { Recording } from "../../store/charts/recording";
import { BarButton } from "../bar/BarButton";
import { FigureFrame } from "../charts/figure/FigureFrame";
import { FIGURES } from "../charts/figure/figures";
import { RecordedLines, recordedNote, recordedSummary } from "../charts/time/RecordedLines";
import type { PressedControl } from "../embed/doFirstAct";
import { EmbedReadouts } from "../embed/EmbedReadouts";
import { ELSE_OF_HOST, OF_HOST, takeForHost } from "../embed/hostKeys";
import { tellSize } from "../embed/tellSize";
import { MathSymbol } from "../ui/MathSymbol";
import { useMediaQuery } from "../ui/useMediaQuery";
import { LeanObjective } from "./LeanObjective";
import type { LeanHost } from "./leanHost";
import type { LeanChart, LeanLink } from "./leanLink";
import "../embed/embed.css";
import "../controls/knob.css";
import "../ui/slider.css";
import "../page.css";

interface LeanEmbedProps {
  link: LeanLink;
  recording: Recording;
  figure: RecordedFigure;
  /** Why the script did not come. */
  failure: string | null;
  host: LeanHost;
  /** Somebody wants more than a picture. */
  onAct: (act: PressedControl | null) => void;
}

/** Below this width one chart is shown, as in the whole embed. */
const NARROW = "(max-width: 419px)";
/** What uses arrows, Home and End in the whole embed. */
const USES_ARROWS = "input, [role=tab]";
const NAMES: Record<LeanChart, string> = { loss: "Loss", q: "Objective", rate: "Learning rate" };

/** An embed before its script: the recorded run in its charts, the controls where they will be, and nothing behind them yet. */
export function LeanEmbed({ link, recording, figure, failure, host, onAct }: LeanEmbedProps) {
  const isNarrow = useMediaQuery(NARROW);
  const shown = isNarrow ? link.charts.slice(0, 1) : link.charts;
  const whole = new URLSearchParams(link.preset === "lambda-fsd-jump" ? "" : { v: "1", preset: link.preset });
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (main.current) return tellSize(main.current, (value) => host.post({ type: "resize", name: "resize", value }));
  }, [host]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null;
      const isOfHost = OF_HOST.test(event.key) || (ELSE_OF_HOST.test(event.key) && !at?.matches(USES_ARROWS));
      if (isOfHost && parent !== window) host.post(takeForHost(event));
      else if (event.key !== "Tab" && main.current?.contains(at)) onAct(null);
    };
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  }, [host, onAct]);
  return (
    <main ref={main} className="embed" onPointerDownCapture={() => onAct(null)}>
      <header>
        <h1>{link.caption ?? `${figure.title}: ${listed(link.charts)}`}</h1>
        {link.hasLink ? (
          <p>
            <a href={`?${whole}`} target="_blank" rel="noreferrer">
              Open this run in APO Lab
            </a>
          </p>
        ) : null}
      </header>
      {failure === null ? null : <p role="alert">{failure}</p>}
      <div className="charts-box">
        {isNarrow && link.charts.length > 1 ? (
          <div className="embed-tabs" role="tablist" aria-label="Charts">
            {link.charts.map((chart) => (
              <button key={chart} type="button" role="tab" aria-selected={chart === shown[0]}>
                {NAMES[chart]}
              </button>
            ))}
          </div>
        ) : null}
        <div className={isNarrow ? "embed-charts one" : "embed-charts"} data-count={shown.length}>
          {shown.map((chart) => (
            <div key={chart} className="embed-figure grows">
              <LeanFigure chart={chart} recording={recording} figure={figure} />
            </div>
          ))}
        </div>
      </div>
      <LeanControls link={link} figure={figure} steps={recording.config.steps} onAct={onAct} />
    </main>
  );
}

function listed(charts: readonly LeanChart[]): string {
  const names = charts.map((chart) => NAMES[chart].toLowerCase());
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function LeanFigure({ chart, recording, figure }: { chart: LeanChart } & Pick<LeanEmbedProps, "recording" | "figure">) {
  const { objective } = figure;
  const points = useMemo(() => (objective ? recordedObjective(objective) : []), [objective]);
  const words = "The terms of Q in a recorded run.";
  if (chart === "q")
    return (
      <FigureFrame {...FIGURES.objective} note={null} summary={words}>
        {(size) => <LeanObjective size={size} points={points} steps={recording.config.steps} />}
      </FigureFrame>
    );
  const column = chart === "loss" ? "trainLoss" : "learningRate";
  return (
    <FigureFrame
      {...FIGURES[chart === "loss" ? "loss" : "learningRate"]}
      note={recordedNote(recording)}
      summary={recordedSummary(recording, column)}
    >
      {(size) => <RecordedLines size={size} recording={recording} column={column} yScale="log" isSmooth={false} />}
    </FigureFrame>
  );
}

function LeanControls({
  link,
  figure,
  steps,
  onAct,
}: Pick<LeanEmbedProps, "link" | "figure" | "onAct"> & { steps: number }) {
  const knobs = figure.knobs.filter(({ control }) => link.controls.includes(control));
  const others = figure.knobs.filter(({ control }) => !link.controls.includes(control));
  const buttons = (["play", "step", "reset"] as const).filter((control) => link.controls.includes(control));
  const press = (control: (typeof knobs)[number]["control"]) => (event: PointerEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onAct({ control, position: Math.min(1, Math.max(0, (event.clientX - left) / width)) });
  };
  return (
    <div className="embed-row">
      {buttons.map((control) => (
        <BarButton key={control} button={control} disabled={control === "step"} onClick={() => onAct({ control })} />
      ))}
      {knobs.map(({ control, symbol, text, position }) => (
        <div key={control} className={`knob ${KNOB_CLASSES[control] ?? ""}`} style={styleOf(control, position)}>
          <span style={LABEL}>
            <MathSymbol symbol={symbol} />
          </span>
          <button type="button" className="number" translate="no" tabIndex={-1}>
            {text}
          </button>
          <div className="slot" onPointerDown={press(control)}>
            <input
              type="range"
              className="slider"
              aria-label={symbol}
              min={0}
              max={1}
              step="any"
              value={position}
              readOnly
            />
            <i className="slider-thumb" style={{ "--f": position } as CSSProperties} />
          </div>
        </div>
      ))}
      <EmbedReadouts settings={others} step={steps} />
    </div>
  );
}

const LABEL: CSSProperties = { color: "var(--c)", fontSize: "var(--text-l)" };
const KNOB_CLASSES: Partial<Record<string, string>> = { lf: "fsd", lw: "wsd" };

const styleOf = (control: string, position: number) =>
  ({ "--c": `var(--${KNOB_CLASSES[control] ?? "ink"})`, "--f": position }) as CSSProperties;
