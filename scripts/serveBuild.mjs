// @ts-check
import { runMain } from "./fail.mjs";
import { listen, readPort, serveBuild } from "./serve.mjs";

// Serves an existing build for the browser tests: node scripts/serveBuild.mjs PORT FOLDER
await runMain(async () => {
  const [port, base = "/"] = process.argv.slice(2);
  await listen(readPort(port, 4174), await serveBuild(base));
});
