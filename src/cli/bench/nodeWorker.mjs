import { register } from "tsx/esm/api";

// a thread does not inherit the loader that reads TypeScript
register();
await import("./nodeWorker.ts");
