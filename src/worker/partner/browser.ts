import type { StepCost } from "../../core/estimate/planner";
import type { TaskData } from "../../core/tasks/task";
import { createRace } from "../../core/training/race";
import { startHeartbeat, throwRejections } from "../../protocol/channel";
import { workerAddress } from "../../protocol/workerAddress";
import { activateBackend } from "../device/backend";
import { divideRuns } from "./divide";
import { PartnerLink } from "./link";
import type { Partnership } from "./pairedRace";
import { Partner } from "./serve";

const NAME = "partner";

/**
 * On two cores, page and charts included, `cifar10` takes 1.3 times the steps a second of one worker, at 60 frames a second
 * both ways (six rounds in turn, machine quiet). Where other programs want a core the gain is lost.
 */
const LEAST_CORES = 2;

let link: PartnerLink | null = null;

/** Whether this worker was started to be a partner. */
export const isPartner = (): boolean => self.name === NAME;

/** Answers the training worker that started this one. */
export function startPartner(): void {
  const startDevice = async () => {
    const refusal = await activateBackend("wasm");
    if (refusal) throw new Error(refusal.why);
  };
  new Partner(self, { startDevice, createRace });
  startHeartbeat(self);
  throwRejections(self);
}

/**
 * The partner of this training worker, of the same script, started when a race is first worth it and again after it was lost; null
 * where that does not pay or the machine has no core left for it. Throws where a worker may not start another.
 */
export function openPartner(task: TaskData, costs: readonly StepCost[], script: string): Partnership | null {
  const theirs = navigator.hardwareConcurrency < LEAST_CORES ? null : divideRuns(task, costs);
  if (!theirs) return null;
  if (!link?.isAlive) link = start(script);
  return { theirs, link };
}

function start(script: string): PartnerLink {
  const worker = new Worker(workerAddress(script), { type: "module", name: NAME });
  const opened = new PartnerLink(worker, () => worker.terminate());
  opened.guard({ now: () => performance.now(), after: (delayMs, callback) => void setTimeout(callback, delayMs) });
  worker.addEventListener("error", (event) => {
    event.preventDefault(); // said by whatever waits for it
    opened.fail(event.message || "its script was not loaded.");
  });
  return opened;
}
