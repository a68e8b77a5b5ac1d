import { type KeyboardEvent, useRef, useState } from "react";

interface NumberEntryProps {
  label: string;
  /** What is in the field at first: the digit that opened it, or nothing. */
  start: string;
  shown: string;
  onCommit: (value: number) => void;
  onClose: () => void;
}

/** The number in a text with a point or a comma, null where it is none. */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim().replace(",", ".").replace("−", "-");
  if (trimmed === "") return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : null;
}

/** A field in place of a shown number: Enter or leaving it sets the value, Escape leaves it as it was. */
export function NumberEntry({ label, start, shown, onCommit, onClose }: NumberEntryProps) {
  const [text, setText] = useState(start);
  const isDone = useRef(false);
  const finish = (keep: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const value = parseNumber(text);
    if (keep && value !== null) onCommit(value);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") finish(true);
    else if (event.key === "Escape") finish(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isWrong = text.trim() !== "" && parseNumber(text) === null;
  return (
    <input
      className="number"
      type="text"
      inputMode="decimal"
      // biome-ignore lint/a11y/noAutofocus: opened by the person who is about to type in it
      autoFocus
      aria-label={label}
      aria-invalid={isWrong}
      placeholder={shown}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
    />
  );
}
