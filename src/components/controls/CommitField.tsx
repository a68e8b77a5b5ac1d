import { type KeyboardEvent, useState } from "react";
import { parseNumber } from "./NumberEntry";

interface CommitFieldProps {
  label: string;
  value: number;
  isInteger: boolean;
  min?: number;
  max?: number;
  onCommit: (value: number) => void;
}

/** A number that acts when it is done: on Enter or on leaving the field. Escape brings the old one back. */
export function CommitField({ label, value, isInteger, min, max, onCommit }: CommitFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const typed = draft === null ? value : parseNumber(draft);
  const commit = () => {
    setDraft(null);
    if (typed !== null && typed !== value) onCommit(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      commit();
    }
    if (event.key === "Escape" && draft !== null) {
      event.preventDefault();
      event.stopPropagation();
      setDraft(null);
    }
  };
  return (
    <input
      type="text"
      inputMode={isInteger ? "numeric" : "decimal"}
      aria-label={label}
      aria-invalid={typed === null}
      title={min !== undefined && max !== undefined ? `${min} to ${max}` : undefined}
      value={draft ?? String(value)}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
