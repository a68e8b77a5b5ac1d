import type { Notice } from "../../protocol/messages";

/** The training worker could not be started. */
export function trainerDidNotStart(message: string): Notice {
  return {
    level: "error",
    title: "The training worker did not start",
    detail: `${message} Training needs a browser with module workers (all since 2023) and the page served over http.`,
    remedy: "Try again. If it stays, run npm start and open its address; a file opened from disk cannot start workers.",
  };
}

/** The training worker threw where it did not expect to. */
export function trainerStopped(message: string): Notice {
  return {
    level: "error",
    title: "The training worker stopped",
    detail: `${message} What has been trained stays on screen.`,
    remedy: "Try again for a new worker: the same seed and moves give the same numbers.",
  };
}

/** The training worker has said nothing at all; it may still come. */
export function trainerIsSilent(seconds: number): Notice {
  return {
    level: "warning",
    title: "The training worker is slow to start",
    detail: `Nothing was heard of it for ${seconds} seconds; a slow line or a busy machine can do that.`,
    remedy: "Wait, or reload the page.",
  };
}

/** Spectra will not come; training goes on. */
export function analysisStopped(message: string): Notice {
  return {
    level: "warning",
    title: "Spectra are not measured any more",
    detail: `The analysis worker stopped: ${message} Training goes on without it.`,
    remedy: "Reload the page to get spectra back.",
  };
}

/** The worker of the sweep map could not be started, or threw where it did not expect to. */
export function sweepStopped(message: string): Notice {
  return {
    level: "warning",
    title: "The sweep map stopped",
    detail: `${message} Its worker is gone; training goes on without it.`,
    remedy: "Compute the map again. If that fails too, reload the page.",
  };
}
