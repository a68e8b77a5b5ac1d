import { expect, test } from "vitest";
import type { Command } from "../../protocol/messages";
import type { ExperimentState } from "../experiment/state";
import { setUpActions } from "../testing/testActions";
import { answerCall } from "./hostCalls";

/** A figure whose worker takes each step that it is asked for, and pauses at once; where it is not seen, what it keeps for then. */
function figure(part: Partial<ExperimentState> = {}, isSeen = true) {
  const kept: boolean[] = [];
  const playWhenSeen = (isToPlay: boolean) => {
    if (!isSeen) kept.push(isToPlay);
    return !isSeen;
  };
  const { store, sent, actions } = setUpActions(part);
  const send = (command: Command) => {
    sent.push(command);
    if (command.type === "step") store.setState(({ step }) => ({ step: step + 1, status: "paused" }));
  };
  store.subscribe(({ isPausing, status }) => {
    if (isPausing && status === "running") store.setState({ status: "paused", isPausing: false });
  });
  const call = (...[method, ...given]: [Parameters<typeof answerCall>[1], ...unknown[]]) =>
    answerCall({ store, actions, send, readState: () => "the state", playWhenSeen }, method, given);
  return { store, sent, call, kept };
}

test("steps are taken from where the figure stands, and one that plays is paused for them", async () => {
  const { store, call } = figure();
  expect(await call("step", 3)).toBe(3);
  store.setState({ status: "running" });
  expect(await call("step")).toBe(4);
  expect(store.getState().status).toBe("paused");
});

test("a figure that waits for a file says so instead of waiting for ever, and one that failed says why and what to do", async () => {
  const waiting = figure({ status: "needsFile" });
  await expect(waiting.call("play")).rejects.toThrow("Choose the file in the figure first.");
  await expect(waiting.call("step")).rejects.toThrow("Choose the file in the figure first.");
  const notice = {
    level: "error",
    title: "It is gone",
    detail: "The device was lost.",
    remedy: "Press Reset.",
  } as const;
  const failed = figure({ status: "failed", notices: [{ id: "1", action: null, ...notice } as never] });
  await expect(failed.call("play")).rejects.toThrow("It is gone. The device was lost. Press Reset.");
});

test("a setting is moved in every run that has it, or in one; what cannot be is named", async () => {
  const { store, call } = figure();
  expect(await call("set", "lf", 2)).toEqual(["apo-p", "apo-lr"]);
  expect(await call("set", "lf", "3", { run: "apo-lr" })).toEqual(["apo-lr"]);
  expect(
    store
      .getState()
      .runs.slice(0, 2)
      .map(({ hyperparams }) => hyperparams.lambdaFsd),
  ).toEqual([2, 3]);
  await expect(call("set", "lf", " ")).rejects.toThrow('lambdaFsd is " ". Give a number.');
  await expect(call("set", "lambda", 2)).rejects.toThrow('No setting "lambda" moves while it trains. Allowed: lf,');
  await expect(call("set", "lf", 2, { run: "sgdm" })).rejects.toThrow(
    "No run sgdm has lambdaFsd. Allowed: apo-p, apo-lr.",
  );
});

test("a past step is looked at, and the latest again; a trace before the first step, and what is no argument, are refused", async () => {
  const { call } = figure({ step: 9 });
  expect(await call("seek", 4)).toBe(4);
  expect(await call("seek", null)).toBeNull();
  expect(await call("getState")).toBe("the state");
  await expect(call("getTrace")).rejects.toThrow("no step was taken. Call play or step first.");
  await expect(call("step", 0)).rejects.toThrow("step was called with [0]. It takes how many steps");
});

test("out of sight play is kept for later and trains nothing; pause, reset and steps take that back", async () => {
  const { store, sent, call, kept } = figure({}, false);
  expect(await call("play")).toBeNull();
  expect([store.getState().status, sent]).toEqual(["idle", []]);
  expect(await call("pause")).toBeNull();
  expect(await call("step", 2)).toBe(2);
  void call("reset"); // no worker builds it anew here
  expect(kept).toEqual([true, false, false, false]);
  const failed = figure({ status: "failed" }, false);
  await expect(failed.call("play")).rejects.toThrow("It failed.");
});
