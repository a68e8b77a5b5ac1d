import { Worker } from "node:worker_threads";
import type { BenchHost, Reply } from "./host";
import type { Answer } from "./session";

/** Threads of this Node. A worker's errors are thrown by the question they answer. */
export function createNodeHost(): BenchHost {
  const workers = new Map<string, Worker>();
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let asked = 0;
  const workerOf = (library: string) => {
    const known = workers.get(library);
    if (known) return known;
    const worker = new Worker(new URL("./nodeWorker.mjs", import.meta.url));
    worker.on("message", ({ id, answer, error }: Reply) => {
      const question = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) question?.resolve(answer as Answer);
      else question?.reject(new Error(error));
    });
    worker.on("error", (error) => {
      for (const { reject } of waiting.values()) reject(error as Error);
      waiting.clear();
    });
    workers.set(library, worker);
    return worker;
  };
  return {
    name: "Node",
    ask: (library, question) =>
      new Promise((resolve, reject) => {
        const id = asked++;
        waiting.set(id, { resolve, reject });
        workerOf(library).postMessage({ id, question });
      }),
    close: async () => {
      await Promise.all([...workers.values()].map((worker) => worker.terminate()));
    },
  };
}
