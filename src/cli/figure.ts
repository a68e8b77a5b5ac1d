import { FIGURE_USAGE, readFigureArgs } from "./figure/figureArgs";
import { writeFigure } from "./figure/figureFile";
import { checkOut } from "./outFile";
import { runCommand } from "./runCommand";

/*
 * Makes a file of a figure as the page's menu does, without a browser window.
 *   npm run -s figure -- "task=sine&opt=apo-p,sgdm&steps=200" --out loss.svg
 */
await runCommand(async () => {
  const request = readFigureArgs(process.argv.slice(2));
  if (!request) {
    process.stdout.write(`${FIGURE_USAGE}\n`);
    return;
  }
  checkOut(request.out);
  await writeFigure(request, (line) => void process.stderr.write(`${line}\n`));
});
