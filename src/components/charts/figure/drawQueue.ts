/**
 * Hands out turns one by one, each in a task of its own, so that no task is longer than one drawing, and leaves the page as
 * much time between them as the last one took.
 */
export interface DrawQueue {
  /** Turns that wait. */
  readonly waiting: number;
  /** Takes a turn; one that already waits keeps its place. */
  add(draw: () => void): void;
  /** Gives the turn back. */
  remove(draw: () => void): void;
}

/** Calls back once, in a task of its own, not before `delayMs`. */
export type NextTask = (callback: () => void, delayMs: number) => void;

/** Drawings shorter than this follow each other, so that one frame shows several. */
const SHORT_MS = 12;

/** The longest rest after a drawing. */
const LONGEST_REST_MS = 60;

/** A queue that lets `nextTask` call back before each turn. */
export function createDrawQueue(nextTask: NextTask, now: () => number): DrawQueue {
  const waiting = new Set<() => void>();
  let isScheduled = false;
  let restUntil = 0;
  const schedule = () => {
    if (isScheduled || waiting.size === 0) return;
    isScheduled = true;
    nextTask(takeTurn, Math.max(0, restUntil - now()));
  };
  const takeTurn = () => {
    isScheduled = false;
    const [draw] = waiting;
    if (!draw) return;
    waiting.delete(draw);
    const start = now();
    try {
      draw();
    } finally {
      const took = now() - start;
      restUntil = now() + (took < SHORT_MS ? 0 : Math.min(LONGEST_REST_MS, took));
      schedule();
    }
  };
  return {
    get waiting() {
      return waiting.size;
    },
    add(draw) {
      waiting.add(draw);
      schedule();
    },
    remove(draw) {
      waiting.delete(draw);
    },
  };
}

/** A task right after what is already waiting (a message is neither clamped nor held for a frame), or after a rest. */
export function messageTask(): NextTask {
  const { port1, port2 } = new MessageChannel();
  let next: (() => void) | null = null;
  port1.onmessage = () => next?.();
  return (callback, delayMs) => {
    if (delayMs >= 1) {
      setTimeout(callback, delayMs);
      return;
    }
    next = callback;
    port2.postMessage(null);
  };
}
