import { afterEach, beforeEach, expect, test } from "vitest";
import { LESSONS } from "../../config/lessons/lessons";
import type { Command } from "../../protocol/messages";
import { configured } from "../experiment/configure";
import { createExperimentStore } from "../experiment/experimentStore";
import { initialState } from "../experiment/initialState";
import { readLink } from "../link/readLink";
import { createTestPage } from "../testing/testPage";
import { openLessonDesk } from "./lessonDesk";
import { lessonStore } from "./lessonStore";

const [FIRST] = LESSONS;
if (!FIRST) throw new Error("There is no lesson.");
const before = lessonStore.getState();
beforeEach(() => lessonStore.setState(before, true));
afterEach(() => lessonStore.setState(before, true));

function openPage(search: string, kept?: string) {
  const link = readLink(search);
  const { page, world, pass } = createTestPage(search);
  if (kept !== undefined) world.choices.set("lessons", kept);
  const store = createExperimentStore(configured(initialState(link.config, link.display, link.speed), link));
  const sent: Command[] = [];
  const send = (command: Command) => void sent.push(command);
  const begun = store.getState().experiment;
  openLessonDesk(store, page, { send, isOfLink: link.display.lesson !== null });
  const setLesson = (lesson: string | null) => store.setState(({ display }) => ({ display: { ...display, lesson } }));
  const isRestarted = () => store.getState().experiment !== begun;
  return { store, world, pass, sent, setLesson, isRestarted };
}

test("a link with a lesson alone opens it with its own race, slow enough to act in", () => {
  const { store, sent, isRestarted } = openPage(`?lesson=${FIRST.id}`);
  expect(lessonStore.getState()).toMatchObject({ lesson: FIRST, at: 0, isReached: false, takesFocus: false });
  expect(isRestarted()).toBe(true);
  expect(store.getState()).toMatchObject({ speed: 25, display: { lesson: `${FIRST.id}:1` } });
  expect(store.getState().config.optimizers.map(({ id }) => id)).toEqual(["apo-lr"]);
  expect(sent.map(({ type }) => type)).toEqual(["configure", "setViews"]);
});

test("a link with a step goes on with the race that it names, and starts the lesson's own where it names none", () => {
  const named = openPage(`?task=cars&seed=3&lesson=${FIRST.id}:3`);
  expect(named.isRestarted()).toBe(false);
  expect(lessonStore.getState().at).toBe(2);
  lessonStore.setState(before, true);
  expect(openPage(`?lesson=${FIRST.id}:3`).isRestarted()).toBe(true);
  expect(lessonStore.getState().at).toBe(2);
});

test("what is none is told of, and nothing opens", () => {
  const { store, isRestarted } = openPage("?lesson=nothing");
  expect(store.getState().notices.map(({ title }) => title)).toEqual(['There is no lesson "nothing"']);
  expect(store.getState().display.lesson).toBeNull();
  expect(isRestarted()).toBe(false);
  const beyond = openPage(`?lesson=${FIRST.id}:99`);
  expect(beyond.store.getState().display.lesson).toBe(`${FIRST.id}:${FIRST.steps.length}`);
});

test("a step is done when the state shows it, is kept, and stays done on the way back", () => {
  const { store, world, setLesson } = openPage(`?lesson=${FIRST.id}`);
  store.setState({ step: 99, status: "running" });
  expect(lessonStore.getState().isReached).toBe(false);
  store.setState({ step: 100 });
  expect(lessonStore.getState()).toMatchObject({ isReached: true, progress: { [FIRST.id]: 1 } });
  expect(world.choices.get("lessons")).toBe(`${FIRST.id}:1`);
  const { experiment } = store.getState();
  setLesson(`${FIRST.id}:2`);
  expect(lessonStore.getState()).toMatchObject({ at: 1, isReached: false });
  expect(store.getState().display.lessonParts).toEqual(FIRST.steps[1]?.parts);
  setLesson(`${FIRST.id}:1`);
  expect(lessonStore.getState()).toMatchObject({ at: 0, isReached: true });
  expect(store.getState().experiment).toBe(experiment);
});

test("a step that is not about the past shows the latest step, and one that is keeps what is looked at", () => {
  const { store, setLesson } = openPage(`?lesson=${FIRST.id}`);
  const lookAt = (scrubStep: number) => store.setState(({ display }) => ({ display: { ...display, scrubStep } }));
  const about = FIRST.steps.findIndex(({ parts }) => parts.includes("scrubber"));
  store.setState({ step: 40, status: "paused" });
  lookAt(20);
  setLesson(`${FIRST.id}:${about + 1}`);
  expect(store.getState().display.scrubStep).toBe(20);
  setLesson(`${FIRST.id}:${about + 2}`);
  expect(store.getState().display.scrubStep).toBeNull();
});

test("closing leaves the race and its numbers as they are", () => {
  const { store, setLesson } = openPage(`?lesson=${FIRST.id}`);
  store.setState({ step: 40, status: "paused" });
  const { experiment, runs, config } = store.getState();
  setLesson(null);
  expect(lessonStore.getState().lesson).toBeNull();
  expect(store.getState()).toMatchObject({ experiment, step: 40, status: "paused", display: { lesson: null } });
  expect(store.getState().runs).toBe(runs);
  expect(store.getState().config).toBe(config);
});

test("the hint comes after 20 s without what the step asks for, and not after it", () => {
  const { store, pass, setLesson } = openPage(`?lesson=${FIRST.id}`);
  pass(19_999);
  expect(lessonStore.getState().isHinted).toBe(false);
  pass(1);
  expect(lessonStore.getState().isHinted).toBe(true);
  store.setState({ step: 100, status: "running" });
  expect(lessonStore.getState().isHinted).toBe(false);
  setLesson(`${FIRST.id}:2`);
  pass(5000);
  setLesson(`${FIRST.id}:3`);
  pass(15_000); // the clock of the step before is no longer heard
  expect(lessonStore.getState().isHinted).toBe(false);
  pass(5000);
  expect(lessonStore.getState().isHinted).toBe(true);
});

test("the list of lessons is a lesson's place too, with what the browser has kept", () => {
  const { store, setLesson, isRestarted } = openPage("?lesson=list", `${FIRST.id}:4,gone:1,broken`);
  expect(lessonStore.getState()).toMatchObject({ lesson: null, progress: { [FIRST.id]: 4, gone: 1 } });
  expect(store.getState().display.lesson).toBe("list");
  expect(isRestarted()).toBe(false);
  setLesson(`${FIRST.id}:5`);
  expect(lessonStore.getState()).toMatchObject({ at: 4, takesFocus: true, isReached: false });
  expect(isRestarted()).toBe(true); // the list starts a lesson's race wherever it begins
});
