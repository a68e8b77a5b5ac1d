import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Note } from "../../config/experiment/notes";
import type { SceneSet } from "../../config/scenes/sceneSet";
import type { Sketch } from "./sketch";

/** A set on the page. `keys` name its scenes, whatever their order, while the page is open. */
export interface HeldSet {
  /** What a link calls it; null for one of a file, or made here. */
  id: string | null;
  set: SceneSet;
  keys: readonly string[];
}

/** What the page knows of scenes, beside which one is shown (`display.scenes`). */
export interface ScenesState {
  /** The set that is shown, or was shown last. */
  shown: HeldSet | null;
  /** The set that is made in the page. */
  draft: HeldSet;
  /** The browser has it on the next visit, too. */
  isDraftKept: boolean;
  /** The choice that a person took, by the key of its scene. */
  answers: Readonly<Record<string, number>>;
  /** The curve that a person drew, by the key of its scene. */
  sketches: Readonly<Record<string, Sketch>>;
  /** What is wrong with a file or a link that was opened last. */
  problems: readonly Note[];
  /** A run stood on the page before the talk, and can come back. */
  hasRunBefore: boolean;
}

let keyCount = 0;

/** A name for a scene that no other has. */
export const newSceneKey = (): string => `s${++keyCount}`;

/** A set as the page holds it. */
export const heldSet = (set: SceneSet, id: string | null): HeldSet => ({ id, set, keys: set.scenes.map(newSceneKey) });

export const sceneStore = createStore<ScenesState>(() => ({
  shown: null,
  draft: { id: null, set: { format: "apo-scenes/1", title: "My scenes", scenes: [] }, keys: [] },
  isDraftKept: false,
  answers: {},
  sketches: {},
  problems: [],
  hasRunBefore: false,
}));

export function useScenes<Selected>(selector: (state: ScenesState) => Selected): Selected {
  return useStore(sceneStore, selector);
}
