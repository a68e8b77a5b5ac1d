import { postToHost } from "./host";

/** A message from one figure of a page to the others. */
export interface BusMessage {
  /** Random, of the figure that sends it. */
  from: string;
  kind: string;
  value: unknown;
}

type Listener = (message: BusMessage) => void;

/**
 * Between the figures of a page: by the script of the host, and where figures of one origin stand in it without one, by the
 * browser's own channel. What comes on both ways is heard once.
 */
export class Bus {
  readonly id: string = crypto.randomUUID?.() ?? String(Math.random());
  private readonly listeners: Listener[] = [];
  private readonly channel = openChannelOfOrigin();
  private readonly heard: string[] = [];
  private count = 0;

  constructor() {
    if (this.channel) this.channel.onmessage = ({ data }) => this.hear(data);
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** @param reach "page": only by the host's script, as the browser's channel reaches other tabs, too */
  send(kind: string, value: unknown, reach: "page" | "origin" = "origin"): void {
    const message = { from: this.id, number: ++this.count, kind, value };
    if (reach === "origin") this.channel?.postMessage(message);
    postToHost({ type: "event", name: "bus", value: message });
  }

  /** What the host hands on, too, may be of anybody: it is read as such. */
  hear(data: unknown): void {
    if (typeof data !== "object" || data === null) return;
    const { from, number, kind, value } = data as Record<string, unknown>;
    if (typeof from !== "string" || typeof kind !== "string" || from === this.id) return;
    const name = `${from} ${number}`;
    if (this.heard.includes(name)) return;
    this.heard.push(name);
    if (this.heard.length > MEMORY) this.heard.shift();
    for (const listener of this.listeners) listener({ from, kind, value });
  }
}

/** Both ways deliver within a moment; messages longer ago need not be known. */
const MEMORY = 200;

function openChannelOfOrigin(): BroadcastChannel | null {
  try {
    return new BroadcastChannel("apo-lab.figures");
  } catch {
    return null; // forbidden where storage is
  }
}
