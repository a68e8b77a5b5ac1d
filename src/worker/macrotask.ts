let channel: MessageChannel | undefined;
const waiting: (() => void)[] = [];

/**
 * Resolves in a new macrotask, after messages that have arrived were handled. By a MessageChannel: nested timers are
 * clamped to 4 ms, and animation frames stop in a hidden tab.
 */
export function macrotask(): Promise<void> {
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()?.();
  }
  const { port2 } = channel;
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}
