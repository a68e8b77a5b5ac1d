import { afterEach, expect, test, vi } from "vitest";
import type { SweepCell } from "../../../config/experiment/sweepGrid";
import type { SweepEvent, SweepRequest } from "../../../protocol/sweep";
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
  /** The script of what trains maps has come, and what was asked of it has arrived. */
  const fetched = async () => {
    await vi.dynamicImportSettled();
    await messagesArrive();
  };
  return { ...session, sweepers, say, fetched, map: () => session.experiment.getState().sweepMap };
}

test("a map is trained in a worker of its own that is there for nothing else; the trainer goes on", async () => {
  const { actions, sweepers, say, map, trainer, fetched } = await open();
  expect(sweepers()).toHaveLength(0);
  actions.startSweep();
  await fetched();
  expect(sweepers()).toMatchObject([{ received: [{ sweep: "s1", optimizer: "apo-p", config: { task: "sine" } }] }]);
  await say({ type: "sweepDone", sweep: "s1", backend: "wasm", seconds: 2 });
  expect(map()).toMatchObject({ status: "done", backend: "wasm" });
  expect(sweepers().map(({ isEnded }) => isEnded)).toEqual([true]);
  expect(trainer().isEnded).toBe(false);
});

test("cancelling ends the worker at once, and a new map starts another", async () => {
  const { actions, sweepers, map, fetched } = await open();
  actions.startSweep();
  await fetched();
  actions.cancelSweep();
  expect(map().status).toBe("cancelled");
  await fetched();
  expect(sweepers().map(({ isEnded }) => isEnded)).toEqual([true]);
  actions.startSweep();
  await fetched();
  expect(sweepers().map(({ isEnded }) => isEnded)).toEqual([true, false]);
  expect(map()).toMatchObject({ status: "running", sweep: "s2" });
});

test("a worker that throws twice, or cannot start, is a notice with a remedy; the experiment stays", async () => {
  const { actions, sweepers, map, world, experiment, fetched } = await open();
  const { status } = experiment.getState();
  actions.startSweep();
  await fetched();
  sweepers()[0]?.fail("out of memory.");
  sweepers()[1]?.fail("out of memory.");
  expect(map().status).toBe("failed");
  world.areWorkersForbidden = true;
  actions.startSweep();
  await fetched();
  expect(map().status).toBe("failed");
  expect(experiment.getState().notices).toMatchObject([
    { title: "The sweep map went on in a new worker" },
    { title: "The sweep map stopped", detail: expect.stringContaining("out of memory.") },
    { title: "The sweep map stopped", detail: expect.stringContaining("Workers are forbidden here.") },
  ]);
  expect(experiment.getState().status).toBe(status);
});

test("a map whose worker is lost goes on with the rows that it lacks; lost again it is tried again by hand", async () => {
  const { actions, experiment, sweepers, say, map, fetched } = await open();
  const asked = () => sweepers().at(-1)?.received.at(-1) as unknown as SweepRequest;
  actions.startSweep();
  await fetched();
  const whole = asked();
  const { lambdaFsd, lambdaWsd } = whole.grid;
  const rowOf = (lambda: number): SweepCell[] =>
    lambdaFsd.map((fsd) => ({ lambdaFsd: fsd, lambdaWsd: lambda, status: "finished", finalLoss: 1, learningRate: 1 }));
  await say({ type: "sweepCells", sweep: "s1", cells: rowOf(Number(lambdaWsd[0])) });

  sweepers()[0]?.fail("boom.");
  await messagesArrive();
  expect(asked()).toEqual({
    ...whole,
    grid: { lambdaFsd, lambdaWsd: lambdaWsd.slice(1) },
    stepsBefore: lambdaFsd.length * whole.steps,
  });
  expect(map()).toMatchObject({ status: "running" });
  expect(experiment.getState().notices.map(({ title }) => title)).toEqual(["The sweep map went on in a new worker"]);
  await say({ type: "sweepCells", sweep: "s1", cells: rowOf(Number(lambdaWsd[1])) });

  sweepers()[1]?.fail("bang.");
  await messagesArrive();
  expect(map()).toMatchObject({ status: "failed", cells: { length: 2 * lambdaFsd.length } });
  actions.reviveView("sweepMap");
  await fetched();
  expect(sweepers()).toHaveLength(3);
  expect(map().status).toBe("running");
  expect(asked().grid.lambdaWsd).toEqual(lambdaWsd.slice(2));
  await say({ type: "sweepDone", sweep: "s1", backend: "wasm", seconds: 1 });
  expect(map().status).toBe("done");
  expect(sweepers().every(({ isEnded }) => isEnded)).toBe(true);
});
