import type { OfflineAnswer, OfflineRequest } from "../../protocol/offline";
import { workerAddress } from "../../protocol/workerAddress";
import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import { offlineStore } from "../offline/offlineStore";
import type { BrowserPage } from "./page";

/** A file that did not come is asked for again after so long. */
const AGAIN_MS = 30_000;

/** A large file on a slow line. */
const ANSWER_MS = 120_000;

/** A page that stays open asks so often whether there is a newer version. */
const LOOK_MS = 3_600_000;

/** What the session asks of what is stored. */
export interface Offline {
  takeUpdate(): void;
}

type Asked = Pick<ServiceWorker, "postMessage">;

/** As much of the browser as is used here. */
export interface OfflineBrowser {
  /** Rejects where the browser has no service workers, or lets none be registered. */
  register(): Promise<ServiceWorkerRegistration>;
  /** Address of the page's own script. */
  script: string;
  reload(): void;
}

/**
 * Stores the page in the browser, one file after another, so that it works without a network; tells of a newer version that is stored
 * beside it, and takes it when it is asked to.
 */
export function openOffline(store: ExperimentStore, page: BrowserPage, browser = offlineBrowser()): Offline {
  const tell = (...[notice, action]: [Parameters<typeof addNotice>[1], Parameters<typeof addNotice>[2]]) =>
    store.setState(addNotice(store.getState(), notice, action), true);
  let waiting: ServiceWorker | null = null;
  let isAsked = false;
  const found = (newer: ServiceWorker | null) => {
    if (!newer || newer === waiting) return;
    waiting = newer;
    newer.addEventListener("statechange", () => newer.state === "activated" && isAsked && browser.reload());
    tell(NEWER, "takeUpdate");
  };

  const ask = (worker: Asked, request: OfflineRequest) => askWorker(worker, request, page);
  const storeAll = async (worker: Asked) => {
    try {
      let answer = await ask(worker, { type: "serve", script: browser.script });
      while (answer.type === "stored") {
        const { type: _, ...files } = answer;
        const isReady = files.stored === files.of;
        offlineStore.setState({ status: isReady ? "ready" : "storing", ...files });
        if (isReady) return;
        await new Promise<void>((resolve) => page.whenIdle(resolve));
        answer = await ask(worker, { type: "store" });
      }
    } catch {
      // told below, as what it answers
    }
    offlineStore.setState({ status: "partly" });
    page.after(AGAIN_MS, () => void storeAll(worker));
  };

  const watch = (registration: ServiceWorkerRegistration) => {
    const followNewer = () => {
      const { installing } = registration;
      installing?.addEventListener("statechange", () => {
        if (installing.state === "installed" && registration.active) found(installing);
      });
    };
    followNewer();
    registration.addEventListener("updatefound", followNewer);
    if (registration.active) found(registration.waiting);
    const look = () => {
      void registration.update().catch(() => {}); // without a network there is none
      page.after(LOOK_MS, look);
    };
    page.after(LOOK_MS, look);
  };

  const begin = async () => {
    const registration = await browser.register();
    watch(registration);
    await storeAll(await activeOf(registration));
  };
  void begin().catch(() => {}); // refused, as in a window that keeps nothing, or its files did not come: the next visit tries again

  return {
    takeUpdate() {
      const newer = waiting;
      if (!newer) return;
      isAsked = true;
      void ask(newer, { type: "take" }).then(
        (answer) => answer.type === "taken" && !answer.isTaken && tell(OTHER_TABS, "takeUpdate"),
        () => {}, // the notice stands, and can be pressed again
      );
    },
  };
}

/** Its worker once that is active. */
function activeOf({ active, installing, waiting }: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const coming = active ?? installing ?? waiting;
  return new Promise((resolve, reject) => {
    if (!coming) return reject(new Error("No service worker is registered."));
    const look = () => {
      if (coming.state === "activated") resolve(coming);
      if (coming.state === "redundant") reject(new Error("The page could not be stored."));
    };
    coming.addEventListener("statechange", look);
    look();
  });
}

/** Rejects where no answer comes. */
function askWorker(
  worker: Asked,
  request: OfflineRequest,
  { after }: Pick<BrowserPage, "after">,
): Promise<OfflineAnswer> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    const end = () => port1.close();
    port1.onmessage = ({ data }: MessageEvent<OfflineAnswer>) => {
      end();
      resolve(data);
    };
    after(ANSWER_MS, () => {
      end();
      reject(new Error("The service worker does not answer."));
    });
    worker.postMessage(request, [port2]);
  });
}

/** The real browser. */
function offlineBrowser(): OfflineBrowser {
  const address = new URL("serviceWorker.js", document.baseURI).href;
  return {
    async register() {
      const registration = await navigator.serviceWorker.register(workerAddress(address), { updateViaCache: "none" });
      if (!registration) throw new Error("The browser registers none.");
      return registration;
    },
    script: document.querySelector<HTMLScriptElement>("script[type=module][src]")?.src ?? "",
    reload: () => location.reload(),
  };
}

const NEWER = {
  level: "info",
  title: "A newer version of APO Lab is stored",
  detail: "This page stays with the version that it began with until it is closed.",
  remedy: "Take the update to load the page anew; a kept run can be gone on with.",
} as const;

const OTHER_TABS = {
  level: "info",
  title: "The update waits for other tabs",
  detail: "APO Lab is open elsewhere in this browser, and no page may get files of two versions.",
  remedy: "Close the other tabs, then take the update.",
} as const;
