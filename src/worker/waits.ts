import { BACKEND_NAMES, type Backend } from "../config/tables/backends";
import type { LoadStage, Notice, WayOn } from "../protocol/messages";
import { goneAfterMs } from "../protocol/silence";
import { deviceGone } from "./notices";

/** So long without an answer of the device in work that it has done before, unless its answers took longer, it is gone. */
const GONE_MS = 20_000;

/** Where an experiment stands that has not moved for a while. */
export interface Standing {
  /** Told last while it loads; null once it trains. */
  progress: { stage: LoadStage; detail: string } | null;
  /** Lockstep steps completed. */
  step: number;
  device: { backend: Backend; adapter: string | null } | null;
  /** The second worker owes an answer and gives no sign of life. */
  isPartnerSilent: boolean;
}

const FOR = "for more than 5 seconds";

/** What is waited for and the way on. Nothing is given up: what is late may still come, and then it goes on. */
export function waitOf({ progress, step, device, isPartnerSilent }: Standing): { notice: Notice; wayOn: WayOn } {
  const kept = progress ? "" : " What has been trained stays on screen.";
  if (isPartnerSilent) {
    return warning(
      "The second training worker does not answer",
      `Nothing was heard of it ${FOR}: it computes for long, hangs, or was ended by the browser.${kept}`,
      "Wait, or press Reset for new workers.",
    );
  }
  const isOnGpu = device?.backend === "webgpu";
  if (!progress) {
    const name = device
      ? `${BACKEND_NAMES[device.backend]}${device.adapter ? ` (${device.adapter})` : ""}`
      : "The device";
    const title = `Still waiting for the work at step ${step}`;
    if (!isOnGpu) return warning(title, `${name} has worked on it ${FOR}.${kept}`, "Wait, or press Reset.");
    const detail = `${name} has not answered ${FOR}: it is slow, or it hangs.${kept}`;
    return warning(title, detail, "Wait, press Reset, or go on with WASM.", "continueOnWasm");
  }
  const { stage, detail } = progress;
  const nothing = `${detail}: nothing new ${FOR}.`;
  switch (stage) {
    case "app":
    case "data":
      return warning(
        "Still waiting for the data",
        `${nothing} A slow line can do that, or a server that does not answer.`,
        "Wait, press Reset to ask again, or choose another task.",
      );
    case "device":
      return warning(
        "Still waiting for the device",
        `${nothing} A busy machine or a slow line can do that, or a GPU that hangs.`,
        "Wait, choose WASM as the device, or press Reset.",
        "continueOnWasm",
      );
    case "compile":
      return warning(
        "Still waiting for the first step",
        `${nothing} Compiling takes long on some machines; a GPU that hangs looks the same.`,
        isOnGpu ? "Wait, choose WASM as the device, or press Reset." : "Wait, or press Reset.",
        isOnGpu ? "continueOnWasm" : "retry",
      );
  }
}

/**
 * Why the device is as good as lost: it answered before, and does not any more. Null where it may still come: a first step, behind
 * `startedAt`, may take any time, and a partner has an end of its own.
 */
export function goneOf(
  { progress, step, device, isPartnerSilent }: Standing,
  startedAt: number,
  stillMs: number,
  longestMs: number,
): Notice | null {
  const mayCome = !device || progress || isPartnerSilent || step <= startedAt;
  if (mayCome || stillMs < goneAfterMs(GONE_MS, longestMs)) return null;
  return deviceGone(device.backend, device.adapter, step, stillMs);
}

function warning(title: string, detail: string, remedy: string, wayOn: WayOn = "retry") {
  return { notice: { level: "warning", title, detail, remedy } as const, wayOn };
}
