const waiting: (() => void)[] = [];
let ports: MessagePort[] = [];

/**
 * Resolves in a new macrotask, after messages that have arrived were handled. By a MessageChannel: nested timers are
 * clamped to 4 ms, and animation frames stop in a hidden tab.
 */
export function macrotask(): Promise<void> {
  // Two in turn: Node empties one port up to 1,000 messages deep before it looks at another.
  if (ports.length === 0) ports = [openPort(), openPort()];
  ports.reverse();
  return new Promise((resolve) => {
    waiting.push(resolve);
    ports[0]?.postMessage(null);
  });
}

/** A port whose messages each release one that waits. */
function openPort(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return port2;
}
