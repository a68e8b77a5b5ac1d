import { expect, test } from "vitest";
import { openChannel } from "./channel";

test("a message arrives as sent, and no longer once the listener is removed", async () => {
  const { port1, port2 } = new MessageChannel();
  const page = openChannel<{ ask: number }, { answer: number }>(port1);
  const worker = openChannel<{ answer: number }, { ask: number }>(port2);
  const answers: number[] = [];
  const next = () => new Promise<void>((resolve) => port1.addEventListener("message", () => resolve(), { once: true }));

  worker.receive(({ ask }) => worker.send({ answer: ask + 1 }));
  const stop = page.receive(({ answer }) => answers.push(answer));
  const first = next();
  page.send({ ask: 1 });
  await first;
  expect(answers).toEqual([2]);

  stop();
  const second = next();
  page.send({ ask: 5 });
  await second;
  expect(answers).toEqual([2]);
  port1.close();
});

test("transferred buffers are moved, not copied", async () => {
  const { port1, port2 } = new MessageChannel();
  const received = new Promise<Float32Array>((resolve) => openChannel<never, Float32Array>(port2).receive(resolve));
  const values = new Float32Array([1, 2]);
  openChannel<Float32Array, never>(port1).send(values, [values.buffer]);
  expect(await received).toEqual(new Float32Array([1, 2]));
  expect(values.length).toBe(0);
  port1.close();
});
