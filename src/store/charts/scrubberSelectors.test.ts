import { expect, test } from "vitest";
import { createActions } from "../actions/createActions";
import { createExperimentStore } from "../experiment/experimentStore";
import { shownStep } from "../experiment/shownStep";
import { testState } from "../testing/testState";
import { selectScrubber } from "./scrubberSelectors";

function lab(step: number) {
  const store = createExperimentStore({ ...testState(), step, status: "paused" });
  const sent: unknown[] = [];
  const host = {
    send: (command: unknown) => void sent.push(command),
    trainHere: () => {},
    openSaved: async () => {},
    endWorkers: () => {},
    sweeps: () => {},
    seeds: () => {},
    archives: () => {},
    scenes: () => {},
    now: () => 0,
    newSeed: () => 1,
    address: () => "",
    copyText: async () => true,
    saveFile: () => {},
  };
  return { store, sent, actions: createActions(store, host) };
}

test("the scrubber stands at a past step and goes no further than the race", () => {
  const { store, actions } = lab(120);
  actions.scrubTo(40.4);
  expect(shownStep(store.getState())).toBe(40);
  expect(selectScrubber(store.getState())).toMatchObject({ at: 40, isPast: true, text: "Step 40 of 120" });
  actions.scrubTo(-3);
  expect(shownStep(store.getState())).toBe(0);
  actions.scrubTo(150);
  expect(shownStep(store.getState())).toBeNull();
  expect(selectScrubber(store.getState())).toMatchObject({ at: 120, isPast: false, text: "Latest step, 120" });
});

test("the step under the pointer is shown before the scrubber's, and the scrubber's again when it leaves", () => {
  const { store, actions } = lab(120);
  actions.scrubTo(40);
  actions.setHover(70);
  expect(shownStep(store.getState())).toBe(70);
  actions.setHover(null);
  expect(shownStep(store.getState())).toBe(40);
});

test("a link's step is shown once it is reached", () => {
  const state = testState();
  const display = { ...state.display, scrubStep: 30 };
  expect(shownStep({ display, step: 12 })).toBe(12);
  expect(shownStep({ display, step: 80 })).toBe(30);
});

test("a view opens in its place on the page, and the worker hears which are open", () => {
  const { store, sent, actions } = lab(0);
  actions.toggleView("gap");
  expect(store.getState().display.openViews).toEqual(["lookahead", "effect", "gap"]);
  actions.toggleView("lookahead");
  expect(store.getState().display.openViews).toEqual(["effect", "gap"]);
  expect(sent.at(-1)).toEqual({ type: "setViews", experiment: "e1", views: ["effect", "gap"] });
});
