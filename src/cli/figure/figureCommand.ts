import { checkOut } from "../outFile";
import { figureUsage, readFigureArgs } from "./figureArgs";
import { writeFigure } from "./figureFile";

/** Writes a file of a figure, or prints the usage of the command named `command`. Throws `ConfigError` and `TaskError`. */
export async function figureCommand(argv: readonly string[], command: string): Promise<void> {
  const request = readFigureArgs(argv);
  if (!request) {
    process.stdout.write(`${figureUsage(command)}\n`);
    return;
  }
  checkOut(request.out);
  await writeFigure(request, (line) => void process.stderr.write(`${line}\n`));
}
