/** Hands out turns one by one, each in a task of its own, so that no task is longer than one drawing. */
export interface DrawQueue {
  /** Takes a turn; one that already waits keeps its place. */
  add(draw: () => void): void;
  /** Gives the turn back. */
  remove(draw: () => void): void;
}

/** A queue that lets `nextTask` call back before each turn. */
export function createDrawQueue(nextTask: (callback: () => void) => void): DrawQueue {
  const waiting = new Set<() => void>();
  let isScheduled = false;
  const schedule = () => {
    if (isScheduled || waiting.size === 0) return;
    isScheduled = true;
    nextTask(takeTurn);
  };
  const takeTurn = () => {
    isScheduled = false;
    const [draw] = waiting;
    if (!draw) return;
    waiting.delete(draw);
    // Before drawing, so that one that throws does not hold up the others.
    schedule();
    draw();
  };
  return {
    add(draw) {
      waiting.add(draw);
      schedule();
    },
    remove(draw) {
      waiting.delete(draw);
    },
  };
}

/** A task right after what is already waiting: a message, which is neither clamped nor held for a frame. */
export function messageTask(): (callback: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  let next: (() => void) | null = null;
  port1.onmessage = () => next?.();
  return (callback) => {
    next = callback;
    port2.postMessage(null);
  };
}
