import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { relativeDifference, type TestState } from "./testState";

/** A software adapter compiles and computes slowly, on a slow machine for minutes. */
const PATIENCE_MS = 720_000;

/** The same race with the same steps on both devices, one after the other. */
async function raceOnBoth(lab: ExperimentPage, link: string, steps: number): Promise<void> {
  const race = async (backend: "webgpu" | "wasm") => {
    await lab.open(`${link}&backend=${backend}`);
    await lab.takeSteps(steps);
    const state = await lab.state();
    expect(state.backend, JSON.stringify(state.notices)).toBe(backend);
    return state;
  };
  expectSameLosses(await race("webgpu"), await race("wasm"), steps);
}

function expectSameLosses(webgpu: TestState, wasm: TestState, steps: number): void {
  for (const [index, { run, columns }] of wasm.runs.entries()) {
    const measured = webgpu.runs[index]?.columns.trainLoss ?? [];
    expect(measured, `steps of ${run}`).toHaveLength(steps);
    for (const [step, loss] of columns.trainLoss.entries()) {
      const difference = relativeDifference(Number(measured[step]), Number(loss));
      expect(difference, `loss of ${run} at step ${step}`).toBeLessThanOrEqual(1e-3);
    }
  }
}

// LeNet-5 and the other tasks are compared without the page, in src/core/training/golden: a step of theirs takes seconds here.
test("ten steps of every optimizer on sine have the same losses on WebGPU and WASM", async ({ lab }) => {
  test.setTimeout(PATIENCE_MS);
  await raceOnBoth(lab, "task=sine&opt=apo-p,apo-lr,sgd,sgdm,adam,kfac", 10);
});

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
  await lab.isAtRest(0);
  await lab.takeSteps(1);
  expect((await lab.state()).backend).toBe("wasm");
});

test("Auto does not take a software adapter, and says so", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm&backend=auto");
  expect((await lab.state()).backend).toBe("wasm");
  await expect(lab.badge).toHaveText(/^WASM The only WebGPU adapter is software .*, so this runs on WASM\.$/);
  await lab.takeSteps(1);
});
