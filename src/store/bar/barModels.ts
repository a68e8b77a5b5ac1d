import type { LoadStage } from "../../protocol/messages";

/** The transport bar. A button that cannot act is disabled, never hidden. */
export interface TransportModel {
  /** Pausing: it was pressed, and the step that is being taken is not done yet. Play again: a recording was played to its end. */
  playLabel: "Play" | "Play again" | "Pause" | "Pausing";
  canPlay: boolean;
  canStep: boolean;
  /** False where no APO method races. */
  canMetaStep: boolean;
  canReset: boolean;
  step: number;
  /** Meta-updates of the focus run; null where no APO method races. */
  metaStep: number | null;
  /** The race stops here. */
  steps: number;
}

/** Named stages of a load, each 0 to 1. */
export interface LoadStageModel {
  stage: LoadStage;
  /** "App", "Data", "Device", "First step" */
  label: string;
  fraction: number;
  detail: string;
}

/** The device badge: "WebGPU · vendor architecture", and why it runs there. */
export interface BadgeModel {
  text: string;
  reason: string;
}
