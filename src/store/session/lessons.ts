import type { Command } from "../../protocol/messages";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { ExperimentState } from "../experiment/state";
import type { BrowserPage } from "./page";

/** Opens the desk of lessons with the first of them, on a page; its script is fetched for it. */
export function followWithLessons(store: ExperimentStore, page: BrowserPage, send: (command: Command) => void): void {
  const isOfLink = store.getState().display.lesson !== null;
  let isOpen = false;
  const look = ({ display: { lesson, layout } }: ExperimentState) => {
    if (lesson === null || layout === "embed" || isOpen) return;
    isOpen = true;
    void import("../lessons/lessonDesk").then((part) => part.openLessonDesk(store, page, { send, isOfLink }));
  };
  look(store.getState());
  store.subscribe(look);
}
