import { type CSSProperties, type KeyboardEvent, type ReactNode, useId, useState } from "react";
import type { KnobModel } from "../../store/controls/knobModels";
import { unsetText } from "../../store/words/unsetText";
import { knobColor } from "../charts/marks/markers";
import { MathSymbol } from "../ui/MathSymbol";
import { KnobSlider } from "./KnobSlider";
import { NumberEntry } from "./NumberEntry";
import "./knob.css";

const QUANTITIES: Partial<Record<KnobModel["name"], string>> = { lambdaFsd: "fsd", lambdaWsd: "wsd" };

export interface KnobFieldProps {
  knob: KnobModel;
  testId: string;
  /** Value at a position of the slider, 0 to 1. */
  valueAt: (position: number) => number;
  onSet: (value: number) => void;
  /** Without words below it. */
  compact?: boolean;
  /** Of the slider, where another one does the same. */
  tabIndex?: number | undefined;
  isPointedAt?: true | undefined;
  /** Before the symbol: whose it is, where several stand together. */
  children?: ReactNode;
}

/** Slider and number of a setting. Typing a digit on the slider, or a click on the number, opens the number. */
export function KnobField(props: KnobFieldProps) {
  const { knob, testId, valueAt, onSet, compact = false, tabIndex, isPointedAt, children } = props;
  const [entry, setEntry] = useState<string | null>(null);
  const sliderId = useId();
  const noteId = useId();
  const openByTyping = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[0-9.,]$/.test(event.key)) return;
    event.preventDefault();
    setEntry(event.key);
  };
  const close = () => {
    setEntry(null);
    document.getElementById(sliderId)?.focus();
  };
  const value = `${knob.label} ${knob.text}`;
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
          aria-label={`${value}, type a number`}
          onClick={() => setEntry("")}
        >
          {knob.text}
        </button>
      ) : (
        <NumberEntry label={`${knob.label} value`} start={entry} shown={knob.text} onCommit={onSet} onClose={close} />
      )}
      <KnobSlider
        id={sliderId}
        testId={testId}
        noteId={noteId}
        tabIndex={tabIndex}
        knob={knob}
        valueAt={valueAt}
        onSet={onSet}
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
