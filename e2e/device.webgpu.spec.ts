import { expect, test } from "./fixtures";

/** A software adapter compiles and computes slowly, on a slow machine for minutes. */
const PATIENCE_MS = 720_000;

// Losses are compared in crossDevice.webgpu.spec.ts, and without the page, of all tasks, in src/core/training/golden.
test("a software adapter is used when asked for, and the badge says what it is", async ({ lab }) => {
  test.setTimeout(PATIENCE_MS);
  await lab.open("task=linear&opt=sgdm&backend=webgpu");
  await expect(lab.badge).toHaveText(/^WebGPU · .*swiftshader.* WebGPU, as chosen, on a software adapter/i);
  expect((await lab.state()).notices).toEqual([]);
});

test("a GPU that stops answering is told of, and the race goes on with WASM", async ({ lab }) => {
  test.setTimeout(PATIENCE_MS);
  await lab.open("task=linear&opt=sgdm&backend=webgpu");
  await lab.takeSteps(1);
  const worker = lab.page.workers().find((one) => one.url().includes("trainer"));
  await worker?.evaluate(() => {
    GPUBuffer.prototype.mapAsync = () => new Promise(() => {});
  });
  await lab.stepButton.click();
  const waiting = lab.notice("Still waiting for the work at step 2");
  await expect(waiting).toContainText(/WebGPU \(.*swiftshader.*\) has not answered/i);
  await waiting.getByRole("button", { name: "Go on with WASM" }).click();
  await lab.isAtRest(1); // the log stays
  await lab.takeSteps(1);
  expect((await lab.state()).backend).toBe("wasm");
});

test("Auto does not take a software adapter, and says so", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm&backend=auto");
  expect((await lab.state()).backend).toBe("wasm");
  await expect(lab.badge).toHaveText(/^WASM The only WebGPU adapter is software .*, so this runs on WASM\.$/);
  await lab.takeSteps(1);
});
