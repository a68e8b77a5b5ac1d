import { type KeyboardEvent, useState } from "react";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";

/** The seed of data, start, batches and every method; typing it restarts the run on Enter or on leaving the field. */
export function SeedField() {
  const actions = useActions();
  const seed = useExperiment((state) => state.config.seed);
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    if (draft === null) return;
    setDraft(null);
    const typed = Number(draft);
    if (draft.trim() !== "" && typed !== seed) actions.setSeed(typed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") commit();
    if (event.key === "Escape") setDraft(null);
  };
  return (
    <input
      type="number"
      aria-label="Seed"
      title="Restarts the run"
      min={0}
      step={1}
      value={draft ?? seed}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
