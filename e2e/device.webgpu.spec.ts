import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { relativeDifference, type TestState } from "./testState";

/** The same race on both devices, to its end. */
async function playOnBoth(lab: ExperimentPage, link: string): Promise<{ webgpu: TestState; wasm: TestState }> {
  const play = async (backend: "webgpu" | "wasm") => {
    await lab.open(`${link}&backend=${backend}`);
    await lab.playToTheEnd();
    const state = await lab.state();
    expect(state.backend).toBe(backend);
    return state;
  };
  return { webgpu: await play("webgpu"), wasm: await play("wasm") };
}

function expectSameLosses({ webgpu, wasm }: { webgpu: TestState; wasm: TestState }): void {
  for (const [index, { run, columns }] of wasm.runs.entries()) {
    const measured = webgpu.runs[index]?.columns.trainLoss ?? [];
    expect(measured, `steps of ${run}`).toHaveLength(wasm.steps);
    for (const [step, loss] of columns.trainLoss.entries()) {
      const difference = relativeDifference(Number(measured[step]), Number(loss));
      expect(difference, `loss of ${run} at step ${step}`).toBeLessThanOrEqual(1e-3);
    }
  }
}

test("ten steps of every optimizer on sine have the same losses on WebGPU and WASM", async ({ lab }) => {
  test.setTimeout(300_000);
  expectSameLosses(await playOnBoth(lab, "task=sine&opt=apo-p,apo-lr,sgd,sgdm,adam,kfac&steps=10"));
});

test("two steps of LeNet on CIFAR-10 have the same losses on WebGPU and WASM", async ({ lab }) => {
  test.setTimeout(300_000);
  expectSameLosses(await playOnBoth(lab, "task=cifar10&images=500&batch=16&opt=sgdm,apo-p&steps=2"));
});

test("a software adapter is used when asked for, and the badge says what it is", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm&backend=webgpu");
  await expect(lab.badge).toHaveText(/^WebGPU · .*swiftshader.* WebGPU, as chosen, on a software adapter/i);
  expect((await lab.state()).notices).toEqual([]);
});

test("Auto does not take a software adapter, and says so", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm&backend=auto");
  expect((await lab.state()).backend).toBe("wasm");
  await expect(lab.badge).toHaveText(/^WASM The only WebGPU adapter is software .*, so this runs on WASM\.$/);
  await lab.takeSteps(1);
});
