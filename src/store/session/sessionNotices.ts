import type { Notice } from "../../protocol/messages";
import { SILENCE_MS } from "./silence";

const FOR = `for more than ${SILENCE_MS / 1000} seconds`;

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

/** The training worker gives no sign of life; it may still come. */
export function trainerIsSilent(hasSpoken: boolean): Notice {
  if (!hasSpoken) {
    return {
      level: "warning",
      title: "Still waiting for the training worker",
      detail: `It has not started ${FOR}: a slow line or a busy machine can do that, or a script that never arrives.`,
      remedy: "Wait, try again for a new worker, or reload the page.",
    };
  }
  return {
    level: "warning",
    title: "The training worker does not answer",
    detail: `Nothing was heard of it ${FOR}: it computes for long, hangs, or was ended by the browser. What has been trained stays on screen.`,
    remedy: "Wait, or press Reset for a new worker: the same seed and moves give the same numbers.",
  };
}

/** Spectra and gaps are late. */
export function analysisIsSilent(): Notice {
  return {
    level: "warning",
    title: "Still waiting for spectra",
    detail: "The analysis worker computes for long, hangs, or was ended by the browser. Training goes on without it.",
    remedy: "Wait, or press Reset for a new worker.",
  };
}

/** A map's worker gives no sign of life. */
export function sweepIsSilent(): Notice {
  return {
    level: "warning",
    title: "The sweep map does not move",
    detail: `Nothing was heard of its worker ${FOR}: it computes for long, hangs, or was ended by the browser. Rows that were trained stay.`,
    remedy: "Wait, or cancel it and compute the map again.",
  };
}

/** A landscape's worker gives no sign of life. */
export function landscapeIsSilent(): Notice {
  return {
    level: "warning",
    title: "Still waiting for the landscape",
    detail: `Nothing was heard of its worker ${FOR}: it computes for long, hangs, or was ended by the browser. Training goes on without it.`,
    remedy: "Wait, or close the view and open it again for a new worker.",
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
