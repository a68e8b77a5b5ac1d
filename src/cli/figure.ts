import { figureCommand } from "./figure/figureCommand";
import { runCommand } from "./runCommand";

/*
 * Makes a file of a figure as the page's menu does, without a browser window.
 *   npm run -s figure -- "task=sine&opt=apo-p,sgdm&steps=200" --out loss.svg
 */
await runCommand(() => figureCommand(process.argv.slice(2), "npm run -s figure --"));
