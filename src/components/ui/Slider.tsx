import { type CSSProperties, type KeyboardEvent, type PointerEvent, type Ref, useRef, useState } from "react";
import { clampPosition, gestureAfter, gestureAtStart, positionAt, type SlideGesture, stopsByKey } from "./slideGesture";
import "./slider.css";

interface SliderProps<Value> {
  ref?: Ref<HTMLInputElement>;
  id?: string;
  testId?: string;
  label: string;
  noteId?: string;
  orientation?: "horizontal" | "vertical";
  tabIndex?: number;
  value: Value;
  /** The value in words. */
  text?: string;
  /** Where the value stands along the track, 0 to 1. */
  position: number;
  /** Stops of the track less one. */
  stops: number;
  /** The value at a position of the track: the one scale of mouse, finger, pen, keys and screen readers. */
  valueAt: (position: number) => Value;
  onSet: (value: Value) => void;
  /** Hears a key first; one whose default it prevents moves nothing. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** A press that may become a drag. */
interface Press<Value> {
  pointer: number;
  x: number;
  y: number;
  gesture: SlideGesture;
  /** To go back to where the browser takes the gesture away. */
  before: Value;
}

/** A slider with its thumb, in a track that the caller draws; `--thumb` is its width, `--c` its colour. */
export function Slider<Value>(props: SliderProps<Value>) {
  return (
    <>
      <SliderInput {...props} />
      <i className="slider-thumb" style={{ "--f": props.position } as CSSProperties} />
    </>
  );
}

/**
 * A range input that counts stops of the track, so that whatever the browser does with it by itself is on the slider's own
 * scale. A finger or a pen acts by a tap or a drag along the track; any other swipe scrolls the page and moves nothing.
 */
export function SliderInput<Value>(props: SliderProps<Value>) {
  const { value, position, stops, valueAt, onSet } = props;
  const press = useRef<Press<Value> | null>(null);
  const [isHeld, setHeld] = useState(false);
  const stop = Math.round(position * stops);
  const set = (next: Value) => {
    if (next !== value) onSet(next);
  };
  const follow = ({ currentTarget, clientX }: PointerEvent<HTMLInputElement>) => {
    const thumb = Number.parseFloat(getComputedStyle(currentTarget).getPropertyValue("--thumb")) || 16;
    set(valueAt(positionAt(clientX, currentTarget.getBoundingClientRect(), thumb)));
  };
  const onPointerDown = (event: PointerEvent<HTMLInputElement>) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault(); // no mouse events after a tap
    const gesture = gestureAtStart(event.pointerType);
    press.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY, gesture, before: value };
    if (gesture === "slide") begin(event);
  };
  const begin = (event: PointerEvent<HTMLInputElement>) => {
    event.currentTarget.focus({ preventScroll: true });
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld(true);
    follow(event);
  };
  const release = () => {
    press.current = null;
    setHeld(false);
  };
  const onPointerMove = (event: PointerEvent<HTMLInputElement>) => {
    const { current } = press;
    if (current?.pointer !== event.pointerId) return;
    const before = current.gesture;
    current.gesture = gestureAfter(before, event.clientX - current.x, event.clientY - current.y);
    if (current.gesture !== "slide") return;
    if (before === "slide") follow(event);
    else begin(event);
  };
  const onPointerUp = (event: PointerEvent<HTMLInputElement>) => {
    if (press.current?.pointer !== event.pointerId) return;
    if (press.current.gesture === "undecided") begin(event);
    release();
  };
  const onPointerCancel = (event: PointerEvent) => {
    const { current } = press;
    if (current?.pointer !== event.pointerId) return;
    release();
    if (current.gesture === "slide") onSet(current.before);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    props.onKeyDown?.(event);
    const by = stopsByKey(event.key, stops);
    if (by === undefined || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    set(valueAt(clampPosition((stop + by) / stops)));
  };
  return (
    <input
      ref={props.ref}
      id={props.id}
      data-testid={props.testId}
      type="range"
      className="slider"
      data-held={isHeld || undefined}
      aria-label={props.label}
      aria-describedby={props.noteId}
      aria-orientation={props.orientation}
      aria-valuetext={props.text}
      tabIndex={props.tabIndex}
      min={0}
      max={stops}
      step={1}
      value={stop}
      onChange={({ target: { valueAsNumber } }) => {
        // of a screen reader; under a finger the browser's own sliding is not heard
        if (press.current === null && valueAsNumber !== stop) set(valueAt(valueAsNumber / stops));
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerCancel}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
    />
  );
}
