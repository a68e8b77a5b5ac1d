import type { LessonReader } from "./lessonReader";

type Act = (reader: LessonReader) => Promise<void>;

interface LessonActs {
  /** It is paused on the way, and the race must not be over before. */
  isPaused?: true;
  /** For each step of the lesson what is near what it asks for, and what it asks for. */
  acts: readonly (readonly [wrong: Act, right: Act])[];
}

const playTo =
  (step: number): Act =>
  async (reader) => {
    await reader.play();
    await reader.lab.reachesStep(step);
  };
const stepOnce: Act = (reader) => reader.stepOnce();
const train =
  (steps: number): Act =>
  (reader) =>
    reader.train(steps);
const set =
  (symbol: string, value: string): Act =>
  (reader) =>
    reader.set(symbol, value);
const lookAt =
  (step: number): Act =>
  (reader) =>
    reader.lookAt(step);

/** Of every lesson, by its id. */
export const LESSON_ACTS: Readonly<Record<string, LessonActs>> = {
  "lambda-fsd": {
    isPaused: true,
    acts: [
      [stepOnce, playTo(100)],
      [lookAt(50), (reader) => reader.pause()],
      [set("λ_WSD", "10"), set("λ_FSD", "10")],
      [stepOnce, train(100)],
      [lookAt(1900), lookAt(20)],
      [set("λ_FSD", "50"), set("λ_FSD", "0.1")],
      [stepOnce, train(100)],
    ],
  },
};
