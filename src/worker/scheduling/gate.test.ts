import { expect, test } from "vitest";
import { Gate, SessionEnded } from "./gate";

/** A gate under a clock that the test moves. */
function gateAt(start: number) {
  const clock = { now: start };
  return { clock, gate: new Gate(() => clock.now) };
}

/** Whether a message posted before is handled while `work` is awaited. */
async function hearsMessages(work: () => Promise<void>): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  let heard = false;
  port2.onmessage = () => {
    heard = true;
  };
  port1.postMessage("command");
  // two macrotasks may come before it in Node, which goes through its ports in the order of their making
  for (let turn = 0; turn < 3; turn++) await work();
  port1.close();
  return heard;
}

test("a turn inside the slice stays in the same macrotask; a turn after it lets messages in", async () => {
  const { clock, gate } = gateAt(0);
  clock.now = 11;
  expect(await hearsMessages(() => gate.turn())).toBe(false);
  expect(
    await hearsMessages(() => {
      clock.now += 13;
      return gate.turn();
    }),
  ).toBe(true);
});

test("Pause stops a step in its middle only where steps are long", () => {
  const { clock, gate } = gateAt(0);
  gate.close();
  expect(gate.standsStill).toBe(true); // nothing known yet: taken as long
  gate.beginStep();
  clock.now += 20;
  gate.endStep();
  expect(gate.standsStill).toBe(false);
  gate.beginStep();
  clock.now += 300;
  gate.endStep();
  expect(gate.standsStill).toBe(true);
  gate.open();
  expect(gate.standsStill).toBe(false);
});

test("time spent paused does not make a step long", async () => {
  const { clock, gate } = gateAt(0);
  gate.beginStep();
  clock.now += 10;
  gate.close();
  const opened = gate.opened();
  clock.now += 60_000;
  gate.open();
  await opened;
  clock.now += 10;
  gate.endStep(); // 20 ms of work
  gate.close();
  expect(gate.standsStill).toBe(false);
});

test("a closed gate waits through commands that do not open it", async () => {
  const { gate } = gateAt(0);
  gate.close();
  let isOpen = false;
  const opened = gate.opened().then(() => {
    isOpen = true;
  });
  gate.nudge();
  await Promise.resolve();
  expect(isOpen).toBe(false);
  gate.open();
  await opened;
  expect(isOpen).toBe(true);
});

test("the end of a session ends every wait, those to come as well", async () => {
  const { gate } = gateAt(0);
  gate.close();
  const opened = gate.opened();
  const command = gate.command();
  gate.end();
  await expect(opened).rejects.toThrow(SessionEnded);
  await expect(command).rejects.toThrow(SessionEnded);
  await expect(gate.turn()).rejects.toThrow(SessionEnded);
  await expect(gate.command()).rejects.toThrow(SessionEnded);
});

test("waiting for a command ends at its limit", async () => {
  const gate = new Gate();
  const start = performance.now();
  await gate.command(20);
  expect(performance.now() - start).toBeGreaterThanOrEqual(19);
});
