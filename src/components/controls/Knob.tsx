import { type CSSProperties, type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { KNOB_PARTS } from "../../config/tables/walk";
import type { KnobModel } from "../../store/controls/knobModels";
import { unsetText } from "../../store/words/unsetText";
import { knobColor } from "../charts/marks/markers";
import { useActions } from "../ui/actionsContext";
import { MathSymbol } from "../ui/MathSymbol";
import { sliderTestId } from "../ui/testIds";
import { usePointedAt } from "../ui/usePointedAt";
import { KnobSlider } from "./KnobSlider";
import { NumberEntry } from "./NumberEntry";
import "./knob.css";

const QUANTITIES: Partial<Record<KnobModel["name"], string>> = { lambdaFsd: "fsd", lambdaWsd: "wsd" };

interface KnobProps {
  knob: KnobModel;
  run: string;
  /** Without words below it. */
  compact?: boolean;
  /** Before the symbol: whose it is, where several stand together. */
  children?: ReactNode;
}

/** One live knob: slider and number. Typing a digit on the slider, or a click on the number, opens the number. */
export function Knob({ knob, run, compact = false, children }: KnobProps) {
  const actions = useActions();
  const [entry, setEntry] = useState<string | null>(null);
  const sliderId = useId();
  const noteId = useId();
  const isPointedAt = usePointedAt(KNOB_PARTS.find((part) => part === knob.name) ?? null);
  const set = (value: number) => actions.setHyperparam(run, knob.name, value);
  const openByTyping = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[0-9.,]$/.test(event.key)) return;
    event.preventDefault();
    setEntry(event.key);
  };
  const close = () => {
    setEntry(null);
    document.getElementById(sliderId)?.focus();
  };
  const style = { "--c": knobColor(knob.name), "--f": knob.position } as CSSProperties;
  return (
    <div
      className={`knob ${QUANTITIES[knob.name] ?? ""}`}
      style={style}
      title={compact ? undefined : unsetText(knob.summary)}
      data-pointed={isPointedAt}
    >
      <label htmlFor={sliderId}>
        {children}
        <MathSymbol symbol={knob.symbol} />
      </label>
      {entry === null ? (
        <button
          type="button"
          className="number"
          translate="no"
          tabIndex={-1}
          aria-label={`${knob.label} ${knob.text}, type a number`}
          onClick={() => setEntry("")}
        >
          {knob.text}
        </button>
      ) : (
        <NumberEntry label={`${knob.label} value`} start={entry} shown={knob.text} onCommit={set} onClose={close} />
      )}
      <KnobSlider
        id={sliderId}
        testId={sliderTestId(children ? `${run}.${knob.name}` : knob.name)}
        noteId={noteId}
        knob={knob}
        onSet={set}
        onKeyDown={openByTyping}
      />
      {compact ? null : <p id={noteId}>{noteOf(knob)}</p>}
    </div>
  );
}

/** One text, so that a page translator may rewrite it: what it is, and what acted in the step shown or what it was before. */
function noteOf({ description, inForce, was }: KnobModel): string {
  const more = inForce ?? (was ? `was ${was.text}` : null);
  return more === null ? description : `${description}; ${more}`;
}
