import type { LessonReader } from "./lessonReader";

type Act = (reader: LessonReader) => Promise<void>;

/** For each step of a lesson what is near what it asks for, and what it asks for. */
export const LESSON_ACTS: Readonly<Record<string, readonly (readonly [wrong: Act, right: Act])[]>> = {
  "lambda-fsd": [
    [
      (reader) => reader.stepOnce(),
      async (reader) => {
        await reader.play();
        await reader.lab.reachesStep(100);
      },
    ],
    [(reader) => reader.lookAt(50), (reader) => reader.pause()],
    [(reader) => reader.set("λ_WSD", "10"), (reader) => reader.set("λ_FSD", "10")],
    [(reader) => reader.stepOnce(), (reader) => reader.train(100)],
    [(reader) => reader.lookAt(1900), (reader) => reader.lookAt(20)],
    [(reader) => reader.set("λ_FSD", "50"), (reader) => reader.set("λ_FSD", "0.1")],
    [(reader) => reader.stepOnce(), (reader) => reader.train(100)],
  ],
};
