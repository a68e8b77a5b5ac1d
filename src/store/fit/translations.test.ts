import { describe, expect, it } from "vitest";
import type { TranslationsPicture } from "../../config/tables/taskPicture";
import type { ExperimentState } from "../experiment/state";
import { testState } from "../testing/testState";
import { answersOf } from "./translationsModel";
import { selectTranslations, type TranslationsModel } from "./translationsSelectors";
import { bleuNote, bleuText, translationsNote, translationsSummary, translationsTable } from "./translationsWords";

const PICTURE: TranslationsPicture = {
  kind: "translations",
  languages: { source: { name: "English", tag: "en" }, target: { name: "German", tag: "de" } },
  sources: ["Good day", "Sea"],
  targets: ["Guten Tag", "Meer"],
  indices: [0, 1],
  tokens: ["<pad>", "<start>", "<end>", "<unk>", "Gut", "en</w>", "Tag</w>", "Meer</w>"],
  limit: 4,
  scored: 200,
  outOf: 435,
};

/** "Guten Tag" and no words; "Tag" and "Meer". */
const FIRST = Float32Array.of(4, 5, 6, 0, 0, 0, 0, 0);
const SECOND = Float32Array.of(6, 0, 0, 0, 7, 0, 0, 0);

/** At step 60 of 200: the second run has ended at 40, and was evaluated then; the first was evaluated at 50. */
function translated(): ExperimentState {
  const start = testState(["sgdm", "adam"]);
  const evaluation = (step: number, testMetric: number) => ({ step, trainLoss: 1, testLoss: 1, testMetric });
  const learned = [
    { predictions: [{ step: 60, values: FIRST }], evaluations: [evaluation(0, 0), evaluation(50, 12.345)] },
    { predictions: [{ step: 40, values: SECOND }], evaluations: [evaluation(0, 0), evaluation(40, 7)] },
  ];
  const runs = start.runs.map((run, index) => ({ ...run, ...learned[index] }));
  return { ...start, step: 60, picture: PICTURE, runs };
}

function modelOf(state: ExperimentState): TranslationsModel {
  const model = selectTranslations(state);
  if (!model) throw new Error("There is no model.");
  return model;
}

describe("selectTranslations", () => {
  it("gives each run's answers and BLEU at the step shown, and the same object while neither changes", () => {
    const state = translated();
    const { runs, scored, when } = modelOf(state);
    expect(runs.map(({ name, answers, bleu }) => ({ name, answers, bleu }))).toEqual([
      {
        name: "SGDm",
        answers: [
          { text: "Guten Tag", isSame: true },
          { text: "", isSame: false },
        ],
        bleu: { score: 12.345, step: 50 },
      },
      {
        name: "Adam, step 40",
        answers: [
          { text: "Tag", isSame: false },
          { text: "Meer", isSame: true },
        ],
        bleu: { score: 7, step: 40 },
      },
    ]);
    expect([scored, when]).toEqual([{ step: 50, pairs: 200 }, "at step 60"]);
    expect(modelOf({ ...state, speed: 25 }).runs).toBe(runs);
  });

  it("shows what was said at a past step", () => {
    const state = translated();
    const { runs, scored, when } = modelOf({ ...state, display: { ...state.display, scrubStep: 45 } });
    expect(runs.map(({ answers, bleu }) => [answers?.length ?? null, bleu])).toEqual([
      [null, { score: 0, step: 0 }],
      [2, { score: 7, step: 40 }],
    ]);
    expect([scored?.step, when]).toEqual([40, "at step 40, kept last before 45"]);
  });

  it("counts all held-out pairs at the end of the race", () => {
    const state = translated();
    expect(modelOf({ ...state, config: { ...state.config, steps: 50 } }).scored).toEqual({ step: 50, pairs: 435 });
  });

  it("is nothing where the task has another picture, and all but answers before the first", () => {
    const start = testState(["sgdm"]);
    expect(selectTranslations(start)).toBeNull();
    const model = modelOf({ ...start, picture: PICTURE });
    expect(model).toMatchObject({ runs: [{ answers: null, bleu: null }], scored: null, when: null });
  });
});

describe("answersOf", () => {
  it("reads a prediction once", () => {
    expect(answersOf(PICTURE, FIRST)).toBe(answersOf(PICTURE, FIRST));
  });
});

describe("the words of translations", () => {
  it("say how many each run has word for word, and its BLEU with its step", () => {
    const model = modelOf(translated());
    expect(translationsSummary(model)).toBe(
      "2 English texts with their German translations, and how many each run has word for word at step 60. SGDm: 1; Adam, step 40: 1. " +
        "BLEU of 200 held-out pairs at step 50. SGDm: 12.3; Adam, step 40: 7.0 at 40.",
    );
    expect(bleuNote(model)).toBe("BLEU of 200 held-out pairs at step 50");
    expect(model.runs.map((run) => bleuText(run, 50))).toEqual(["12.3", "7.0 at 40"]);
    expect(translationsNote(model)).toBe("2 held-out texts, a person's German, and what each run says at step 60");
  });

  it("say so where nothing has been said yet", () => {
    const model = modelOf({ ...testState(["sgdm"]), picture: PICTURE });
    expect(translationsSummary(model)).toBe(
      "2 English texts with their German translations; no run has translated them yet.",
    );
    expect(translationsNote(model)).toBe("2 held-out texts, a person's German, and what each run says");
    expect([bleuNote(model), ...model.runs.map((run) => bleuText(run, null))]).toEqual([null, "–"]);
  });

  it("have a row for each text and a column for each run that has answered", () => {
    expect(translationsTable(modelOf(translated()))).toEqual({
      caption: "Translations by text and run",
      titles: ["English", "German", "SGDm", "Adam, step 40"],
      rows: [
        { key: 0, head: "Good day", cells: ["Guten Tag", "Guten Tag", "Tag"], languages: ["en", "de", "de", "de"] },
        { key: 1, head: "Sea", cells: ["Meer", "no words", "Meer"], languages: ["en", "de", undefined, "de"] },
      ],
    });
  });
});
