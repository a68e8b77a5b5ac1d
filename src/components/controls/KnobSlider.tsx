import type { CSSProperties, KeyboardEvent } from "react";
import type { KnobModel } from "../../store/controls/knobModels";
import { knobValueAt } from "../../store/controls/knobSelectors";
import { Slider } from "../ui/Slider";
import "./knob.css";

interface KnobSliderProps {
  id: string;
  testId: string;
  noteId: string;
  knob: KnobModel;
  onSet: (value: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The slider of a knob on the knob's own (mostly logarithmic) scale, with a mark where the last drag began. */
export function KnobSlider({ id, testId, noteId, knob, onSet, onKeyDown }: KnobSliderProps) {
  return (
    <div className="slot">
      {knob.was ? <i className="was" style={{ "--f": knob.was.position } as CSSProperties} /> : null}
      <Slider
        id={id}
        testId={testId}
        label={knob.label}
        noteId={noteId}
        value={knob.value}
        text={knob.text}
        position={knob.position}
        stops={knob.stops}
        valueAt={(position) => knobValueAt(knob, position)}
        onSet={onSet}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
