import type { Command } from "../../protocol/messages";

/** Keeps commands until what obeys them is here. */
export function sentLater(open: () => Promise<(command: Command) => void>): (command: Command) => void {
  const waiting: Command[] = [];
  let obey: ((command: Command) => void) | null = null;
  void open().then((opened) => {
    obey = opened;
    for (const command of waiting) opened(command);
  });
  return (command) => (obey ? obey(command) : waiting.push(command));
}
