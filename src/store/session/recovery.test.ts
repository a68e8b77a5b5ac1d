import { expect, test } from "vitest";
import { failure, notice, openRaceSession, playing, ready, retrained, rows, status } from "../testing/raceSession";
import { messagesArrive } from "../testing/testPage";

test("a worker that throws is replaced: the race plays on from its last checkpoint on the same device, its log kept", async () => {
  const session = await openRaceSession();
  await session.say(...playing("e1", "wasm"));
  session.trainer().fail("out of memory");
  await messagesArrive();
  expect(session.workers.map(({ isEnded }) => isEnded)).toEqual([true, true, false, false]);
  expect(session.configured()).toMatchObject({
    experiment: "e2",
    config: { backend: "wasm" },
    resume: { step: 3, checkpoint: { step: 2 } },
  });
  expect(session.told()).toEqual(["play"]);
  expect(session.state()).toMatchObject({
    experiment: "e2",
    status: "loading",
    step: 3,
    retraining: { from: 2, to: 3 },
  });
  expect(session.state().runs[0]?.columns.length).toBe(3);
  expect(session.state().notices).toMatchObject([
    {
      level: "info",
      title: "The training worker stopped; the race goes on",
      detail: "out of memory. A new worker goes on from step 3, and nothing of the log is lost.",
    },
  ]);
  await session.say(ready("e2", "wasm"), status("e2", "running", 3), retrained("e2", 3, 1 / 3), rows("e2", 3, 4));
  session.pass(16);
  expect(session.state()).toMatchObject({ status: "running", step: 4, retraining: null });
  expect(session.titles()).toEqual(["The training worker stopped; the race goes on"]);
});

test("a race that was asked for some steps takes those and no more, in one worker after another", async () => {
  const session = await openRaceSession("?task=sine&opt=apo-p&keep=0&test=1");
  await session.say(ready("e1", "wasm"));
  session.pass(16);
  let at: unknown;
  void session.world.hook?.runTo(7).then((place) => {
    at = place;
  });
  await session.say(...playing("e1", "wasm"));
  for (const next of ["e2", "e3"]) {
    session.trainer().fail("out of memory");
    await messagesArrive();
    session.pass(16);
    expect(session.trainer().received.at(-1)).toEqual({ type: "runTo", experiment: next, step: 7 });
    await session.say(ready(next, "wasm"), status(next, "running", 3));
  }
  await session.say(rows("e3", 3, 7), status("e3", "paused", 7));
  const atRest = () => {
    session.pass(16); // the hook looks with every frame
    return at;
  };
  await expect.poll(atRest).toMatchObject({ status: "paused", step: 7 });
});

test("a lost GPU is followed by WASM, and numbers that part by its rounding alone are not told as others", async () => {
  const session = await openRaceSession();
  await session.say(...playing("e1", "webgpu"), failure("e1", true));
  expect(session.configured()).toMatchObject({ config: { backend: "wasm" }, resume: { checkpoint: { step: 2 } } });
  expect(session.state().config.backend).toBe("auto"); // Reset and the link ask as before
  expect(session.state().notices[0]?.detail).toContain("WASM, in place of WebGPU, goes on from step 3");
  await session.say(ready("e2", "wasm"), retrained("e2", 3, 1.0005 / 3));
  expect(session.titles()).toEqual(["Training stopped at step 3; the race goes on"]);
  await session.say(failure("e2", true));
  expect(session.configured()).toMatchObject({ config: { backend: "cpu" } });
});

test("one that rests stays at rest, and one without a checkpoint is trained again from step 0", async () => {
  const session = await openRaceSession();
  await session.say(ready("e1", "wasm"), status("e1", "running", 0), rows("e1", 0, 3), status("e1", "paused", 3));
  await session.say(failure("e1"));
  expect(session.configured()).toMatchObject({ resume: { step: 3 } });
  expect(session.configured()).not.toHaveProperty("resume.checkpoint");
  expect(session.told()).toEqual([]);
  expect(session.state().retraining).toMatchObject({ from: 0, to: 3 });
});

test("Play and Pause that a race had not come to answer hold after its failure", async () => {
  const session = await openRaceSession();
  await session.say(...playing("e1", "wasm"), status("e1", "paused", 3));
  session.actions.play();
  await session.say(failure("e1"));
  expect(session.told()).toEqual(["play"]);
  await session.say(ready("e2", "wasm"), status("e2", "running", 3), retrained("e2", 3, 1 / 3));
  session.actions.pause();
  await session.say(status("e2", "running", 4), failure("e2")); // said before the race came to hear of the pause
  expect(session.told()).toEqual([]);
});

test("a second failure at one step goes to the next device, while it is still loading too; the third is the person's", async () => {
  const session = await openRaceSession();
  await session.say(...playing("e1", "webgpu"), failure("e1"));
  expect(session.configured()).toMatchObject({ config: { backend: "webgpu" } });
  await session.say(failure("e2"));
  expect(session.configured()).toMatchObject({
    experiment: "e3",
    config: { backend: "wasm" },
    resume: { checkpoint: { step: 2 } },
  });
  expect(session.told()).toEqual(["play"]);
  await session.say(failure("e3"));
  expect(session.state()).toMatchObject({ experiment: "e3", status: "failed", step: 3 });
  expect(session.state().notices.at(-1)).toMatchObject({
    title: notice.title,
    detail: "out of memory. The race has failed 3 times in a short time, so it does not go on by itself.",
    remedy: expect.stringContaining("save the run"),
    action: "retry",
  });

  session.actions.retry(); // goes on from the checkpoint too
  await messagesArrive();
  expect(session.configured()).toMatchObject({
    experiment: "e4",
    config: { backend: "wasm" },
    resume: { checkpoint: { step: 2 } },
  });
  expect(session.told()).toEqual(["play"]);
  expect(session.titles()).not.toContain(notice.title);
});

test("failures that lie more than a minute apart are each gone on from", async () => {
  const session = await openRaceSession();
  await session.say(...playing("e1", "wasm"));
  for (let time = 1; time <= 4; time++) {
    await session.say(failure(`e${time}`));
    const next = `e${time + 1}`;
    expect(session.state()).toMatchObject({ experiment: next, status: "loading" });
    await session.say(ready(next, "wasm"), status(next, "running", 3));
    session.pass(61_000);
  }
});

test("an experiment that cannot start fails as ever: there is nothing to go on from", async () => {
  const session = await openRaceSession();
  await session.say(failure("e1"));
  expect(session.state()).toMatchObject({ experiment: "e1", status: "failed", notices: [{ title: notice.title }] });
  session.actions.retry();
  await messagesArrive();
  expect(session.configured()).toMatchObject({ experiment: "e2" });
  expect(session.configured()).not.toHaveProperty("resume");
});

test("failures of a race before do not count for another, and a race that rests is at rest after Try again", async () => {
  const session = await openRaceSession();
  await session.say(...playing("e1", "webgpu"), failure("e1"));
  session.actions.setSeed(8);
  await messagesArrive();
  const { experiment } = session.state();
  await session.say(...playing(experiment, "webgpu"), failure(experiment));
  expect(session.configured()).toMatchObject({ config: { backend: "webgpu" } }); // not stuck: its first failure at step 3
  const next = session.state().experiment;
  await session.say(ready(next, "webgpu"), status(next, "paused", 3));
  session.actions.retry();
  await messagesArrive();
  expect(session.told()).toEqual([]);
});
