import type { HeldHost } from "../../store/embed/host";

/** The host of a painted figure: it is answered, and what it asks for is kept until there is somebody to do it. */
export interface LeanHost extends HeldHost {
  /** Tells the host, by its port where there is one. */
  post(message: { type: string; name: string; value: unknown }): void;
}

/**
 * Answers the host's hello and follows its theme, as the lab will; only a call needs the lab (`onCall`).
 * @param hasTheme whether the figure's theme is that of its host
 */
export function holdHost(hasTheme: boolean, onCall: () => void): LeanHost {
  let port: MessagePort | null = null;
  const calls: unknown[] = [];
  const latest = new Map<string, unknown>();
  const post: LeanHost["post"] = (message) => {
    const whole = { apo: 1, ...message };
    if (port) port.postMessage(whole);
    else if (parent !== window) parent.postMessage(whole, "*");
  };
  const obey = (data: unknown) => {
    const { apo, type, name, value } = Object(data) as Record<string, unknown>;
    if (apo !== 1) return;
    if (type === "call") {
      calls.push(data);
      onCall();
    } else if (name === "theme" || name === "sight") latest.set(name, data);
    if (name === "theme" && hasTheme && (value === "light" || value === "dark"))
      document.documentElement.dataset.theme = value;
  };
  const hear = ({ data, source, ports: [given] }: MessageEvent) => {
    if (source !== parent || parent === window || !given || data?.apo !== 1 || data.type !== "hello") return;
    removeEventListener("message", hear);
    port = given;
    given.onmessage = (event) => obey(event.data);
    post({ type: "event", name: "ready", value: { version: 1 } });
  };
  addEventListener("message", hear);
  return {
    post,
    take() {
      removeEventListener("message", hear);
      return port && { port, messages: [...latest.values(), ...calls] };
    },
  };
}
