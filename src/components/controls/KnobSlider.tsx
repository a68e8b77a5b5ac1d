import type { CSSProperties, KeyboardEvent } from "react";
import type { KnobModel } from "../../store/controls/knobModels";
import { Slider } from "../ui/Slider";
import "./knob.css";

interface KnobSliderProps {
  id: string;
  testId: string;
  noteId: string;
  tabIndex: number | undefined;
  knob: KnobModel;
  /** Value at a position, 0 to 1. */
  valueAt: (position: number) => number;
  onSet: (value: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The slider of a knob on the knob's own (mostly logarithmic) scale, with a mark where the last drag began. */
export function KnobSlider({ id, testId, noteId, tabIndex, knob, valueAt, onSet, onKeyDown }: KnobSliderProps) {
  return (
    <div className="slot">
      {knob.was ? <i className="was" style={{ "--f": knob.was.position } as CSSProperties} /> : null}
      <Slider
        id={id}
        testId={testId}
        label={knob.label}
        noteId={noteId}
        {...(tabIndex === undefined ? {} : { tabIndex })}
        value={knob.value}
        text={knob.text}
        position={knob.position}
        stops={knob.stops}
        valueAt={valueAt}
        onSet={onSet}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
