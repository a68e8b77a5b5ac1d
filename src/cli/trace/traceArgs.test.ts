import { expect, it } from "vitest";
import { TASK_IDS } from "../../config/tables/taskIds";
import { readTraceArgs, USAGE } from "./traceArgs";

it("takes the options of a task from the command line", () => {
  const request = readTraceArgs(["--task", "mnist", "--network", "lenet", "--train-images", "600"]);
  expect(request?.config.taskOptions).toMatchObject({ network: "lenet", trainImages: 600 });
  expect(readTraceArgs(["--task", "mnist"])?.config.taskOptions.network).toBe("mlp");
  expect(() => readTraceArgs(["--task", "mnist", "--network", "vgg"])).toThrow(
    /taskOptions\.network is "vgg"\. Allowed: mlp, lenet\./,
  );
});

it("names every task in the usage text", () => {
  for (const id of TASK_IDS) expect(USAGE).toContain(id);
});
