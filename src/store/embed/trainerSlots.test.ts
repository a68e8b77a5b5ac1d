import { expect, test } from "vitest";
import type { BusMessage } from "./bus";
import { TrainerSlots } from "./trainerSlots";

/** A page of figures that hear each other at once; time moves by hand. */
function pageOf(count: number) {
  const listeners = new Map<string, (message: BusMessage) => void>();
  const world = { now: 0 };
  const freed: string[] = [];
  const figures = Array.from({ length: count }, (_, index) => {
    const id = `f${index}`;
    const bus = {
      id,
      send(kind: string, value: unknown) {
        for (const [other, listener] of listeners) if (other !== id) listener({ from: id, kind, value });
      },
      listen: (listener: (message: BusMessage) => void) => listeners.set(id, listener),
    };
    return new TrainerSlots(bus, {
      now: () => ++world.now,
      after: (_, callback) => callback(),
      makeRoom: () => freed.push(id),
    });
  });
  return { figures, freed, listeners };
}

test("of five figures that start one after the other, two have workers: the last two", async () => {
  const { figures, freed } = pageOf(5);
  for (const figure of figures) await figure.claim();
  expect(freed).toEqual(["f0", "f1", "f2"]);
});

test("a figure that gave its workers back makes room, and one that has them asks for nothing more", async () => {
  const { figures, freed } = pageOf(3);
  const [a, b, c] = figures;
  await a?.claim();
  await b?.claim();
  await a?.claim();
  a?.release();
  await c?.claim();
  expect(freed).toEqual([]);
  await a?.claim();
  expect(freed).toEqual(["f1"]);
});

test("a figure that was opened after others had started hears of them when it starts itself", async () => {
  const { figures, freed, listeners } = pageOf(4);
  const [a, b, c, d] = figures;
  const late = listeners.get("f2");
  listeners.delete("f2"); // not there yet
  await a?.claim();
  await b?.claim();
  if (late) listeners.set("f2", late);
  await c?.claim();
  expect(freed).toEqual(["f0"]);
  await d?.claim();
  expect(freed).toEqual(["f0", "f1"]);
});
