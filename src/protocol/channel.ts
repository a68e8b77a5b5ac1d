import { BEAT_MS } from "./silence";

/** What a channel needs of a Worker, a MessagePort or a worker's own global scope. */
export interface PortLike {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  removeEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  /** MessagePorts deliver nothing before this; workers have no such method. */
  start?(): void;
}

/** One end of a typed connection: sends `Out`, receives `In`. */
export interface Channel<Out, In> {
  /** Copies the message to the other side; what `transfer` lists is moved, not copied. */
  send(message: Out, transfer?: Transferable[]): void;
  /** Calls `listener` for every message from now on; returns a function that ends this. */
  receive(listener: (message: In) => void): () => void;
}

/** Stands between the messages of a port and says only that its sender is there. */
const BEAT = "beat";

/**
 * Types both directions of a port: `openChannel<Command, WorkerEvent>(worker)` on the page,
 * `openChannel<WorkerEvent, Command>(self)` in the training worker. `onWord` hears of each message, beats among them.
 */
export function openChannel<Out, In>(port: PortLike, onWord: () => void = () => {}): Channel<Out, In> {
  return {
    send: (message, transfer = []) => port.postMessage(message, transfer),
    receive(listener) {
      const onMessage = (event: MessageEvent) => {
        onWord();
        if (event.data !== BEAT) listener(event.data as In);
      };
      port.addEventListener("message", onMessage);
      port.start?.();
      return () => port.removeEventListener("message", onMessage);
    },
  };
}

/** A worker's sign of life, from now on: it stops while the worker computes in one piece, hangs, or is gone. */
export function startHeartbeat(port: Pick<PortLike, "postMessage">): void {
  const beat = () => port.postMessage(BEAT, []);
  beat();
  setInterval(beat, BEAT_MS);
}

/** A rejection that nobody awaited is thrown: whoever started the worker hears of it as of any error. */
export function throwRejections(scope: Pick<EventTarget, "addEventListener">): void {
  scope.addEventListener("unhandledrejection", (event) => {
    throw (event as PromiseRejectionEvent).reason;
  });
}
