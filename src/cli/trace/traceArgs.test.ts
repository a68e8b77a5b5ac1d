import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

it.each([
  ["UTF-8 with its mark", Buffer.from('\ufeff{"task":"sine","steps":3}')],
  ["UTF-16 with its mark", Buffer.from('\ufeff{"task":"sine","steps":3}', "utf16le")],
  ["UTF-16 without it", Buffer.from('{"task":"sine","steps":3}', "utf16le")],
  ["a saved experiment", Buffer.from('{"format":"apo-experiment/1","config":{"version":1,"task":"sine","steps":3}}')],
])("reads a config from a file in %s", (_, bytes) => {
  const folder = mkdtempSync(join(tmpdir(), "apo-config-"));
  const file = join(folder, "config.json");
  writeFileSync(file, bytes);
  const request = readTraceArgs(["--config", file]);
  rmSync(folder, { recursive: true });
  expect(request?.config).toMatchObject({ task: "sine", steps: 3 });
});
