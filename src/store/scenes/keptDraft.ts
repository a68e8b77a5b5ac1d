import { draftIn, sceneDocument } from "../../config/scenes/sceneSet";
import { heldSet, sceneStore } from "./sceneStore";

/** What it asks of the browser; `keepChoice` says whether it has kept it. */
interface DraftPlace {
  readChoice(name: string): string | null;
  keepChoice(name: string, choice: string): boolean;
}

/** What the browser keeps it as. */
const CHOICE = "scenes";

/** Brings the set that was made in this browser back, and keeps each change of it. Returns what ends that. */
export function followWithDraft({ readChoice, keepChoice }: DraftPlace): () => void {
  const kept = draftIn(readChoice(CHOICE) ?? "");
  if (kept && sceneStore.getState().draft.keys.length === 0) sceneStore.setState({ draft: heldSet(kept, null) });
  const keep = () => {
    const { set } = sceneStore.getState().draft;
    sceneStore.setState({ isDraftKept: keepChoice(CHOICE, sceneDocument(set)) });
  };
  if (sceneStore.getState().draft.keys.length > 0) keep();
  return sceneStore.subscribe(({ draft }, before) => {
    if (draft !== before.draft) keep();
  });
}
