import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { OpenDevice, WorkerDeps } from "../loading/loadExperiment";

/** What training beside the page's race takes of the machine. */
export type SweepDeps = Pick<WorkerDeps, "createTask" | "createRace" | "openDevice" | "readFile" | "now">;

/** What is told on the way comes at most so often. */
export const TELL_INTERVAL_MS = 100;

/** WASM, unless the experiment asks for the CPU: the GPU is the race's. */
export function openBesideRace(
  { backend }: Pick<ExperimentConfig, "backend">,
  { openDevice }: Pick<SweepDeps, "openDevice">,
): Promise<OpenDevice> {
  const choice = backend === "cpu" ? "cpu" : "wasm";
  return openDevice({ choice, trial: async () => 0, trialKey: "", report: () => {} });
}
