import type { Browser } from "@playwright/test";
import type { FaultId } from "../scripts/reliability/faults.mjs";
import type { ExperimentPage } from "./experimentPage";
import { between, faultTest, hasTold, unbroken } from "./faultTrials";
import { expect } from "./fixtures";
import { expectLosses } from "./testState";
import { plantInTrainers, trainersOf } from "./trainers";

/** A software adapter compiles and computes slowly, on a slow machine for minutes. */
const SLOW = { atOnce: 1, secondsEach: 360 };

const STEPS = 20;
const RACE = `task=linear&opt=sgdm,adam&steps=${STEPS}&seed=5&views=none`;

/** How far losses of WebGPU and WASM may be apart, as docs/testing.md has it. */
const TOLERANCE = 1e-4;

const onWasm = unbroken(async (lab) => {
  await lab.open(`${RACE}&backend=wasm`);
  await lab.playToTheEnd();
  return (await lab.state()).runs;
});

/** The device that a worker asks for stays in reach. */
const KEEP_DEVICE = `
const { requestDevice } = GPUAdapter.prototype;
GPUAdapter.prototype.requestDevice = async function (...asked) {
  self.gpuDevice = await requestDevice.apply(this, asked);
  return self.gpuDevice;
}`;

type Inject = (lab: ExperimentPage, browser: Browser) => Promise<void>;

const inWorker =
  (act: () => void): Inject =>
  async (lab) =>
    trainersOf(lab).at(-1)?.evaluate(act);

/** Ends the browser's process for the GPU, as a driver that crashes does. */
const killGpuProcess: Inject = async (_, browser) => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const gpu = processInfo.find(({ type }) => type === "GPU");
  if (!gpu) throw new Error("There is no process for the GPU.");
  process.kill(gpu.id, "SIGKILL");
};

const FAULTS: { id: FaultId; what: string; inject: Inject; title: RegExp; words: RegExp }[] = [
  {
    id: "deviceLost",
    what: "a GPU that is lost",
    inject: inWorker(() => (self as never as { gpuDevice: GPUDevice }).gpuDevice.destroy()),
    title: /^The WebGPU device was lost at step \d+; the race goes on/,
    words: /is gone: /,
  },
  {
    id: "readRefused",
    what: "a read that is rejected",
    inject: inWorker(() => {
      GPUBuffer.prototype.mapAsync = () => Promise.reject(new DOMException("planted by the test", "OperationError"));
    }),
    title: /^Training stopped at step \d+; the race goes on/,
    words: /planted by the test/,
  },
  {
    id: "gpuMemory",
    what: "memory that is full",
    inject: inWorker(() => {
      const { gpuDevice } = self as never as { gpuDevice: GPUDevice };
      const error = new GPUOutOfMemoryError("planted by the test");
      gpuDevice.dispatchEvent(new GPUUncapturedErrorEvent("uncapturederror", { error }));
    }),
    title: /^The WebGPU device failed at step \d+; the race goes on/,
    words: /reported: out of memory: planted by the test/,
  },
  {
    id: "kernelRefused",
    what: "a kernel that is refused",
    inject: inWorker(() => {
      const { gpuDevice } = self as never as { gpuDevice: GPUDevice };
      gpuDevice.createComputePipeline({
        layout: "auto",
        compute: { module: gpuDevice.createShaderModule({ code: "no kernel" }) },
      });
    }),
    title: /^The WebGPU device failed at step \d+; the race goes on/,
    words: /reported: /,
  },
  {
    id: "gpuKilled",
    what: "a GPU process that is killed",
    inject: killGpuProcess,
    title: /^(The WebGPU device was lost|Training stopped) at step \d+; the race goes on/,
    words: /goes on from step/,
  },
];

for (const { id, what, inject, title, words } of FAULTS)
  faultTest(
    id,
    `${what} at a random step is followed by WASM: the race plays on with its log, and nothing is left uncaught`,
    async (lab, { draw, browser }) => {
      const expected = await onWasm(browser);
      await plantInTrainers(lab, KEEP_DEVICE);
      await lab.open(`${RACE}&backend=webgpu&speed=1`);
      await lab.playButton.click();
      await lab.reachesStep(between(1, STEPS - 15, draw));
      await inject(lab, browser);
      await hasTold(lab, title, words, "WASM, in place of WebGPU, goes on from step");
      await lab.speed.selectOption({ label: "max" });
      await lab.isAtRest(STEPS);
      const { backend, runs, notices } = await lab.state();
      expect(backend).toBe("wasm");
      expectLosses(runs, expected, TOLERANCE);
      expect(notices.map(({ level }) => level)).toEqual(["info"]);
    },
    SLOW,
  );
