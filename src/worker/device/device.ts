import { BACKEND_NAMES, type Backend, type BackendChoice } from "../../config/tables/backends";
import type { DeviceFindings, Notice, Refusal } from "../../protocol/messages";
import { messageOf } from "../notices";
import { SessionEnded } from "../scheduling/gate";
import { PATIENCE_MS } from "../scheduling/patience";
import { largestRelativeError, TOLERANCE } from "./selfTest";

/** A GPU as the browser offers it. */
export interface Adapter {
  /** Vendor and architecture: "nvidia ampere". */
  name: string;
  /** Emulated on the CPU, as SwiftShader does. */
  isSoftware: boolean;
}

/** What choosing a device needs of the machine. */
export interface DeviceHost {
  /** null where there is none. */
  probeAdapter(): Promise<Adapter | null>;
  /** Makes it the backend that tfjs runs on; returns why it cannot be, or null. */
  activate(backend: Backend): Promise<Refusal | null>;
  /** What a backend that runs lacks here; null where it has all. */
  lack(backend: Backend): Notice | null;
  /** The self-test's gradients on the active backend. */
  gradients(): Promise<Float32Array[]>;
}

/** What runs, and why. */
export interface ChosenDevice {
  backend: Backend;
  adapter: string | null;
  isSoftware: boolean;
  /** One sentence for the badge. */
  reason: string;
  notices: Notice[];
}

/** What a choice depends on beside the machine. */
export interface DeviceRequest {
  choice: BackendChoice;
  /** Milliseconds of one lockstep step of the race on the active backend, the first (compiling) one left out. */
  trial(): Promise<number>;
  /** Two requests with the same key share one trial. */
  trialKey: string;
  report(fraction: number, detail: string): void;
  /** Of a worker before this one. */
  findings?: DeviceFindings | undefined;
}

type Verdict = { usable: true } | ({ usable: false } & Refusal);

/** Chooses devices for one worker; remembers what it found of each. */
export class DeviceChooser {
  private readonly verdicts = new Map<Backend, Verdict>();
  private readonly trials = new Map<string, { webgpu: number; wasm: number }>();
  private reference: Float32Array[] | null = null;
  private isGpuSilent = false;

  constructor(private readonly host: DeviceHost) {}

  /** What has been found so far, for a chooser in another worker of the same page. */
  get findings(): DeviceFindings {
    const verdicts = [...this.verdicts];
    return {
      usable: verdicts.flatMap(([backend, { usable }]) => (usable ? [backend] : [])),
      refused: verdicts.flatMap(([backend, { usable, ...refusal }]) =>
        usable ? [] : [{ backend, ...(refusal as Refusal) }],
      ),
      trials: [...this.trials].map(([key, times]) => ({ key, ...times })),
      isGpuSilent: this.isGpuSilent,
    };
  }

  /** Takes what another chooser found. */
  learn({ usable, refused, trials, isGpuSilent }: DeviceFindings): void {
    for (const backend of usable) this.verdicts.set(backend, { usable: true });
    for (const { backend, ...refusal } of refused) this.verdicts.set(backend, { usable: false, ...refusal });
    for (const { key, webgpu, wasm } of trials) this.trials.set(key, { webgpu, wasm });
    this.isGpuSilent ||= isGpuSilent;
  }

  /** Activates the device for a request; falls back in the order webgpu, wasm, cpu. Throws where not even the CPU starts. */
  async choose(request: DeviceRequest): Promise<ChosenDevice> {
    const { choice, report } = request;
    const notices: Notice[] = [];
    const wantsGpu = choice === "webgpu" || (choice === "auto" && !this.isGpuSilent);
    if (wantsGpu) report(0, "Asking the browser for a GPU");
    const asked = wantsGpu ? this.host.probeAdapter() : Promise.resolve(null);
    const adapter = await (choice === "auto" ? this.soon(asked, notices) : asked);
    const use = async (order: Backend[], reason: string, gpu: Adapter | null): Promise<ChosenDevice> => {
      for (const backend of order) {
        report(0.8, `Starting ${BACKEND_NAMES[backend]}`);
        const verdict = await this.open(backend);
        if (verdict.usable) {
          const lack = this.host.lack(backend);
          if (lack) notices.push(lack);
          return { backend, reason, notices, ...(backend === "webgpu" && gpu ? described(gpu) : NO_GPU) };
        }
        const next = order[order.indexOf(backend) + 1];
        if (!next) throw new Error(`${BACKEND_NAMES[backend]} does not start: ${verdict.why}`);
        notices.push(refused(backend, verdict, next));
        reason = `${verdict.reason ?? `${BACKEND_NAMES[backend]} was refused`}, so this runs on ${BACKEND_NAMES[next]}.`;
      }
      throw new Error("No device to choose from.");
    };

    if (choice === "cpu") return use(["cpu"], "CPU, as chosen.", null);
    if (choice === "wasm") return use(["wasm", "cpu"], "WASM, as chosen.", null);
    if (!adapter) {
      if (choice === "webgpu") notices.push(noAdapter());
      const reason = this.isGpuSilent ? "The browser did not answer about its GPU" : "No WebGPU adapter here";
      return use(["wasm", "cpu"], `${reason}, so this runs on WASM.`, null);
    }
    if (choice === "webgpu") {
      const note = adapter.isSoftware ? `, on a software adapter (${adapter.name}): correct, but slow.` : ".";
      return use(["webgpu", "wasm", "cpu"], `WebGPU, as chosen${note}`, adapter);
    }
    if (adapter.isSoftware)
      return use(["wasm", "cpu"], `The only WebGPU adapter is software (${adapter.name}), so this runs on WASM.`, null);

    const times = await this.compare(request, notices);
    if (!times) return use(["wasm", "cpu"], "WebGPU was refused, so this runs on WASM.", null);
    const winner = times.webgpu < times.wasm ? "webgpu" : "wasm";
    const reason = `A step of this race took ${format(times.webgpu)} on WebGPU and ${format(times.wasm)} on WASM, so this runs on ${BACKEND_NAMES[winner]}.`;
    return use(winner === "webgpu" ? ["webgpu", "wasm", "cpu"] : ["wasm", "cpu"], reason, adapter);
  }

  /** The device is gone: it is examined anew when next chosen. */
  forget(backend: Backend): void {
    this.verdicts.delete(backend);
  }

  /** The answer; null where none has come in five seconds, which is not asked for again. Auto need not wait for a GPU. */
  private async soon(asked: Promise<Adapter | null>, notices: Notice[]): Promise<Adapter | null> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), PATIENCE_MS);
    });
    const answer = await Promise.race([asked, late]);
    clearTimeout(timer);
    if (answer !== "late") return answer;
    this.isGpuSilent = true;
    notices.push(silentGpu());
    return null;
  }

  /** Times the race on both devices; null where WebGPU is refused. */
  private async compare({ trial, trialKey, report }: DeviceRequest, notices: Notice[]) {
    report(0.1, "Starting WebGPU");
    const verdict = await this.open("webgpu");
    if (!verdict.usable) {
      notices.push(refused("webgpu", verdict, "wasm"));
      return null;
    }
    const known = this.trials.get(trialKey);
    if (known) return known;
    report(0.2, "Trying the race on WebGPU");
    let webgpu: number;
    try {
      webgpu = await trial();
    } catch (error) {
      if (error instanceof SessionEnded) throw error;
      const refusal = { why: messageOf(error) };
      this.verdicts.set("webgpu", { usable: false, ...refusal });
      notices.push(refused("webgpu", refusal, "wasm"));
      return null;
    }
    report(0.5, "Trying the race on WASM");
    const wasm = (await this.open("wasm")).usable ? await trial() : Number.POSITIVE_INFINITY;
    const times = { webgpu, wasm };
    this.trials.set(trialKey, times);
    return times;
  }

  /** Activates a backend and, the first time, compares its gradient with the CPU's. */
  private async open(backend: Backend): Promise<Verdict> {
    const before = this.verdicts.get(backend);
    if (before && !before.usable) return before;
    const verdict = await this.examine(backend, before === undefined && backend !== "cpu");
    this.verdicts.set(backend, verdict);
    return verdict;
  }

  private async examine(backend: Backend, isNew: boolean): Promise<Verdict> {
    if (isNew && !this.reference) {
      const failure = await this.host.activate("cpu");
      if (failure) return { usable: false, ...failure };
      this.reference = await this.host.gradients();
    }
    const failure = await this.host.activate(backend);
    if (failure) return { usable: false, ...failure };
    if (!isNew || !this.reference) return { usable: true };
    try {
      const difference = largestRelativeError(this.reference, await this.host.gradients());
      if (difference <= TOLERANCE) return { usable: true };
      const why = `A gradient differs from the CPU's by ${difference.toPrecision(2)} relative; at most ${TOLERANCE} is accepted.`;
      return { usable: false, why };
    } catch (error) {
      return { usable: false, why: messageOf(error) };
    }
  }
}

const NO_GPU = { adapter: null, isSoftware: false };
const described = ({ name, isSoftware }: Adapter) => ({ adapter: name, isSoftware });

const format = (ms: number) => (Number.isFinite(ms) ? `${Number(ms.toPrecision(2))} ms` : "forever");

function noAdapter(): Notice {
  return {
    level: "warning",
    title: "No WebGPU adapter",
    detail: "This browser offers no GPU to pages, so the race runs on WASM. The numbers are the same to rounding.",
    remedy: "Choose Auto or WASM, or open the page in a browser with WebGPU and hardware acceleration turned on.",
  };
}

function silentGpu(): Notice {
  return {
    level: "warning",
    title: "The browser does not answer about its GPU",
    detail: `It was asked for one and said nothing for ${PATIENCE_MS / 1000} seconds, so the race runs on WASM. The numbers are the same to rounding.`,
    remedy: "Restart the browser to try the GPU again, or choose WebGPU to wait for it.",
  };
}

function refused(backend: Backend, { reason, why, remedy }: Refusal, next: Backend): Notice {
  const name = BACKEND_NAMES[backend];
  return {
    level: "warning",
    title: `${name} is not used`,
    detail: reason ? `${reason}. ${why}` : why,
    remedy: `The race runs on ${BACKEND_NAMES[next]}. ${remedy ?? `Reload the page to try ${name} again.`}`,
  };
}
