import { splitDrawn } from "../../../store/charts/taskChoices";
import { useExperiment } from "../../../store/experiment/experimentStore";
import { LOSS_SPLITS, type LossSplit, X_AXES, type XAxis } from "../../../store/experiment/state";
import { metricWords } from "../../../store/words/metricWords";
import { useActions } from "../../ui/actionsContext";
import { Icon } from "../../ui/Icon";
import { Roving } from "../../ui/Roving";
import { FIGURE_MENUS } from "../figure/figureMenus";
import type { LossLook } from "./lossLook";
import "./chartToolbar.css";

interface ChartToolbarProps {
  look: LossLook;
  onLook: (look: LossLook) => void;
}

const AXIS_WORDS: Record<XAxis, string> = {
  steps: "steps",
  epochs: "epochs",
  seconds: "seconds",
  "gradient evaluations": "gradients",
};

/**
 * x-axis, loss split, smoothing and scale of the charts, and a repetition of the moves in them: one tab stop, arrow keys within and to the
 * menus of the figures.
 */
export function ChartToolbar({ look, onLook }: ChartToolbarProps) {
  const actions = useActions();
  const hasMoves = useExperiment((state) => state.interventions.length > 0);
  const isZoomed = useExperiment((state) => state.display.zoom !== null);
  const xAxis = useExperiment((state) => state.display.xAxis);
  const split = useExperiment(splitDrawn);
  const { isScore, word } = useExperiment((state) => metricWords(state.config));
  const splits = isScore ? LOSS_SPLITS : LOSS_SPLITS.slice(0, 2);
  const splitWords: Record<LossSplit, string> = { train: "train", test: "test", accuracy: word };
  return (
    <Roving label="Charts" className="chart-bar" others={FIGURE_MENUS}>
      <Choice label="x-axis" options={X_AXES} words={AXIS_WORDS} chosen={xAxis} onChoose={actions.setXAxis} first />
      <Choice label="loss" options={splits} words={splitWords} chosen={split} onChoose={actions.setLossSplit} />
      <Toggle
        word="smooth"
        title="Average over about ten steps, over the faint raw line"
        isOn={look.isSmooth}
        onToggle={() => onLook({ ...look, isSmooth: !look.isSmooth })}
      />
      <Toggle
        word="log"
        title="Log scale of the loss (L)"
        isOn={look.yScale === "log"}
        onToggle={() => onLook({ ...look, yScale: look.yScale === "log" ? "linear" : "log" })}
      />
      {isZoomed ? (
        <button
          type="button"
          title="All steps again (Esc, or a double click in a chart)"
          data-roving
          tabIndex={-1}
          onClick={() => actions.setZoom(null)}
        >
          reset zoom
        </button>
      ) : null}
      {hasMoves ? (
        <button
          type="button"
          className="replay"
          title="Back to step 0; the moves made so far act again at their steps"
          data-roving
          tabIndex={-1}
          onClick={actions.replay}
        >
          <Icon name="replay" /> repeat moves
        </button>
      ) : null}
    </Roving>
  );
}

interface ChoiceProps<Option extends string> {
  label: string;
  options: readonly Option[];
  words: Record<Option, string>;
  chosen: Option;
  onChoose: (option: Option) => void;
  first?: boolean;
}

function Choice<Option extends string>({ label, options, words, chosen, onChoose, first }: ChoiceProps<Option>) {
  return (
    <div className="choice" role="radiogroup" aria-label={label}>
      <span className="legend" aria-hidden="true">
        {label}
      </span>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio would choose on every arrow key of the toolbar
        <button
          key={option}
          type="button"
          role="radio"
          aria-checked={option === chosen}
          aria-label={option}
          data-roving
          tabIndex={first && index === 0 ? 0 : -1}
          onClick={() => onChoose(option)}
        >
          {words[option]}
        </button>
      ))}
    </div>
  );
}

function Toggle({ word, title, isOn, onToggle }: { word: string; title: string; isOn: boolean; onToggle: () => void }) {
  return (
    <button type="button" aria-pressed={isOn} title={title} data-roving tabIndex={-1} onClick={onToggle}>
      {word}
    </button>
  );
}
