import type { ReactNode } from "react";
import type { WorkerEvent } from "../protocol/messages";
import type { Actions } from "../store/actions/actions";
import type { ModelName } from "./models/recipes";

/** What a case is listed under. */
type Topic = "charts" | "fits" | "views" | "panels" | "menus" | "dialogs" | "states" | "article" | "pages";

/** One part of the page in one state: a recorded model, what is done with it, and what is drawn of it. */
export interface GalleryCase {
  /** In the address, and of the snapshot's file. */
  name: string;
  model: ModelName;
  /** Parts of the link that differ from the model's own: "loss=test&scale=linear". */
  look?: string;
  /** Which of the recorded events have come: all of them unless told. */
  heard?: (events: readonly WorkerEvent[]) => readonly WorkerEvent[];
  /** What the person has done since. */
  act?: (actions: Actions) => void;
  draw: () => ReactNode;
  /** How wide the part is on a page of 1280 px: a chart, a panel, the column of work, or all of it. */
  room: "chart" | "panel" | "column" | "page" | "embed";
}

/** Cases of one topic; the SVG of their figures is reviewed as text where `hasSnapshots`. */
export interface CaseGroup {
  topic: Topic;
  hasSnapshots: boolean;
  cases: readonly GalleryCase[];
}

/** What the workers said before the first step was taken. */
export const untilReady = (events: readonly WorkerEvent[]) => {
  const first = events.findIndex(({ type }) => type === "rows");
  return first < 0 ? events : events.slice(0, first);
};

/** What they said up to a status, which is the last word. */
export const withStatus = (status: "running" | "paused") => (events: readonly WorkerEvent[]) => {
  const step = Math.max(...events.flatMap((event) => (event.type === "rows" ? [event.step] : [])));
  const experiment = events.at(-1)?.experiment ?? "";
  return [...events, { type: "status", experiment, status, step } as const];
};

/** All but how the run went on after it ended: a race that may go on. */
export const stillGoing = (events: readonly WorkerEvent[]) => events.filter(({ type }) => type !== "runStatus");

/** With a loss of zero in every fifth step, for which a log axis has no place. */
export const withZeros = (events: readonly WorkerEvent[]) =>
  events.map((event): WorkerEvent => {
    if (event.type !== "rows") return event;
    const runs = event.runs.map(({ run, columns }) => {
      const steps = columns.step ?? [];
      const trainLoss = columns.trainLoss?.map((loss, row) => ((steps[row] ?? 0) % 5 === 4 ? 0 : loss));
      return { run, columns: trainLoss ? { ...columns, trainLoss } : columns };
    });
    return { ...event, runs };
  });
