import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { expect, test } from "./fixtures";

/** What docs/testing.md publishes for losses and rates on another device. */
const TOLERANCE = "1e-4";

/** Runs a file of the command line. */
const command = (file: string, ...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", `src/cli/${file}`, ...args], {
    encoding: "utf8",
    cwd: `${import.meta.dirname}/..`,
  });

test("WebGPU has of every optimizer the losses and rates of the CPU within the published tolerance, and the tool tells the largest difference", async ({
  lab,
}, testInfo) => {
  const [steps, methods] = ["10", "apo-p,apo-lr,sgd,sgdm,adam,kfac"];
  await lab.open(`task=sine&opt=${methods}&steps=${steps}&seed=7&backend=webgpu`);
  await lab.hook.runTo(Number(steps));
  const state = await lab.state();
  expect(state.environment?.backend).toBe("webgpu");
  const [page, terminal] = [testInfo.outputPath("webgpu.json"), testInfo.outputPath("cpu.json")];
  writeFileSync(page, JSON.stringify(state));
  const experiment = ["--task", "sine", "--optimizers", methods, "--steps", steps, "--seed", "7", "--backend", "cpu"];
  expect(command("trace.ts", ...experiment, "--out", terminal)).toMatchObject({ status: 0 });
  const columns = ["--columns", "trainLoss,learningRate"];
  const { status, stdout } = command("compare.ts", page, terminal, "--rtol", TOLERANCE, ...columns);
  expect(stdout).toMatch(/The same within rtol 0\.0001\. The largest difference is [\d.]+e-\d+, relative\./);
  expect(status).toBe(0);
  testInfo.annotations.push({ type: "observed", description: stdout.trim().split("\n").at(-1) ?? "" });
  expect(command("compare.ts", page, terminal, "--rtol", "1e-12", ...columns)).toMatchObject({ status: 4 });
});
