import { afterEach, expect, test, vi } from "vitest";
import type { Backend, BackendChoice } from "../../config/tables/backends";
import type { Notice, Refusal } from "../../protocol/messages";
import { SessionEnded } from "../scheduling/gate";
import { type Adapter, DeviceChooser, type DeviceHost } from "./device";

afterEach(() => {
  vi.useRealTimers();
});

interface Machine {
  adapter?: Adapter | null;
  /** Asked for an adapter, it never answers. */
  isSilent?: boolean;
  /** Milliseconds per step of a trial; an error to throw. */
  trials?: Partial<Record<Backend, number | Error>>;
  /** Backends that do not start. */
  broken?: Backend[];
  /** Where WebAssembly is forbidden. */
  forbidden?: Refusal;
  /** Backends whose gradients are off by a tenth. */
  lying?: Backend[];
  /** WASM has no SIMD. */
  isPlain?: boolean;
}

const PLAIN: Notice = { level: "info", title: "WASM is slow here", detail: "", remedy: "" };

const HARDWARE: Adapter = { name: "nvidia ampere", isSoftware: false };
const SOFTWARE: Adapter = { name: "google swiftshader", isSoftware: true };

/** A machine made of facts, and a chooser on it. */
function machine(facts: Machine) {
  const { adapter = null, isSilent = false, trials = {}, broken = [], lying = [], forbidden, isPlain = false } = facts;
  let active: Backend | null = null;
  const log = { trials: [] as Backend[], gradients: [] as Backend[], probes: 0 };
  const host: DeviceHost = {
    async probeAdapter() {
      log.probes += 1;
      if (isSilent) await new Promise(() => {});
      return adapter;
    },
    async activate(backend) {
      if (broken.includes(backend)) return { why: "the file is missing" };
      if (backend === "wasm" && forbidden) return forbidden;
      active = backend;
      return null;
    },
    lack: (backend) => (backend === "wasm" && isPlain ? PLAIN : null),
    async gradients() {
      log.gradients.push(active as Backend);
      return [new Float32Array(lying.includes(active as Backend) ? [1.1, 2.2] : [1, 2])];
    },
  };
  const chooser = new DeviceChooser(host);
  const trial = async () => {
    log.trials.push(active as Backend);
    const result = trials[active as Backend] ?? 1;
    if (result instanceof Error) throw result;
    return result;
  };
  return {
    log,
    chooser,
    get active() {
      return active;
    },
    choose: (choice: BackendChoice, trialKey = "sine") =>
      chooser.choose({ choice, trial, trialKey, report: () => undefined }),
  };
}

test("auto without an adapter runs on wasm and says why", async () => {
  const here = machine({});
  expect(await here.choose("auto")).toEqual({
    backend: "wasm",
    adapter: null,
    isSoftware: false,
    reason: "No WebGPU adapter here, so this runs on WASM.",
    notices: [],
  });
  expect(here.active).toBe("wasm");
});

test("what WASM lacks is told where it runs, and only there", async () => {
  const here = machine({ isPlain: true });
  expect((await here.choose("auto")).notices).toEqual([PLAIN]);
  expect((await here.choose("cpu")).notices).toEqual([]);
});

test("auto leaves a software adapter alone, without a trial", async () => {
  const here = machine({ adapter: SOFTWARE });
  const { backend, reason } = await here.choose("auto");
  expect(backend).toBe("wasm");
  expect(reason).toBe("The only WebGPU adapter is software (google swiftshader), so this runs on WASM.");
  expect(here.log.trials).toEqual([]);
});

test("auto takes a hardware adapter where the measured race is faster on it", async () => {
  const here = machine({ adapter: HARDWARE, trials: { webgpu: 3.14, wasm: 20 } });
  const { backend, adapter, reason } = await here.choose("auto");
  expect([backend, adapter, here.active]).toEqual(["webgpu", "nvidia ampere", "webgpu"]);
  expect(reason).toBe("A step of this race took 3.1 ms on WebGPU and 20 ms on WASM, so this runs on WebGPU.");
});

test("auto stays on wasm where the measured race is faster there", async () => {
  const here = machine({ adapter: HARDWARE, trials: { webgpu: 20, wasm: 2 } });
  const { backend, adapter, reason } = await here.choose("auto");
  expect([backend, adapter, here.active]).toEqual(["wasm", null, "wasm"]);
  expect(reason).toBe("A step of this race took 20 ms on WebGPU and 2 ms on WASM, so this runs on WASM.");
});

test("one trial serves every reset of the same race, so that a replay runs on the same device", async () => {
  const here = machine({ adapter: HARDWARE, trials: { webgpu: 1, wasm: 2 } });
  await here.choose("auto", "sine");
  await here.choose("auto", "sine");
  expect(here.log.trials).toEqual(["webgpu", "wasm"]);
  await here.choose("auto", "cifar10");
  expect(here.log.trials).toHaveLength(4);
});

test("a trial that fails on WebGPU refuses it with a notice; one that nobody wants any more ends the choice", async () => {
  const failing = machine({ adapter: HARDWARE, trials: { webgpu: new Error("out of memory") } });
  const { backend, notices } = await failing.choose("auto");
  expect(backend).toBe("wasm");
  expect(notices).toMatchObject([{ title: "WebGPU is not used", detail: "out of memory" }]);
  const ended = machine({ adapter: HARDWARE, trials: { webgpu: new SessionEnded() } });
  await expect(ended.choose("auto")).rejects.toThrow(SessionEnded);
});

test("webgpu by choice runs on a software adapter and says that it is software and slow", async () => {
  const { backend, isSoftware, reason } = await machine({ adapter: SOFTWARE }).choose("webgpu");
  expect([backend, isSoftware]).toEqual(["webgpu", true]);
  expect(reason).toBe("WebGPU, as chosen, on a software adapter (google swiftshader): correct, but slow.");
});

test("webgpu by choice without an adapter runs on wasm, with a notice that names the remedy", async () => {
  const { backend, notices } = await machine({}).choose("webgpu");
  expect(backend).toBe("wasm");
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatchObject({ level: "warning", title: "No WebGPU adapter" });
  expect(notices[0]?.remedy).toMatch(/Auto or WASM/);
});

test("a device whose gradient disagrees with the CPU's is refused, and the next one taken", async () => {
  const here = machine({ adapter: HARDWARE, lying: ["webgpu"] });
  const { backend, reason, notices } = await here.choose("webgpu");
  expect([backend, here.active]).toEqual(["wasm", "wasm"]);
  expect(reason).toBe("WebGPU was refused, so this runs on WASM.");
  // ‖(0.1, 0.2)‖ / ‖(1, 2)‖ = 0.1
  expect(notices[0]?.detail).toBe("A gradient differs from the CPU's by 0.10 relative; at most 0.001 is accepted.");
});

test("auto refuses a lying GPU before it is tried", async () => {
  const here = machine({ adapter: HARDWARE, lying: ["webgpu"], trials: { webgpu: 1, wasm: 50 } });
  const { backend, notices } = await here.choose("auto");
  expect(backend).toBe("wasm");
  expect(here.log.trials).toEqual([]);
  expect(notices).toHaveLength(1);
});

test("where wasm lies or does not start, the CPU runs", async () => {
  for (const fault of [{ lying: ["wasm"] }, { broken: ["wasm"] }] satisfies Machine[]) {
    const here = machine(fault);
    const { backend, reason, notices } = await here.choose("auto");
    expect([backend, here.active]).toEqual(["cpu", "cpu"]);
    expect(reason).toBe("WASM was refused, so this runs on CPU.");
    expect(notices).toMatchObject([{ title: "WASM is not used" }]);
  }
});

test("where the site forbids WebAssembly the badge says so, and the notice who can allow it; a worker after this one too", async () => {
  const forbidden = { reason: "The site forbids it", why: "The browser said: no.", remedy: "Ask the site." };
  const here = machine({ forbidden });
  const chosen = await here.choose("auto");
  expect(chosen).toMatchObject({
    backend: "cpu",
    reason: "The site forbids it, so this runs on CPU.",
    notices: [
      {
        title: "WASM is not used",
        detail: "The site forbids it. The browser said: no.",
        remedy: "The race runs on CPU. Ask the site.",
      },
    ],
  });
  const next = machine({});
  next.chooser.learn(structuredClone(here.chooser.findings));
  expect(await next.choose("auto")).toEqual(chosen);
});

test("where nothing starts, the error says what and why", async () => {
  await expect(machine({ broken: ["cpu", "wasm"] }).choose("auto")).rejects.toThrow(
    "CPU does not start: the file is missing",
  );
});

test("each device is tested once; a lost one is tested again", async () => {
  const here = machine({ adapter: SOFTWARE });
  await here.choose("webgpu");
  await here.choose("webgpu");
  expect(here.log.gradients).toEqual(["cpu", "webgpu"]);
  here.chooser.forget("webgpu");
  await here.choose("webgpu");
  expect(here.log.gradients).toEqual(["cpu", "webgpu", "webgpu"]);
});

test("auto does not wait for a GPU that is not answered for: after five seconds it takes WASM, says so once, and keeps to it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const here = machine({ isSilent: true });
  const choosing = here.choose("auto");
  await vi.advanceTimersByTimeAsync(4999);
  expect(here.active).toBeNull();
  await vi.advanceTimersByTimeAsync(1);
  const { backend, reason, notices } = await choosing;
  expect([backend, reason]).toEqual(["wasm", "The browser did not answer about its GPU, so this runs on WASM."]);
  expect(notices).toMatchObject([{ title: "The browser does not answer about its GPU" }]);
  expect(await here.choose("auto")).toMatchObject({ backend: "wasm", reason, notices: [] });
  const next = machine({ adapter: HARDWARE });
  next.chooser.learn(here.chooser.findings);
  expect(await next.choose("auto")).toMatchObject({ backend: "wasm", reason, notices: [] });
  expect([here.log.probes, next.log.probes]).toEqual([1, 0]);
  expect(await next.choose("webgpu")).toMatchObject({ backend: "webgpu" }); // by choice it is asked for, however long it takes
});

test("a chooser in a new worker knows what the one before found: no trial, no comparison and no verdict twice", async () => {
  const before = machine({ adapter: HARDWARE, trials: { webgpu: 1, wasm: 2 } });
  const first = await before.choose("auto");
  const next = machine({ adapter: HARDWARE, trials: { webgpu: 2, wasm: 1 } });
  next.chooser.learn(structuredClone(before.chooser.findings));
  expect(await next.choose("auto")).toEqual(first);
  expect(next.log).toMatchObject({ trials: [], gradients: [] });
  const refusing = machine({ adapter: HARDWARE, lying: ["webgpu"] });
  await refusing.choose("auto");
  const other = machine({ adapter: HARDWARE });
  other.chooser.learn(refusing.chooser.findings);
  expect(await other.choose("auto")).toMatchObject({ backend: "wasm", notices: [{ title: "WebGPU is not used" }] });
});
