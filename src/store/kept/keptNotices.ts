import type { Notice } from "../../protocol/messages";

/** "1.4 MB" */
export const sizeText = (bytes: number): string =>
  bytes < 100_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;

/** The last run is there. */
export const lastRunIsKept = (name: string, step: number): Notice => ({
  level: "info",
  title: `Your last run is kept: ${name}, ${step} ${step === 1 ? "step" : "steps"}`,
  detail: "Rows, charts and link come back as they were, and Play goes on from there.",
  remedy: "It stays in the list of kept runs, too.",
});

/** The oldest went: over the page's own limit, or where the browser had no more room. */
export const olderRunsWent = (names: readonly string[], limitBytes: number | "full"): Notice => ({
  level: "info",
  title:
    names.length === 1 ? "The oldest kept run has made room" : `The ${names.length} oldest kept runs have made room`,
  detail: `${limitBytes === "full" ? "The browser's storage is full" : `At most ${sizeText(limitBytes)} are kept`}. Gone: ${names.join("; ")}.`,
  remedy: "Pin a run to keep it.",
});

/** It stays. */
export const isPinned = (name: string): Notice => ({
  level: "info",
  title: `Pinned: ${name}`,
  detail: "It is kept for good, and its curves stay, dashed, over what else is trained here.",
  remedy: "The same key lets go of it.",
});

/** It is as the others. */
export const isUnpinned = (name: string): Notice => ({
  level: "info",
  title: `No longer pinned: ${name}`,
  detail: "It stays in the list of kept runs until room is needed.",
  remedy: "The same key pins it again.",
});

/** There is no run of this page to pin. */
export const nothingToPin = (why: string | null): Notice => ({
  level: "info",
  title: "There is no run to pin",
  detail: why ?? "A run is kept from its first step on, where it is trained.",
  remedy: why === null ? "Take a step first." : "Save it as a file instead.",
});

/** Nothing can be written at all; `why` is what the browser says. */
export const storesNothing = (why: string): Notice => ({
  level: "warning",
  title: "This run is not kept",
  detail: `This browser stores nothing for this page${why === "" ? "" : ` (${why})`}. Training goes on; a reload of the page would lose it.`,
  remedy: "Save the run as a file, or let the browser store data for this page and reload it before you train.",
});

/** From now on nothing is written. */
export const notKept = (why: string): Notice => ({
  level: "warning",
  title: "This run is not kept any more",
  detail: `${why} Training goes on; a reload of the page would lose it.`,
  remedy: "Save the run as a file, or delete kept runs and reload the page.",
});

/** Memory is not enough for all rows of a long run that is not stored. */
export const rowsAreThinned: Notice = {
  level: "warning",
  title: "Older steps of this long run are thinned",
  detail:
    "Nothing of it is stored in this browser, and its rows would fill the memory. Charts keep the first and the last of older steps and their extremes, and saved files hold no more.",
  remedy: "To keep every step, let the browser store data for this page, and train the run again.",
};

/** It cannot be opened twice. */
export const openElsewhere = (name: string): Notice => ({
  level: "info",
  title: `${name} is open in another tab`,
  detail: "Two tabs that went on with it would mix their steps.",
  remedy: "Go on with it there, or close that tab first.",
});

/** Its record is gone or cannot be read. */
export const cannotBeOpened = (name: string): Notice => ({
  level: "warning",
  title: `${name} cannot be opened`,
  detail: "It is no longer in this browser's storage: another tab deleted it, or the browser made room.",
  remedy: "Train it again by its link, or open another kept run.",
});
