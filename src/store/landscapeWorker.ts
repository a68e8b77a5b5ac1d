import { type Channel, openChannel } from "../protocol/channel";
import type { LandscapeEvent, LandscapeRequest } from "../protocol/landscape";
import type { Notice } from "../protocol/messages";
import { unreachable } from "../protocol/unreachable";
import { addNotice } from "./applyEvent";
import type { ExperimentStore } from "./experimentStore";
import { type LandscapeQuestion, selectLandscapeQuestion } from "./landscapeQuestion";
import type { LandscapeResult } from "./landscapeState";
import type { Page, WorkerPort } from "./page";

interface OpenWorker {
  port: WorkerPort;
  requests: Channel<LandscapeRequest, LandscapeEvent>;
  /** Asked last. */
  asked: LandscapeQuestion | null;
  id: number;
}

/**
 * Keeps the landscape's worker in step with the page: there is one while the view is open, and it is asked anew whenever the
 * question changes. Apart from the training workers in every way.
 */
export function followWithLandscape(store: ExperimentStore, page: Pick<Page, "openWorker">): void {
  let worker: OpenWorker | null = null;
  /** The view stays open after a failure; it is tried again when it is opened again. */
  let hasFailed = false;

  const show = (part: Partial<LandscapeResult>) =>
    store.setState({ landscape: { ...store.getState().landscape, ...part } });
  const end = (status: "closed" | "failed") => {
    worker?.port.terminate();
    worker = null;
    if (store.getState().landscape.status !== status) show({ status });
  };
  const fail = (message: string) => {
    hasFailed = true;
    end("failed");
    store.setState(addNotice(store.getState(), landscapeStopped(message)), true);
  };
  const hear = (event: LandscapeEvent) => {
    switch (event.type) {
      case "surfaces":
        show({ surfaces: event.surfaces });
        break;
      case "steps":
        show({ steps: event.steps, ...(event.id === worker?.id ? { status: "ready" } : {}) });
        break;
      case "failure":
        show({ status: "failed" });
        store.setState(addNotice(store.getState(), event.notice), true);
        break;
      default:
        unreachable(event);
    }
  };
  const open = (): OpenWorker | null => {
    try {
      const port = page.openWorker("landscape", (message) => {
        if (worker?.port === port) fail(message);
      });
      const requests = openChannel<LandscapeRequest, LandscapeEvent>(port);
      requests.receive((event) => {
        if (worker?.port === port) hear(event);
      });
      return { port, requests, asked: null, id: 0 };
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error));
      return null;
    }
  };
  const follow = () => {
    const state = store.getState();
    if (!state.view.openViews.includes("landscape")) {
      hasFailed = false;
      if (worker || state.landscape.status === "failed") end("closed");
      return;
    }
    if (hasFailed) return;
    const question = selectLandscapeQuestion(state);
    if (worker?.asked === question) return;
    worker ??= open();
    if (!worker) return;
    worker.asked = question;
    worker.id += 1;
    worker.requests.send({ id: worker.id, ...question });
    show({ status: "working" });
  };
  store.subscribe(follow);
  follow();
}

function landscapeStopped(message: string): Notice {
  return {
    level: "warning",
    title: "The landscape's worker stopped",
    detail: `${message} Training goes on without it.`,
    remedy: "Close the view and open it again for a new worker.",
  };
}
