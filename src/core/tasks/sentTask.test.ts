import { expect, it } from "vitest";
import { DEFAULT_TASK_OPTIONS } from "../../config/tables/taskOptions";
import { publicData } from "../testing/publicData";
import { CREATE_TASK } from "./registry";
import { received, sendable } from "./sentTask";

it.each(["sine", "translation"] as const)(
  "a task of %s crosses to another worker and trains and translates as here",
  async (id) => {
    const task = await CREATE_TASK[id](7, { ...DEFAULT_TASK_OPTIONS, size: "light" }, publicData().io);
    const there = await received(structuredClone(sendable(task)));
    expect(Object.keys(there).sort()).toEqual(Object.keys(task).sort());
    expect([there.createModel, there.tokenLoss]).toEqual([task.createModel, task.tokenLoss]);
    expect(typeof there.translator).toBe(typeof task.translator);
    expect(there.initialParams).toEqual(task.initialParams);
  },
);
