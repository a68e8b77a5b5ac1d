import type { Entrant } from "../contestants/contestant";
import type { Reply } from "../host";
import type { Answer, Question } from "../session";

/* The benchmark's page: it starts a worker for each library and hands on what it is asked. It is never shipped. */
const workers = new Map<string, Worker>();
const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
let asked = 0;

function workerOf(library: string): Worker {
  const known = workers.get(library);
  if (known) return known;
  const worker = new Worker(new URL("./library.worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data: { id, answer, error } }: MessageEvent<Reply>) => {
    const question = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) question?.resolve(answer as Answer);
    else question?.reject(new Error(error));
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  workers.set(library, worker);
  return worker;
}

/** Asks a library's worker; an answer's error is thrown. */
function ask(library: Entrant["library"], question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const id = asked++;
    waiting.set(id, { resolve, reject });
    workerOf(library).postMessage({ id, question });
  });
}

Object.assign(window, { bench: { ask } });
