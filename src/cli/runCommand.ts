import { Failure } from "../../scripts/fail.mjs";
import { ConfigError } from "../config/experiment/notes";
import { TaskError } from "../core/taskError";
import { exitCodeOf } from "./exitCodes";

/** Longer messages come from generated code. */
const LONGEST_MESSAGE = 300;

/**
 * Runs a command to its end, and is the last to hear of what goes wrong in it: a sentence on standard error and the status of
 * its kind (`EXIT`), never a stack or a line of source. The status of the work itself is what it returns, 0 where nothing. A reader that closes its pipe, as `head` does, ends it quietly.
 */
export async function runCommand(work: () => Promise<unknown>): Promise<void> {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      stop(error);
    });
  process.on("uncaughtException", stop); // of callbacks, and of promises that nobody awaits
  try {
    const status = await work();
    process.exitCode = typeof status === "number" ? status : 0;
  } catch (error) {
    tell(error);
  }
}

function stop(error: unknown): void {
  tell(error);
  process.exit();
}

function tell(error: unknown): void {
  process.exitCode = exitCodeOf(error);
  process.stderr.write(`${wordsOf(error)}\n`);
}

function wordsOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof TaskError || error instanceof Failure) return error.message;
  if (process.env.APO_STACK && error instanceof Error) return error.stack ?? String(error);
  const [first = ""] = String(error).split("\n");
  const message = first.length > LONGEST_MESSAGE ? `${first.slice(0, LONGEST_MESSAGE)}...` : first;
  return (
    `The command stopped by a fault of its own: ${message.replace(/\.$/, "")}. ` +
    "Please report it with what you typed; with APO_STACK=1 before it, it says where it stopped."
  );
}
