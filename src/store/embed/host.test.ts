import { afterEach, expect, test, vi } from "vitest";
import type { HostMessage } from "../../protocol/embedMessages";
import { listenToHost, postToHost } from "./host";

afterEach(() => void vi.unstubAllGlobals());

const port = () => ({ postMessage: vi.fn(), onmessage: null as null | ((event: { data: unknown }) => void) });
const PLAY = { apo: 1, id: 1, type: "call", name: "play" };
const RESIZE = { type: "resize", name: "resize", value: { width: 1, height: 2 } } as const;

// One test: the port is the page's for good.
test("only the port of the first hello is obeyed, of the host's window and a listed origin; answers go there, and before it to the window", () => {
  const host = { postMessage: vi.fn() };
  const listeners = new Set<(event: unknown) => void>();
  vi.stubGlobal("window", {});
  vi.stubGlobal("parent", host);
  vi.stubGlobal("addEventListener", (_: string, listener: (event: unknown) => void) => void listeners.add(listener));
  vi.stubGlobal("removeEventListener", (_: string, listener: (event: unknown) => void) => listeners.delete(listener));
  const obeyed: HostMessage[] = [];
  const heard = { hellos: 0 };
  const listener = {
    onHello: () => void heard.hellos++,
    onMessage: (message: HostMessage) => void obeyed.push(message),
  };
  listenToHost(["https://Example.org"], listener, null);
  const hello = (given: ReturnType<typeof port> | null, part: object = {}) => {
    const event = { data: { apo: 1, type: "hello" }, source: host, origin: "https://example.org" };
    for (const hear of [...listeners]) hear({ ...event, ports: given ? [given] : [], ...part });
  };

  postToHost(RESIZE);
  expect(host.postMessage.mock.calls[0]?.[0]).toEqual({ apo: 1, ...RESIZE });
  hello(null);
  hello(port(), { source: {} });
  hello(port(), { origin: "https://example.com" });
  hello(port(), { origin: "null" });
  hello(port(), { data: PLAY });
  expect(heard.hellos).toBe(0);

  const [first, second] = [port(), port()];
  hello(first);
  hello(second);
  expect([heard.hellos, second.onmessage]).toEqual([1, null]);
  first.onmessage?.({ data: PLAY });
  first.onmessage?.({ data: { ...PLAY, name: "format" } });
  expect(obeyed).toEqual([PLAY]);
  postToHost(RESIZE);
  expect(first.postMessage.mock.calls[0]?.[0]).toEqual({ apo: 1, ...RESIZE });
  expect(host.postMessage).toHaveBeenCalledTimes(1);
});
