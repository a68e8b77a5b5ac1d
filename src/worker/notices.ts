import type { ConfigProblem } from "../config/experiment/checks";
import { BACKEND_NAMES, type Backend } from "../config/tables/backends";
import type { HyperparamName } from "../config/tables/hyperparams";
import { settingSymbol } from "../config/tables/settingWords";
import { TaskError } from "../core/taskError";
import type { Notice } from "../protocol/messages";

/** The words of an error, whatever was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === "object" && error !== null && "message" in error) return String(error.message);
  return String(error);
}

/** A value that was not taken as it is. */
export function noteOf({ title, allowed, taken, remedy }: ConfigProblem): Notice {
  return { level: "warning", title, detail: `${allowed} ${taken}`, remedy };
}

/** A command changes what does not exist or cannot change while the run trains. */
export function cannotChange(run: string, name: HyperparamName): Notice {
  return {
    level: "warning",
    title: `${settingSymbol(null, name)} of run ${run} cannot change now`,
    detail: "The race has no such run, its method does not read that setting, or it acts at the start only.",
    remedy: "Change one of the live controls, or set it before the race restarts.",
  };
}

/** Play or Step after the last step. */
export function raceIsOver(step: number): Notice {
  return {
    level: "info",
    title: "The race is over",
    detail: `It has taken ${step} steps, and no run has any left.`,
    remedy: "Set more steps in Methods and settings to go on from here, or press Reset to run it again from step 0.",
  };
}

/** Meta-step asked of a run that makes no meta-updates. */
export function noMetaUpdates(run: string): Notice {
  return {
    level: "warning",
    title: "No meta-update to step to",
    detail: `This race has no run ${run} that makes meta-updates; APO-P and APO-η do.`,
    remedy: "Race APO-P or APO-η, or press Step for one optimizer step.",
  };
}

/** An error in its own words where it brings them, else in those given. */
function errorNotice(error: unknown, otherwise: Omit<Notice, "level">): Notice {
  const { title, detail, remedy } = error instanceof TaskError ? error : otherwise;
  return { level: "error", title, detail, remedy };
}

/** Why an experiment cannot start, or at which step it cannot go on. */
export function failureOf(error: unknown, step: number | null): Notice {
  return errorNotice(error, {
    title: step === null ? "The experiment cannot start" : `Training stopped at step ${step}`,
    detail: messageOf(error),
    remedy: "Reset runs it again; another device or fewer runs may help. What has been trained stays on screen.",
  });
}

/** The GPU went away under a race. */
export function deviceLost({ adapter }: { adapter: string | null }, step: number, reason: string): Notice {
  return {
    level: "error",
    title: `The WebGPU device was lost at step ${step}`,
    detail: `${adapter ?? "The GPU"} is gone: ${reason}. What has been trained stays on screen.`,
    remedy: "Run it again on WASM, or press Reset to try WebGPU once more.",
  };
}

/** The GPU reported an error: no memory left, or a kernel that it refuses. */
export function deviceFailed({ adapter }: { adapter: string | null }, step: number, reason: string): Notice {
  return {
    level: "error",
    title: `The WebGPU device failed at step ${step}`,
    detail: `${adapter ?? "The GPU"} reported: ${reason}. What has been trained stays on screen.`,
    remedy: "Run it again on WASM, or press Reset to try WebGPU once more.",
  };
}

/** A device that gave no answer for so long. */
export function deviceGone(backend: Backend, adapter: string | null, step: number, silentMs: number): Notice {
  return {
    level: "error",
    title: `${BACKEND_NAMES[backend]} stopped answering at step ${step}`,
    detail: `Nothing came of ${adapter ?? "the work"} for ${Math.round(silentMs / 1000)} seconds. What has been trained stays on screen.`,
    remedy: "Try again, or choose another device.",
  };
}

/** The second worker did not start: the race runs in one. */
export function partnerRefused(error: unknown): Notice {
  return {
    level: "info",
    title: "The race runs in one worker",
    detail: `A second one did not start: ${messageOf(error)} The numbers are the same; steps take longer.`,
    remedy: "Reload the page to try again.",
  };
}

/** Why the race cannot be trained with further seeds. */
export function seedsFailed(error: unknown): Notice {
  return errorNotice(error, {
    title: "The further seeds stopped",
    detail: `${messageOf(error)} Those that are trained stay on screen, and the race goes on.`,
    remedy: "Train them again; fewer seeds or a shorter race may help.",
  });
}

/** Why a sweep cannot go on. */
export function sweepFailed(error: unknown): Notice {
  return errorNotice(error, {
    title: "The sweep map stopped",
    detail: `${messageOf(error)} Cells that were trained stay on screen, and the race goes on.`,
    remedy: "Compute the map again; fewer steps for each cell or a smaller batch may help.",
  });
}
