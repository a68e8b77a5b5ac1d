import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Lesson } from "../../config/lessons/lesson";

/** What the card of a lesson, and the list of lessons, show. */
export interface LessonState {
  /** null: none is open. */
  lesson: Lesson | null;
  /** Place of the step that is shown, from 0. */
  at: number;
  /** The reader has done what the step asks for. */
  isReached: boolean;
  /** Nothing has happened for so long that the hint stands there. */
  isHinted: boolean;
  /** It was opened by a press, whose button is gone: the focus goes to the card. */
  takesFocus: boolean;
  /** Steps that are done, of each lesson that was begun, by its id; kept in this browser. */
  progress: Readonly<Record<string, number>>;
}

/** The page's lesson. */
export const lessonStore = createStore<LessonState>(() => ({
  lesson: null,
  at: 0,
  isReached: false,
  isHinted: false,
  takesFocus: false,
  progress: {},
}));

export function useLesson<Selected>(selector: (state: LessonState) => Selected): Selected {
  return useStore(lessonStore, selector);
}
