import { expect, test } from "vitest";
import { setUpActions } from "../testing/testActions";
import { applyEvent } from "./applyEvent";
import { appendRows, columnValues, EMPTY_LOG } from "./columns";

test("of a rounded log exact rows take the place, and it says where a device comes to others than those were", () => {
  const step = [0, 1, 2, 3];
  const start = setUpActions({ step: 4, isRounded: true, retraining: { at: 0, to: 4 } });
  const runs = start
    .state()
    .runs.map((run) => ({ ...run, columns: appendRows(EMPTY_LOG, { step, trainLoss: [1, 0.5, 0.25, 0.125] }) }));
  start.store.setState({ runs });
  const hear = (at: number, loss: number) => {
    const rows = [{ run: "apo-p", columns: { step: [at - 1], trainLoss: [loss] } }];
    const event = { type: "retrained", experiment: "e1", step: at, losses: { "apo-p": loss }, rows } as const;
    start.store.setState(applyEvent(start.state(), structuredClone(event) as never), true);
  };
  hear(2, 0.50004);
  expect(start.state()).toMatchObject({ isRounded: true, retraining: { at: 2, to: 4 }, notices: [] });
  expect(columnValues(start.state().runs[0]?.columns ?? EMPTY_LOG, "trainLoss")).toEqual([1, 0.50004, 0.25, 0.125]);
  hear(4, 0.126);
  expect(start.state()).toMatchObject({ isRounded: false, retraining: null });
  expect(start.state().notices.at(-1)?.title).toBe("This device comes to other numbers than the recording");
});
