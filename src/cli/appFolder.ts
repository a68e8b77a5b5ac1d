import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** Set where the commands are built into the npm package, whose folders lie otherwise than those of the repository. */
declare const __PACKAGED__: boolean | undefined;
const isPackaged = typeof __PACKAGED__ !== "undefined";

const folder = (below: string) => fileURLToPath(new URL(below, import.meta.url));

/** Data files that tasks read. */
export const DATA_FOLDER = isPackaged ? folder("../dist/data/") : folder("../../public/data/");

/** The built page. */
export const DIST_FOLDER = isPackaged ? folder("../dist/") : folder("../../dist/");

/** The version of the app. */
export const APP_VERSION = (
  JSON.parse(readFileSync(isPackaged ? folder("../package.json") : folder("../../package.json"), "utf8")) as {
    version: string;
  }
).version;

/** tfjs's WebAssembly binaries, with a slash behind. */
export function wasmFolder(): string {
  if (isPackaged) return folder("../wasm/");
  return `${path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm"))}/`;
}
