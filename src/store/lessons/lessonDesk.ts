import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import type { Lesson } from "../../config/lessons/lesson";
import { LESSON_LIST, LESSONS } from "../../config/lessons/lessons";
import { createBegin } from "../actions/begin";
import type { Host } from "../actions/host";
import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import { DEFAULT_DISPLAY } from "../experiment/initialState";
import type { DisplayState, ExperimentState, Start } from "../experiment/state";
import { linkOf } from "../link/linkSelectors";
import { isReached, sinceNow, sinceThen } from "./lessonGoals";
import { lessonStore } from "./lessonStore";
import { formatProgress, parseProgress } from "./progress";

/** A hint comes after so long without what the step asks for. */
const PATIENCE_MS = 20_000;

/** Steps a second at which a lesson begins where the reader has set no speed: slow enough to act in. */
const SPEED = 25;

/** What the browser keeps progress as. */
const CHOICE = "lessons";

/** What it asks of the browser. */
interface LessonPage {
  after(delayMs: number, callback: () => void): void;
  readChoice(name: string): string | null;
  keepChoice(name: string, choice: string): void;
}

/**
 * Follows `display.lesson`, "ID" or "ID:N": opens the lesson with its own race, watches for what its steps ask for, and keeps what was
 * done. A link with "ID:N" (`isOfLink`) goes on with the race that it names. Call it once.
 */
export function openLessonDesk(
  store: ExperimentStore,
  page: LessonPage,
  { send, isOfLink }: Pick<Host, "send"> & { isOfLink: boolean },
): void {
  const begin = createBegin(store, { send });
  let read: string | null = null;
  let since = sinceNow(store.getState());
  /** Steps done since the lesson was opened. */
  let done = 0;
  let turn = 0;

  const setDisplay = (part: Partial<DisplayState>) =>
    store.setState(({ display }) => ({ display: { ...display, ...part } }));
  const waitForHint = () => {
    turn += 1;
    const own = turn;
    page.after(PATIENCE_MS, () => {
      if (own === turn && !lessonStore.getState().isReached) lessonStore.setState({ isHinted: true });
    });
  };
  const start = (lesson: Lesson) => {
    const before = store.getState();
    store.setState({ speed: before.speed ?? SPEED });
    begin(startOf(lesson, before), `Lesson: ${lesson.title}.`);
    const { xAxis, openViews, lossSplit } = DEFAULT_DISPLAY;
    setDisplay({ xAxis, openViews, lossSplit, hiddenRuns: [], zoom: null });
    send({ type: "setViews", experiment: store.getState().experiment, views: openViews });
  };
  const close = () => {
    turn += 1;
    read = null;
    lessonStore.setState({ lesson: null });
    setDisplay({ lesson: null, lessonParts: [] });
  };
  const openList = () => {
    close();
    read = LESSON_LIST;
    setDisplay({ lesson: read });
  };
  const open = (text: string, isFirst: boolean) => {
    const [id = "", place] = text.split(":");
    const lesson = LESSONS.find((one) => one.id === id);
    read = text;
    if (!lesson) {
      close();
      store.setState(addNotice(store.getState(), unknownLesson(id)), true);
      return;
    }
    const at = Math.min(Math.max((Number(place) || 1) - 1, 0), lesson.steps.length - 1);
    const isNew = lesson !== lessonStore.getState().lesson;
    if (isNew) done = 0;
    const goesOn = isFirst && isOfLink && !isUntouched(store.getState());
    if (place === undefined || (isNew && !goesOn)) start(lesson);
    since = sinceNow(store.getState());
    read = `${lesson.id}:${at + 1}`;
    const takesFocus = isNew && !(isFirst && isOfLink);
    lessonStore.setState({ lesson, at, isReached: at < done, isHinted: false, takesFocus });
    const parts = lesson.steps[at]?.parts ?? [];
    // only a step about the past stays in it: what another says of now is of now
    setDisplay({ lesson: read, lessonParts: parts, ...(parts.includes("scrubber") ? {} : { scrubStep: null }) });
    waitForHint();
  };
  const reach = (lesson: Lesson, at: number) => {
    done = Math.max(done, at + 1);
    const { progress } = lessonStore.getState();
    const next = { ...progress, [lesson.id]: Math.max(progress[lesson.id] ?? 0, at + 1) };
    page.keepChoice(CHOICE, formatProgress(next));
    lessonStore.setState({ isReached: true, isHinted: false, progress: next });
  };
  let isBusy = false;
  const follow = (state: ExperimentState, isFirst = false) => {
    if (isBusy) return;
    const { lesson: text } = state.display;
    if (text !== read) {
      isBusy = true;
      if (text === null) close();
      else if (text === LESSON_LIST) openList();
      else open(text, isFirst);
      isBusy = false;
      return;
    }
    const { lesson, at, isReached: isDone } = lessonStore.getState();
    const step = lesson?.steps[at];
    if (!lesson || !step || isDone) return;
    since = sinceThen(since, state);
    if (isReached(step.goal, state, since)) reach(lesson, at);
  };
  lessonStore.setState({ progress: parseProgress(page.readChoice(CHOICE)) });
  follow(store.getState(), true);
  store.subscribe((state) => follow(state));
}

/** Whether the page shows the first preset as it comes: its link names nothing of an experiment. */
const isUntouched = (state: ExperimentState): boolean => state.step === 0 && linkOf(state, DEFAULT_DISPLAY).link === "";

/** What a lesson starts from, on the device of the page. */
function startOf({ start }: Lesson, { config: { backend } }: ExperimentState): Start {
  const preset = "preset" in start ? PRESETS.find(({ id }) => id === start.preset) : undefined;
  const experiment = "experiment" in start ? start.experiment : preset?.experiment;
  return { ...resolveExperiment({ ...experiment, backend }, { mode: "lenient" }), preset: preset?.id ?? null };
}

const unknownLesson = (id: string) =>
  ({
    level: "warning",
    title: `There is no lesson "${id}"`,
    detail: `Allowed: ${LESSONS.map((lesson) => lesson.id).join(", ")}. None is opened.`,
    remedy: "Choose one in the list of lessons.",
  }) as const;
