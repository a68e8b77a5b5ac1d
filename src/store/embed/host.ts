import { type FigureMessage, type HostMessage, hostMessageOf, isHello } from "../../protocol/embedMessages";

/** The page around the figure, once its script has said hello; beside `page.ts` the one place of the store that touches the window. */
let port: MessagePort | null = null;

type Posted = FigureMessage extends infer One ? (One extends { apo: 1 } ? Omit<One, "apo"> : never) : never;

/** Tells the host, by the port where there is one; a host without the script hears it as a message of its window. */
export function postToHost(message: Posted, transfer: Transferable[] = []): void {
  const whole = { apo: 1, ...message };
  if (port) port.postMessage(whole, transfer);
  else if (parent !== window) parent.postMessage(whole, "*", transfer);
}

/** Obeys the first host that says hello, of those origins where any are named, and by its port alone. */
export function listenToHost(
  origins: readonly string[],
  listener: { onHello(): void; onMessage(message: HostMessage): void },
): void {
  const hear = ({ data, source, origin, ports }: MessageEvent) => {
    const [given] = ports;
    const isAllowed = origins.length === 0 || origins.some((one) => one.toLowerCase() === origin);
    if (source !== parent || parent === window || !given || !isAllowed || !isHello(data)) return;
    removeEventListener("message", hear);
    port = given;
    given.onmessage = (event) => {
      const message = hostMessageOf(event.data);
      if (message) listener.onMessage(message);
    };
    listener.onHello();
  };
  addEventListener("message", hear);
}
