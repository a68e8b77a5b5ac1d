import { createRequire } from "node:module";
import path from "node:path";
import { parentPort } from "node:worker_threads";
import { startNodeBackend } from "../nodeBackend";
import { openNodePartner } from "./nodePartner";
import { createSession, type Question } from "./session";

/* One library in a thread of its own: its questions come one at a time. */
const answer = createSession(async (library) => {
  if (library === "ours") await startNodeBackend("auto");
  if (library !== "tfjs") return;
  const { startPlainWasm } = await import("./plainWasm");
  const main = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  await startPlainWasm(`${path.dirname(main)}/`);
}, openNodePartner);

parentPort?.on("message", async ({ id, question }: { id: number; question: Question }) => {
  try {
    parentPort?.postMessage({ id, answer: await answer(question) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
