import { findFreePort } from "./freePort";

// Playwright reads its configuration again in each of its processes: the first one chooses, the others inherit.
process.env.E2E_PORT ??= String(await findFreePort());

/** Where the built page is served for the tests. */
export const port = process.env.E2E_PORT;

/** Below a folder, as on any web server: an address that is not relative fails here. */
export const folder = "/some/folder/";

/** What serves it, run in the project's folder. */
export const webServer = {
  command: `node scripts/serveBuild.mjs ${port} ${folder}`,
  url: `http://localhost:${port}${folder}`,
  reuseExistingServer: false,
};
