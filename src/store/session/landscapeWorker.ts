import type { LandscapeEvent, LandscapeRequest, LandscapeSurfaces } from "../../protocol/landscape";
import type { Notice } from "../../protocol/messages";
import { unreachable } from "../../protocol/unreachable";
import { addNotice, endWait, tellWait } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { LandscapeResult } from "../experiment/plane/landscapeState";
import { type LandscapeQuestion, selectLandscapeQuestion } from "../views/landscape/questionSelectors";
import type { BrowserPage } from "./page";
import { goesOnAnew, landscapeIsSilent } from "./sessionNotices";
import { ViewWorker } from "./viewWorker";

/**
 * Keeps the landscape's worker in step with the page: there is one while the view is open, and it is asked anew whenever the
 * question changes. Apart from the training workers in every way.
 */
export function followWithLandscape(store: ExperimentStore, page: BrowserPage): void {
  let asked: LandscapeQuestion | null = null;
  let id = 0;
  /** A worker that stopped twice is tried again when the view is opened again, or when it is asked for. */
  let hasStopped = false;

  const show = (part: Partial<LandscapeResult>) =>
    store.setState({ landscape: { ...store.getState().landscape, ...part } });
  const warn = (notice: Notice) => store.setState(addNotice(store.getState(), notice), true);
  const hear = (event: LandscapeEvent) => {
    switch (event.type) {
      case "surfaces":
        show({ surfaces: withSameLoss(event.surfaces, store.getState().landscape.surfaces) });
        break;
      case "steps":
        show({ steps: event.steps, ...(event.id === id ? { status: "ready" } : {}) });
        break;
      case "failure":
        show({ status: "failed" });
        warn(event.notice);
        break;
      default:
        unreachable(event);
    }
  };
  const worker = new ViewWorker<LandscapeRequest, LandscapeEvent>(page, "landscape", {
    onAnswer: hear,
    again: () => (asked ? { id, ...asked } : null),
    onAgain: (message) => warn(goesOnAnew("The landscape", message)),
    onError(message) {
      hasStopped = true;
      show({ status: "failed" });
      warn(landscapeStopped(message));
    },
    onSilence: () => store.setState(tellWait(store.getState(), "landscape", landscapeIsSilent(), null), true),
    onWord: () => store.setState(endWait(store.getState(), "landscape"), true),
  });
  const close = () => {
    worker.end();
    hasStopped = false;
    asked = null;
    if (store.getState().landscape.status !== "closed") show({ status: "closed" });
  };
  const follow = () => {
    const state = store.getState();
    if (!state.display.openViews.includes("landscape")) {
      if (asked) close();
      return;
    }
    const question = selectLandscapeQuestion(state);
    if (state.landscape.status === "closed") asked = null;
    else if (hasStopped) return;
    if (question === asked) return;
    hasStopped = false;
    asked = question;
    id += 1;
    show({ status: "working" });
    worker.send({ id, ...question });
  };
  store.subscribe(follow);
  follow();
}

/** The loss does not depend on θ: the same array, so that its level lines are not drawn anew. */
function withSameLoss(surfaces: LandscapeSurfaces, before: LandscapeSurfaces | null): LandscapeSurfaces {
  return before?.problem === surfaces.problem ? { ...surfaces, loss: before.loss } : surfaces;
}

function landscapeStopped(message: string): Notice {
  return {
    level: "warning",
    title: "The landscape's worker stopped",
    detail: `${message} Training goes on without it.`,
    remedy: "Try again in its view for a new worker.",
  };
}
