import type { LessonReader } from "./lessonReader";

type Act = (reader: LessonReader) => Promise<void>;

interface LessonActs {
  /** Something is done on the way, and the race must not be over before. */
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

/** To the end of a race, however fast. */
const playOut: Act = async (reader) => {
  await reader.play();
  await reader.lab.isAtRest((await reader.lab.state()).steps);
};
/** The same of a race that trains slowly. */
const finish: Act = async (reader) => {
  await reader.hurry();
  await reader.lab.isAtRest((await reader.lab.state()).steps);
};
const option =
  (label: string, text: string): Act =>
  (reader) =>
    reader.inSettings(() => reader.lab.typeSetting(label, text));
const precision =
  (method: string, format: string): Act =>
  (reader) =>
    reader.setPrecision(method, format);
const reset: Act = (reader) => reader.lab.resetButton.click();
const newSeed: Act = (reader) => reader.newSeed();
const axis =
  (name: string): Act =>
  (reader) =>
    reader.lab.chartChoice(name).click();

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
  "lambda-wsd": {
    acts: [
      [stepOnce, playOut],
      [lookAt(0), reset],
      [set("λ_FSD", "10"), set("λ_WSD", "10")],
      [stepOnce, playOut],
      [lookAt(0), reset],
      [set("λ_WSD", "5"), set("λ_WSD", "0.1")],
      [set("λ_FSD", "9"), set("λ_FSD", "10")],
      [stepOnce, playOut],
    ],
  },
  "own-rate": {
    isPaused: true,
    acts: [
      [stepOnce, playTo(50)],
      [lookAt(30), finish],
      [lookAt(300), lookAt(4)],
      [lookAt(50), lookAt(200)],
      [reset, newSeed],
      [stepOnce, playOut],
    ],
  },
  "any-start": {
    isPaused: true,
    acts: [
      [stepOnce, playTo(50)],
      [lookAt(30), finish],
      [lookAt(300), lookAt(4)],
      [lookAt(20), reset],
      [set("K", "20"), set("K", "50")],
      [stepOnce, playOut],
    ],
  },
  "ill-conditioning": {
    acts: [
      [stepOnce, playOut],
      [lookAt(300), lookAt(0)],
      [option("Condition number", "900"), option("Condition number", "1000")],
      [stepOnce, playOut],
      [axis("epochs"), axis("gradient evaluations")],
      [lookAt(20), reset],
      [set("λ_FSD", "10"), set("λ_WSD", "1")],
      [stepOnce, playOut],
    ],
  },
  "price-of-k": {
    acts: [
      [stepOnce, playOut],
      [(reader) => reader.toggleView("Spectrum over time"), (reader) => reader.toggleView("Cost ledger")],
      [axis("epochs"), axis("gradient evaluations")],
      [lookAt(20), reset],
      [set("K", "20"), set("K", "50")],
      [stepOnce, playOut],
    ],
  },
  "sixteen-bits": {
    acts: [
      [stepOnce, playOut],
      [precision("KFAC", "float16"), precision("KFAC", "bfloat16")],
      [stepOnce, playOut],
      [precision("KFAC", "float32"), precision("APO-P", "bfloat16")],
      [stepOnce, playOut],
      [precision("APO-P", "float16"), precision("KFAC", "float16")],
      [stepOnce, playOut],
    ],
  },
  "fair-races": {
    acts: [
      [stepOnce, playOut],
      [lookAt(20), reset],
      [(reader) => reader.setRate("0.5"), (reader) => reader.setRate("0.12")],
      [stepOnce, playOut],
      [axis("epochs"), axis("gradient evaluations")],
      [reset, newSeed],
      [stepOnce, playOut],
    ],
  },
};
