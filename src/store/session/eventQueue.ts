import type { WorkerEvent } from "../../protocol/messages";

/** Collects events and hands them over together. */
export interface EventQueue {
  push(event: WorkerEvent): void;
}

/** Events after which the page must be true at once: a counter that should stand, a button that should change. */
const URGENT: readonly WorkerEvent["type"][] = ["status", "ready", "failure", "runStatus"];

/** Applies waiting events at most once per frame, and at once when a word of status is among them. Order is kept. */
export function createEventQueue(
  apply: (events: readonly WorkerEvent[]) => void,
  requestFrame: (callback: () => void) => void,
): EventQueue {
  let waiting: WorkerEvent[] = [];
  let isScheduled = false;
  const flush = () => {
    isScheduled = false;
    if (waiting.length === 0) return;
    const events = waiting;
    waiting = [];
    apply(events);
  };
  return {
    push(event) {
      waiting.push(event);
      if (URGENT.includes(event.type)) flush();
      else if (!isScheduled) {
        isScheduled = true;
        requestFrame(flush);
      }
    },
  };
}
