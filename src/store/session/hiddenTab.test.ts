import { expect, test, vi } from "vitest";
import { openRaceSession, playing, status } from "../testing/raceSession";
import { messagesArrive } from "../testing/testPage";

async function open(search?: string) {
  const session = await openRaceSession(search);
  await session.say(...playing("e1", "wasm"));
  return {
    ...session,
    /** The tab is hidden, and the worker answers to what it is told. */
    async hideTab() {
      session.hide();
      await messagesArrive();
      await vi.dynamicImportSettled();
    },
  };
}

test("a hidden page pauses, says why, and plays on once it is seen; no step is taken meanwhile", async () => {
  const session = await open();
  await session.hideTab();
  expect(session.told()).toEqual(["pause"]);
  await session.say(status("e1", "paused", 3));
  expect(session.titles()).toEqual(["Training paused at step 3 while its tab was hidden"]);
  session.pass(3000);
  await messagesArrive();
  expect(session.told()).toEqual(["pause"]);
  session.show();
  await messagesArrive();
  expect(session.told()).toEqual(["pause", "play"]);
  expect(session.workers.filter(({ isEnded }) => isEnded)).toEqual([]);
});

test("a page that rests when it is hidden rests when it is seen, as does a race that was begun or ended meanwhile", async () => {
  const session = await open();
  await session.say(status("e1", "paused", 3));
  await session.hideTab();
  session.show();
  await messagesArrive();
  expect(session.told()).toEqual([]);

  await session.say(status("e1", "running", 3));
  await session.hideTab();
  session.actions.reset(); // as a host may
  session.show();
  await messagesArrive();
  expect(session.told()).toEqual([]);
});

test("a page for tests trains on in a hidden tab", async () => {
  const session = await open("?task=sine&opt=apo-p&test=1");
  await session.hideTab();
  expect(session.told()).toEqual([]);
});
