import { afterEach, expect, test } from "vitest";
import type { SweepEvent } from "../../../protocol/sweep";
import { messagesArrive, openTestSession } from "../../testing/testPage";

let close = () => {};
afterEach(() => close());

async function open() {
  const session = await openTestSession("?task=sine&opt=apo-p&views=sweepMap");
  close = session.closePorts;
  const sweepers = () => session.workers.filter(({ kind }) => kind === "sweep");
  const say = async (event: SweepEvent) => {
    sweepers().at(-1)?.port.postMessage(event);
    await messagesArrive();
  };
  return { ...session, sweepers, say, map: () => session.experiment.getState().sweepMap };
}

test("a map is trained in a worker of its own that is there for nothing else; the trainer goes on", async () => {
  const { actions, sweepers, say, map, trainer } = await open();
  expect(sweepers()).toHaveLength(0);
  actions.startSweep();
  await messagesArrive();
  expect(sweepers()).toMatchObject([{ received: [{ sweep: "s1", optimizer: "apo-p", config: { task: "sine" } }] }]);
  await say({ type: "sweepDone", sweep: "s1", backend: "wasm", seconds: 2 });
  expect(map()).toMatchObject({ status: "done", backend: "wasm" });
  expect(sweepers().map(({ isEnded }) => isEnded)).toEqual([true]);
  expect(trainer().isEnded).toBe(false);
});

test("cancelling ends the worker at once, and a new map starts another", async () => {
  const { actions, sweepers, map } = await open();
  actions.startSweep();
  actions.cancelSweep();
  expect(map().status).toBe("cancelled");
  actions.startSweep();
  expect(sweepers().map(({ isEnded }) => isEnded)).toEqual([true, false]);
  expect(map()).toMatchObject({ status: "running", sweep: "s2" });
});

test("a worker that throws, or cannot start, is a notice with a remedy; the experiment stays", async () => {
  const { actions, sweepers, map, world, experiment } = await open();
  const { status } = experiment.getState();
  actions.startSweep();
  sweepers()[0]?.fail("out of memory.");
  expect(map().status).toBe("failed");
  world.areWorkersForbidden = true;
  actions.startSweep();
  expect(map().status).toBe("failed");
  expect(experiment.getState().notices).toMatchObject([
    { title: "The sweep map stopped", detail: expect.stringContaining("out of memory.") },
    { title: "The sweep map stopped", detail: expect.stringContaining("Workers are forbidden here.") },
  ]);
  expect(experiment.getState().status).toBe(status);
});
