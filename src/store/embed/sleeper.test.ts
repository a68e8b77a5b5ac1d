import { expect, test } from "vitest";
import type { Command } from "../../protocol/messages";
import { createExperimentStore } from "../experiment/experimentStore";
import { withRows } from "../testing/testRows";
import { testState } from "../testing/testState";
import { Sleeper } from "./sleeper";

function setUp(state = testState(["apo-p"])) {
  const store = createExperimentStore({ ...state, status: "loading" });
  const sent: Command[] = [];
  const world = { ends: 0 };
  const workers = { send: (command: Command) => void sent.push(command), end: () => void world.ends++ };
  const sleeper = new Sleeper(store, workers, () => Promise.resolve());
  const types = () => sent.map(({ type }) => type);
  return { store, sent, types, world, sleeper };
}

const play = { type: "play", experiment: "e1" } as const;
const configure = {
  type: "configure",
  experiment: "e1",
  config: testState().config,
  stepsPerSecond: null,
  views: [],
} as const;

test("nothing is started before something is to be trained; then the race is set up, and what was asked follows", async () => {
  const { store, sent, types, sleeper } = setUp();
  sleeper.send(configure);
  expect(store.getState().status).toBe("idle");
  sleeper.send({ type: "setSpeed", experiment: "e1", stepsPerSecond: 5 });
  expect(sent).toEqual([]);
  sleeper.send(play);
  sleeper.send({ type: "pause", experiment: "e1" });
  await Promise.resolve();
  expect(types()).toEqual(["configure", "play", "pause"]);
  const { experiment, status } = store.getState();
  expect(status).toBe("loading");
  expect(experiment).not.toBe("e1");
  expect(sent.every((command) => "experiment" in command && command.experiment === experiment)).toBe(true);
});

test("what was trained stays while it sleeps, and its worker takes the same steps again with the moves made in them", async () => {
  const rows = withRows(testState(["apo-p"]), { "apo-p": { step: [0, 1, 2], trainLoss: [3, 2, 1] } });
  const move = { step: 1, run: "apo-p", name: "lambdaFsd", from: 1, value: 3, gesture: 1 } as const;
  const { store, sent, world, sleeper } = setUp({ ...rows, step: 3, interventions: [move] });
  sleeper.send(play);
  await Promise.resolve();
  store.setState({ status: "running" });
  sleeper.sleep();
  expect(world.ends).toBe(1);
  expect(store.getState()).toMatchObject({ status: "paused", step: 3, retraining: null });
  sleeper.send({ type: "step", experiment: store.getState().experiment });
  await Promise.resolve();
  expect(sent.at(-2)).toMatchObject({
    type: "configure",
    resume: { step: 3 },
    config: { interventions: [{ step: 1, run: "apo-p", name: "lambdaFsd", value: 3 }] },
  });
  expect(sent.at(-1)?.type).toBe("step");
  expect(store.getState().retraining).toEqual({ at: 0, to: 3 });
});

test("what a test asks it to run to starts it, too", async () => {
  const { sent, sleeper } = setUp();
  sleeper.send(configure);
  sleeper.send({ type: "runTo", experiment: "e1", step: 7 });
  await Promise.resolve();
  expect(sent).toMatchObject([{ type: "configure" }, { type: "runTo", step: 7 }]);
});

test("what is woken to play is told from what is woken for a step, which is not gone on with", () => {
  const { sleeper } = setUp();
  sleeper.send({ type: "step", experiment: "e1" });
  expect(sleeper.isToPlay).toBe(false);
  sleeper.send(play);
  expect(sleeper.isToPlay).toBe(true);
  sleeper.send({ type: "pause", experiment: "e1" });
  expect(sleeper.isToPlay).toBe(false);
  sleeper.send(play);
  sleeper.sleep();
  expect(sleeper.isToPlay).toBe(false);
});
