import type { PortLike } from "../../protocol/channel";
import { workerAddress } from "../../protocol/workerAddress";
import type { TestHook } from "../hook/testHook";
import { keepChoice, readChoice } from "./choices";

/** A worker as the session uses it. */
export interface WorkerPort extends PortLike {
  terminate(): void;
}

/** The two workers of every experiment, and those that a view starts when it needs one. */
export type WorkerKind = "trainer" | "analysis" | "sweep" | "landscape" | "archive";

/** Everything the session asks of the browser. The only file of the store that touches window and document. */
export interface BrowserPage {
  /** Query of the address: "?task=sine". */
  search(): string;
  /** Address without query. */
  address(): string;
  /** Puts a query in the address bar without a history entry. False where the browser lets nobody, or not so soon again. */
  replaceSearch(search: string): boolean;
  /** A choice that this browser has kept; null where it has none, or keeps nothing. */
  readChoice(name: string): string | null;
  keepChoice(name: string, choice: string): void;
  setTheme(theme: "light" | "dark" | null): void;
  /** Starts a worker. `onError` hears what it throws, and that its script could not be loaded. */
  openWorker(kind: WorkerKind, onError: (message: string) => void): WorkerPort;
  /** Calls back before the next frame, or soon where no frames are drawn. */
  requestFrame(callback: () => void): void;
  after(delayMs: number, callback: () => void): void;
  /** Calls back once the page has nothing else to do, or after a tenth of a second at the latest. */
  whenIdle(callback: () => void): void;
  now(): number;
  /** Whether the person wants nothing to move by itself. */
  prefersCalm(): boolean;
  /** Calls back whenever the page is hidden behind another tab. */
  onHidden(callback: () => void): void;
  /** Calls back once the page is seen: at once where it is. */
  onceSeen(callback: () => void): void;
  copyText(text: string): Promise<boolean>;
  /** Offers a text to the person as a file, as a download does. */
  saveFile(name: string, text: string): void;
  /** A whole number from 0 to 9999. */
  randomSeed(): number;
  exposeTestHook(hook: TestHook): void;
}

/** Longest wait for a frame: hidden tabs draw none. */
const FRAME_PATIENCE_MS = 120;

/** Longest wait for the page to have nothing to do. */
const IDLE_PATIENCE_MS = 100;

/** Where the browser does not tell when it is idle: about one drawing of all charts. */
const WITHOUT_IDLE_MS = 60;

/** A browser that asks where to save reads the file only then. */
const SAVING_MS = 60_000;

/** The real browser. */
export function browserPage(): BrowserPage {
  let open: ReturnType<typeof pageWorkers> | null = null;
  return {
    search: () => location.search,
    address: () => addressWith(""),
    replaceSearch(search) {
      try {
        history.replaceState(history.state, "", addressWith(search));
        return true;
      } catch {
        return false; // forbidden, as in some sandboxed frames, or too often: Copy link has it all the same
      }
    },
    readChoice,
    keepChoice,
    setTheme(theme) {
      if (theme) document.documentElement.dataset.theme = theme;
      else delete document.documentElement.dataset.theme;
    },
    openWorker(kind, onError) {
      open ??= pageWorkers(); // where there are no workers at all, a recording plays without them
      const worker = open[kind]();
      worker.addEventListener("error", (event) =>
        onError(sentence(event.message || "Its script could not be loaded.")),
      );
      worker.addEventListener("messageerror", () => onError("A message from it could not be read."));
      return worker;
    },
    requestFrame(callback) {
      let isDone = false;
      const once = () => {
        if (isDone) return;
        isDone = true;
        callback();
      };
      requestAnimationFrame(once);
      setTimeout(once, FRAME_PATIENCE_MS);
    },
    after: (delayMs, callback) => setTimeout(callback, delayMs),
    whenIdle(callback) {
      if ("requestIdleCallback" in window) window.requestIdleCallback(callback, { timeout: IDLE_PATIENCE_MS });
      else setTimeout(callback, WITHOUT_IDLE_MS); // Safari
    },
    now: () => performance.now(),
    prefersCalm: () => matchMedia("(prefers-reduced-motion: reduce)").matches,
    onHidden: (callback) =>
      document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") callback();
      }),
    onceSeen(callback) {
      const look = () => {
        if (document.visibilityState === "hidden") return;
        document.removeEventListener("visibilitychange", look);
        callback();
      };
      document.addEventListener("visibilitychange", look);
      look();
    },
    async copyText(text) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return false; // no permission, or not a secure context: the caller shows the text instead
      }
    },
    saveFile(name, text) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), SAVING_MS);
    },
    randomSeed: () => Math.floor(Math.random() * 10_000),
    exposeTestHook: (hook) => {
      Object.assign(window, { __apo: hook });
    },
  };
}

/** As browsers tell an error, it ends without a stop, and more follows. */
const sentence = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`);

/** The page's address with another query. Whole, as a path that begins with "//" alone would name another host. */
function addressWith(search: string): string {
  const address = new URL(location.href);
  address.search = search;
  address.hash = "";
  return address.href;
}

/** What starts each worker. */
function pageWorkers(): Record<WorkerKind, () => globalThis.Worker> {
  // Vite follows an address only where it is written out in full, in a call of this name.
  class Worker extends globalThis.Worker {
    constructor(script: URL, options: WorkerOptions) {
      super(workerAddress(script.href), options);
    }
  }
  return {
    trainer: () => new Worker(new URL("../../worker/trainer/trainer.worker.ts", import.meta.url), { type: "module" }),
    analysis: () =>
      new Worker(new URL("../../worker/analysis/analysis.worker.ts", import.meta.url), { type: "module" }),
    sweep: () => new Worker(new URL("../../worker/sweep/sweep.worker.ts", import.meta.url), { type: "module" }),
    landscape: () =>
      new Worker(new URL("../../worker/landscape/landscape.worker.ts", import.meta.url), { type: "module" }),
    archive: () => new Worker(new URL("../../worker/archive/archive.worker.ts", import.meta.url), { type: "module" }),
  };
}
