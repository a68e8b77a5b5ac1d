import { onTestFinished, vi } from "vitest";
import type { Backend } from "../../config/tables/backends";
import type { WorkerEvent } from "../../protocol/messages";
import { messagesArrive, openTestSession } from "./testPage";

const environment = (backend: Backend) => ({ app: "1.0.0", backend, adapter: null, runtime: "test", reason: "r" });
const sizes = { trainCount: 256, testCount: 256, parameterCount: 4353 };
export const notice = {
  level: "error",
  title: "Training stopped at step 3",
  detail: "out of memory",
  remedy: "r",
} as const;

export const failure = (experiment: string, isDeviceLost = false): WorkerEvent => ({
  type: "failure",
  experiment,
  notice,
  isDeviceLost,
});
export const ready = (experiment: string, backend: Backend): WorkerEvent => ({
  type: "ready",
  experiment,
  environment: environment(backend),
  runs: [],
  picture: { kind: "none" },
  sizes,
});
export const status = (experiment: string, word: "running" | "paused", step: number): WorkerEvent => ({
  type: "status",
  experiment,
  status: word,
  step,
});
/** A row for each step from one up to another. */
export const rows = (experiment: string, from: number, to: number): WorkerEvent => {
  const step = Array.from({ length: to - from }, (_, index) => from + index);
  return {
    type: "rows",
    experiment,
    step: to,
    metaSteps: { "apo-p": to },
    runs: [{ run: "apo-p", columns: { step, trainLoss: step.map((at) => 1 / (1 + at)) } }],
  };
};
const checkpoint = (experiment: string, step: number): WorkerEvent => ({
  type: "checkpoint",
  experiment,
  checkpoint: { step, runs: [] },
});
export const retrained = (experiment: string, step: number, loss: number): WorkerEvent => ({
  type: "retrained",
  experiment,
  step,
  losses: { "apo-p": loss },
});

/** A race that plays, three steps along with a checkpoint behind the second. */
export const playing = (experiment: string, backend: Backend): WorkerEvent[] => [
  ready(experiment, backend),
  status(experiment, "running", 0),
  rows(experiment, 0, 2),
  checkpoint(experiment, 2),
  rows(experiment, 2, 3),
];

/** A session, for the test that runs, whose race can be lost, with what its newest training worker was told. */
export async function openRaceSession(search = "?task=sine&opt=apo-p&keep=0") {
  const session = await openTestSession(search);
  onTestFinished(session.closePorts);
  const { experiment, trainer, analysis } = session;
  return {
    ...session,
    async say(...events: WorkerEvent[]) {
      await session.say(...events);
      await vi.dynamicImportSettled(); // recovery's script is fetched once the race plays
    },
    /** Seconds in which the training worker gives no sign of life, or each second one. */
    async passSilently(seconds: number, isAlive = false) {
      for (let second = 0; second < seconds; second++) {
        analysis()?.port.postMessage("beat");
        if (isAlive) trainer().port.postMessage("beat");
        await messagesArrive();
        session.pass(1000);
      }
      await messagesArrive();
    },
    state: () => experiment.getState(),
    titles: () => experiment.getState().notices.map(({ title }) => title),
    configured: () => trainer().received.find(({ type }) => type === "configure"),
    /** What it was told after that. */
    told: () =>
      trainer()
        .received.map(({ type }) => type)
        .slice(2),
  };
}
