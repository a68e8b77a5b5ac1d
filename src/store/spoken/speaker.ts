import type { ChartId } from "../../config/tables/views";
import type { ExperimentStore } from "../experiment/experimentStore";
import { spokenChanges } from "./spokenChanges";

/** From one word to the next at least: a screen reader that is spoken to more often says nothing to its end. */
export const SPOKEN_EVERY_MS = 5000;

/** What a speaker needs of the page. */
export interface SpeakerParts {
  store: ExperimentStore;
  /** The figure that has the focus, or null. */
  figureInFocus(): ChartId | null;
  tell(words: string): void;
}

/** Tells what changed since it last did, at most every five seconds, and never while nothing is trained. Returns what ends it. */
export function startSpeaker({ store, figureInFocus, tell }: SpeakerParts): () => void {
  let told = store.getState();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const speak = () => {
    timer = null;
    const now = store.getState();
    const words = spokenChanges(told, now, figureInFocus());
    told = now;
    if (words !== "") tell(words);
  };
  const stop = store.subscribe((now) => {
    if (now.experiment !== told.experiment || now.step < told.step) told = now;
    if (now.step > told.step && timer === null) timer = setTimeout(speak, SPOKEN_EVERY_MS);
  });
  return () => {
    stop();
    if (timer !== null) clearTimeout(timer);
  };
}
