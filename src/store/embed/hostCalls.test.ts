import { expect, test } from "vitest";
import type { Command } from "../../protocol/messages";
import type { ExperimentState } from "../experiment/state";
import { setUpActions } from "../testing/testActions";
import { answerCall } from "./hostCalls";

/** A figure whose worker takes each step that it is asked for, and pauses at once. */
function figure(part: Partial<ExperimentState> = {}) {
  const { store, sent, actions } = setUpActions(part);
  const send = (command: Command) => {
    sent.push(command);
    if (command.type === "step") store.setState(({ step }) => ({ step: step + 1, status: "paused" }));
  };
  store.subscribe(({ isPausing, status }) => {
    if (isPausing && status === "running") store.setState({ status: "paused", isPausing: false });
  });
  const call = (...[method, ...given]: [Parameters<typeof answerCall>[1], ...unknown[]]) =>
    answerCall({ store, actions, send, readState: () => "the state" }, method, given);
  return { store, sent, call };
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
