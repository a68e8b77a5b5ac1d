import { scheduleStepsOf } from "../../config/experiment/raceLength";
import type { TranslationsPicture } from "../../config/tables/taskPicture";
import { snapshotAt } from "../experiment/history";
import { createListSelector, createSelector } from "../experiment/memo";
import { shownStep } from "../experiment/shownStep";
import { selectFit, selectFitWhen } from "./fitSelectors";
import { answersOf, type TranslatingRunModel } from "./translationsModel";

/** Texts, and what each shown run says of them at the step shown. */
interface TranslationsDrawing {
  picture: TranslationsPicture;
  runs: readonly TranslatingRunModel[];
  /** Step of the newest BLEU, and of how many held-out pairs it is; null before the first. */
  scored: { step: number; pairs: number } | null;
}

/** The same with the words for which step the answers are; null before the first. */
export interface TranslationsModel extends TranslationsDrawing {
  when: string | null;
}

const selectRunIds = createListSelector((state) => state.runs.map(({ run }) => run));

const selectEvaluations = createListSelector((state) =>
  state.runs.map(({ evaluations }) => snapshotAt(evaluations, shownStep(state)) ?? null),
);

const selectDrawing = createSelector(
  (state) => ({
    fit: selectFit(state),
    ids: selectRunIds(state),
    evaluations: selectEvaluations(state),
    steps: scheduleStepsOf(state.config),
  }),
  ({ fit: { picture, runs: shown }, ids, evaluations, steps }): TranslationsDrawing | null => {
    if (picture.kind !== "translations") return null;
    const runs = shown.map((run): TranslatingRunModel => {
      const evaluation = evaluations[ids.indexOf(run.run)];
      return {
        ...run,
        answers: run.prediction && answersOf(picture, run.prediction.values),
        bleu: evaluation ? { score: evaluation.testMetric, step: evaluation.step } : null,
      };
    });
    const step = Math.max(...runs.flatMap(({ bleu }) => bleu?.step ?? []));
    const pairs = step < steps ? picture.scored : picture.outOf;
    return { picture, runs, scored: Number.isFinite(step) ? { step, pairs } : null };
  },
);

/** The translations at the step shown; null where the task has another picture. */
export const selectTranslations = createSelector(
  (state) => ({ drawing: selectDrawing(state), when: selectFitWhen(state) }),
  ({ drawing, when }): TranslationsModel | null => drawing && { ...drawing, when },
);
