import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// a thread does not inherit the loader that reads TypeScript
register();
const { servePartner } = await import("./nodePartner.ts");
servePartner(workerData);
