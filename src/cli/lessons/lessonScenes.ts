import type { ExperimentInput } from "../../config/experiment/experiment";
import { PRESETS } from "../../config/experiment/presets";
import type { Lesson, LessonStep } from "../../config/lessons/lesson";
import { wordsIn } from "../../config/scenes/captionWords";
import { SCENE_LIMITS, type Scene, type SceneSet } from "../../config/scenes/sceneSet";
import { VIEWS } from "../../config/tables/views";
import type { PagePart } from "../../config/tables/walk";
import { raceLink } from "../../store/link/raceLink";
import { firstStand, isPreparing, type LessonStand, standAfter } from "./lessonStands";

/** A scene, and the race of its state for who trains it. */
interface LessonScene {
  scene: Scene;
  race: ExperimentInput;
}

/** Parts of the page that are figures, by their names in links. */
const FIGURES: Partial<Record<PagePart, string>> = {
  loss: "loss",
  objective: "q",
  learningRate: "rate",
  spectrum: "spectrum",
};

/** Parts that are sliders, by theirs. */
const SLIDERS: Partial<Record<PagePart, string>> = {
  lambdaFsd: "lf",
  lambdaWsd: "lw",
  metaUpdateInterval: "k",
  metaLearningRate: "alpha",
  scrubber: "scrub",
};

/**
 * The scenes of a lesson. Each of its steps that shows something gives one, as the page stands once it is done: the caption is what the
 * lesson says is seen, with what was set on the way, and the notes are what it asks for. A step that can be asked about has one more before it.
 */
export function lessonScenes(lesson: Lesson): LessonScene[] {
  const scenes: LessonScene[] = [];
  let stand = firstStand(lesson);
  let figure = "loss";
  let open: LessonStep[] = [];
  for (const step of lesson.steps) {
    const before = stand;
    stand = standAfter(before, step.goal);
    open = [...open, step];
    figure = figureOf(step) ?? figure;
    if (isPreparing(step.goal)) continue;
    const notes = open.map(({ title, text }) => `${title} ${text}`).join("\n");
    const parts = open.flatMap((one) => one.parts);
    const told = { figure, notes, parts };
    if (step.ask) {
      const { question, run, choices } = step.ask;
      const about = { quantity: "learningRate" as const, run, from: Math.max(before.step, 1), to: stand.step };
      const ask = { question, about, choices: choices.map((choice) => ({ ...choice })) };
      scenes.push(
        sceneOf({ ...before, step: about.from }, { ...told, caption: askingCaption(open, before.changes), ask }),
      );
    }
    scenes.push(sceneOf(stand, { ...told, caption: captionOf(step, before.changes) }));
    stand = { ...stand, changes: [] };
    open = [];
  }
  return scenes;
}

/** The same as a file holds it. */
export const lessonSceneSet = (lesson: Lesson): SceneSet => ({
  format: "apo-scenes/1",
  title: lesson.title,
  scenes: lessonScenes(lesson).map(({ scene }) => scene),
});

/** What is seen, behind the step's title where there is room for it. */
function captionOf({ title, seen }: LessonStep, changes: readonly string[]): string {
  const bare = [...changes, seen].join(" ");
  const titled = `${title.replace(/,$/, ".")} ${bare}`;
  return wordsIn(titled) <= SCENE_LIMITS.captionWords ? titled : bare;
}

/** What is known before a question: what was set, and what the step says without its last sentence, which asks for an action. */
function askingCaption(open: readonly LessonStep[], changes: readonly string[]): string {
  const said = (open.at(-1)?.text ?? "").split(/(?<=[.?!]) /).slice(0, -1);
  const words = said.length > 0 ? said : open.map(({ title }) => title);
  return [...changes, ...words].join(" ");
}

/** The figure that a step speaks of, where it speaks of one. */
function figureOf({ goal, parts }: LessonStep): string | undefined {
  if (goal.kind === "openView") return VIEWS[goal.view].chart;
  return parts.map((part) => FIGURES[part]).findLast((one) => one !== undefined);
}

interface SceneWords {
  figure: string;
  notes: string;
  caption: string;
  parts: readonly PagePart[];
  ask?: Scene["ask"];
}

function sceneOf(stand: LessonStand, { parts, figure, caption, notes, ask }: SceneWords): LessonScene {
  const { race, view } = stand;
  const sliders = Object.entries(SLIDERS).flatMap(([part, name]) => (parts.some((one) => one === part) ? [name] : []));
  const controls = ["play", "step", ...sliders].join();
  const step = stand.look ?? stand.step;
  const preset = PRESETS.find(({ experiment }) => experiment === race);
  const link = preset ? `?preset=${preset.id}` : raceLink(race);
  const state = [link, ...Object.entries({ ...view, controls }).map((entry) => entry.join("="))].join("&");
  return { race, scene: { state, ...(step > 0 ? { step } : {}), figure, caption, notes, ...(ask ? { ask } : {}) } };
}
