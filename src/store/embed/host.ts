import { type FigureMessage, type HostMessage, hostMessageOf, isHello } from "../../protocol/embedMessages";

/** The page around the figure, once its script has said hello; beside `page.ts` the one place of the store that touches the window. */
let port: MessagePort | null = null;

type Posted = FigureMessage extends infer One ? (One extends { apo: 1 } ? Omit<One, "apo"> : never) : never;

/** What a page before this script has heard of its host: a port, and messages of it that are not obeyed yet. */
export interface HeldHost {
  /** Gives it away for good; null where no host has spoken, and then it listens no more. */
  take(): { port: MessagePort; messages: readonly unknown[] } | null;
}

/** Tells the host, by the port where there is one; a host without the script hears it as a message of its window. */
export function postToHost(message: Posted, transfer: Transferable[] = []): void {
  const whole = { apo: 1, ...message };
  if (port) port.postMessage(whole, transfer);
  else if (parent !== window) parent.postMessage(whole, "*", transfer);
}

/** Obeys the first host that says hello, of those origins where any are named, and by its port alone; one that was `held` has its answer. */
export function listenToHost(
  origins: readonly string[],
  listener: { onHello(): void; onMessage(message: HostMessage): void },
  held: HeldHost | null,
): void {
  const obey = (data: unknown) => {
    const message = hostMessageOf(data);
    if (message) listener.onMessage(message);
  };
  const adopt = (given: MessagePort) => {
    port = given;
    given.onmessage = (event) => obey(event.data);
  };
  const taken = held?.take();
  if (taken) {
    adopt(taken.port);
    for (const data of taken.messages) obey(data);
    return;
  }
  const hear = ({ data, source, origin, ports }: MessageEvent) => {
    const [given] = ports;
    const isAllowed = origins.length === 0 || origins.some((one) => one.toLowerCase() === origin);
    if (source !== parent || parent === window || !given || !isAllowed || !isHello(data)) return;
    removeEventListener("message", hear);
    adopt(given);
    listener.onHello();
  };
  addEventListener("message", hear);
}
