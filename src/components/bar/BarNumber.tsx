import { type KeyboardEvent, useState } from "react";

interface BarNumberProps {
  label: string;
  title: string;
  value: number;
  min: number;
  onCommit: (value: number) => void;
}

/** A whole number in the bar; acts on Enter or on leaving the field, Escape brings the old one back. */
export function BarNumber({ label, title, value, min, onCommit }: BarNumberProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft === null) return;
    setDraft(null);
    const typed = Number(draft);
    if (draft.trim() !== "" && typed !== value) onCommit(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") commit();
    if (event.key === "Escape") setDraft(null);
  };
  return (
    <input
      type="number"
      aria-label={label}
      title={title}
      min={min}
      step={1}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
