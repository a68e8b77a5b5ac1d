import { browserHost, dropGpu, gpuFailure, gpuFence, gpuLoss } from "../device/backend";
import { DeviceChooser, type DeviceRequest } from "../device/device";
import type { OpenDevice } from "./loadExperiment";

const chooser = new DeviceChooser(browserHost);
let isGpuLost = false;

/** Opens the device for a request. No tensor may be alive: a GPU that was lost meanwhile is dropped here. */
export async function openDevice(request: DeviceRequest): Promise<OpenDevice> {
  if (request.findings) chooser.learn(request.findings);
  if (isGpuLost) {
    dropGpu();
    chooser.forget("webgpu");
    isGpuLost = false;
  }
  const chosen = await chooser.choose(request);
  const lost = gpuLoss();
  lost?.then(() => {
    isGpuLost = true;
  });
  // A software adapter spends more on a step than on compiling it: no rehearsal there.
  const compiles = chosen.backend === "webgpu" && !chosen.isSoftware;
  return { ...chosen, findings: chooser.findings, fence: gpuFence(), lost, failed: gpuFailure(), compiles };
}
