// @ts-check
import { Failure, runMain } from "./fail.mjs";
import { installDependencies } from "./install.mjs";
import { runTool } from "./run.mjs";
import { listen, readPort, serveBuild } from "./serve.mjs";
import { digestSources, isUpToDate, recordBuild } from "./upToDate.mjs";

await runMain(async () => {
  const port = readPort(process.env.PORT, 4173);
  // Ask for the port before the long work, so that a port in use is said at once.
  const release = await listen(port);
  await release();
  await installDependencies();
  const sources = digestSources();
  if (isUpToDate(sources)) console.log("No source has changed since the build in dist was made.");
  else {
    if ((await runTool("vite/bin/vite.js", ["build"])) !== 0) {
      throw new Failure("The build failed (see above), so there is nothing to serve.");
    }
    recordBuild(sources);
  }
  await listen(port, await serveBuild());
  console.log(`\nAPO Lab is at http://localhost:${port} (Ctrl+C stops it)`);
});
