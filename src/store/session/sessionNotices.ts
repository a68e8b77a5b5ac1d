import type { Notice } from "../../protocol/messages";
import { SILENCE_MS } from "../../protocol/silence";

const FOR = `for more than ${SILENCE_MS / 1000} seconds`;

/** The training worker could not be started. */
export function trainerDidNotStart(message: string): Notice {
  return {
    level: "error",
    title: "The training worker did not start",
    detail: `${message} Training runs in a worker of modules, which all browsers since 2023 have.`,
    remedy:
      "Try again, or load the page again. If it stays, the script is missing on the server, or the site's policy or an extension of the browser keeps workers from starting.",
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

/** A worker gives no sign of life; it may still come. `kept` is what goes on without it. */
export function silent(title: string, kept: string, remedy: string): Notice {
  const detail = `Nothing was heard of it ${FOR}: it computes for long, hangs, or was ended by the browser. ${kept}`;
  return { level: "warning", title, detail, remedy: `Wait, or ${remedy}` };
}

/** The training worker gives no sign of life. */
export function trainerIsSilent(hasSpoken: boolean): Notice {
  return hasSpoken
    ? silent(
        "The training worker does not answer",
        "What has been trained stays on screen.",
        "press Reset for a new worker: the same seed and moves give the same numbers.",
      )
    : {
        level: "warning",
        title: "Still waiting for the training worker",
        detail: `It has not started ${FOR}: a slow line or a busy machine can do that, or a script that never arrives.`,
        remedy: "Wait, try again for a new worker, or reload the page.",
      };
}

const GOES_ON = "Training goes on without it.";

/** Spectra and gaps are late. */
export const analysisIsSilent = () =>
  silent("Still waiting for the analysis worker", `Spectra come from it. ${GOES_ON}`, "press Reset for a new one.");

/** A landscape's worker gives no sign of life. */
export const landscapeIsSilent = () =>
  silent("Still waiting for the landscape", GOES_ON, "close the view and open it again.");

/** Spectra will not come; training goes on. */
export function analysisStopped(message: string): Notice {
  return {
    level: "warning",
    title: "Spectra are not measured any more",
    detail: `The analysis worker stopped: ${message} Training goes on without it.`,
    remedy: "Try again in the view of the spectrum or of the gap for a new one.",
  };
}

/** What a lost worker did is done by another, `what` at the start of a sentence. */
export const goesOnAnew = (what: string, message: string): Notice => ({
  level: "info",
  title: `${what} went on in a new worker`,
  detail: `The one before stopped: ${message} What it had done stays, and training goes on.`,
  remedy: "Should it come again, it is said in its view.",
});
