import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { KnobModel } from "../../store/controls/knobModels";
import { knobValueAt } from "../../store/controls/knobSelectors";
import "./knob.css";

interface KnobSliderProps {
  id: string;
  noteId: string;
  knob: KnobModel;
  onSet: (value: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const STOPS_BY_KEY: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The ends of the track lie half a thumb inside the slider. */
function thumbWidth(element: Element): number {
  return Number.parseFloat(getComputedStyle(element).getPropertyValue("--thumb")) || 16;
}

/**
 * A range input whose value is the quantity itself, so that its value, minimum and maximum read true, while pointer and keys
 * move it along the knob's own (mostly logarithmic) scale.
 */
export function KnobSlider({ id, noteId, knob, onSet, onKeyDown }: KnobSliderProps) {
  const isDragging = useRef(false);
  const slide = (event: PointerEvent<HTMLInputElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const thumb = thumbWidth(event.currentTarget);
    const share = (event.clientX - left - thumb / 2) / Math.max(1, width - thumb);
    const value = knobValueAt(knob, Math.min(1, Math.max(0, share)));
    if (value !== knob.value) onSet(value);
  };
  const onPointerDown = (event: PointerEvent<HTMLInputElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.focus({ preventScroll: true });
    event.currentTarget.setPointerCapture(event.pointerId);
    isDragging.current = true;
    slide(event);
  };
  const stop = () => {
    isDragging.current = false;
  };
  const moveByKey = (event: KeyboardEvent) => {
    const stops = STOPS_BY_KEY[event.key];
    if (stops === undefined || event.altKey || event.ctrlKey || event.metaKey) return onKeyDown(event);
    event.preventDefault();
    onSet(knobValueAt(knob, Math.min(1, Math.max(0, knob.position + stops / knob.stops))));
  };
  return (
    <div className="slot">
      {knob.was ? <i className="was" style={{ "--f": knob.was.position } as CSSProperties} /> : null}
      <input
        id={id}
        type="range"
        className="knob-slider"
        aria-label={knob.symbol}
        aria-describedby={noteId}
        aria-valuetext={knob.text}
        min={knobValueAt(knob, 0)}
        max={knobValueAt(knob, 1)}
        step="any"
        value={knob.value}
        onChange={(event) => onSet(event.target.valueAsNumber)}
        onPointerDown={onPointerDown}
        onPointerMove={(event) => isDragging.current && slide(event)}
        onPointerUp={stop}
        onPointerCancel={stop}
        onMouseDown={(event) => event.preventDefault()}
        onKeyDown={moveByKey}
      />
      <i className="thumb" />
    </div>
  );
}
