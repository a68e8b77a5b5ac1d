import { startNodeBackend } from "../../cli/nodeBackend";
import { readPublicFile } from "../../cli/readPublicFile";
import { CREATE_TASK } from "../../core/tasks/registry";
import { createRace } from "../../core/training/race";
import { DeviceChooser } from "../../worker/device/device";
import type { WorkerDeps } from "../../worker/loading/loadExperiment";

/** Milliseconds between two readings of the recordings' clock, in turn: a real one would make every recording different. */
const TICKS_MS = [0.75, 2, 1.25, 0.5, 1];

function createClock() {
  let readings = 0;
  let ms = 0;
  return () => {
    ms += TICKS_MS[readings % TICKS_MS.length] ?? 0;
    readings += 1;
    return ms;
  };
}

/** The core in Node behind the trainer's own interface: WASM, a clock that always ticks alike, and a device that can be lost. */
export function recordingDeps(lost: Promise<string>): WorkerDeps {
  const devices = new DeviceChooser({
    probeAdapter: async () => ({ name: "acme graphics", isSoftware: false }),
    async activate() {
      await startNodeBackend("wasm");
      return null;
    },
    lack: () => null,
    gradients: async () => [],
  });
  return {
    createTask: CREATE_TASK,
    createRace: (task, options) => createRace(task, { ...options, now: createClock() }),
    async openDevice(request) {
      // no race is tried on both: which is faster depends on the machine
      const choice = request.choice === "auto" ? "wasm" : request.choice;
      const device = await devices.choose({ ...request, choice });
      return { ...device, fence: null, lost: choice === "webgpu" ? lost : null, compiles: false };
    },
    openPartner: () => null,
    fetchPlanner: async () => null,
    readFile: readPublicFile,
    app: "gallery",
    runtime: "node",
    now: () => 0,
  };
}
