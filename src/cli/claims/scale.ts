import {
  CANDIDATES,
  CANDIDATES_PER_MOVE,
  HELD_OUT_EVALUATIONS,
  HELD_OUT_SEEDS,
  STEADY_SEEDS,
} from "../../config/claims/rules";
import { STUDIES, STUDY_IDS, type Study, type StudyId } from "../../config/claims/studies";

/** How much of the whole is trained. */
export interface ClaimScale {
  /** Of the steps of each study. */
  share: number;
  candidates: number;
  perMove: number;
  /** At most so many of a box. */
  moves: number;
  seeds: readonly number[];
  /** Of the app's defaults. */
  steadySeeds: readonly number[];
  /** Of a run on a held-out seed. */
  evaluations: number;
}

export const FULL: ClaimScale = {
  share: 1,
  candidates: CANDIDATES,
  perMove: CANDIDATES_PER_MOVE,
  moves: Number.POSITIVE_INFINITY,
  seeds: HELD_OUT_SEEDS,
  steadySeeds: STEADY_SEEDS,
  evaluations: HELD_OUT_EVALUATIONS,
};

/** Every kind of run in minutes, to see that all works: of no use as a result. */
export const QUICK: ClaimScale = {
  share: 0.02,
  candidates: 2,
  perMove: 0,
  moves: 0,
  seeds: [1],
  steadySeeds: [0],
  evaluations: 3,
};

const LARGE: readonly StudyId[] = ["resnet18", "vgg16", "wrn28", "translation"];
/** Whether a run of the study takes hours. */
export const isLarge = (id: StudyId): boolean => LARGE.includes(id);

/** The quick scale leaves out the others unless they are named: they take longer to evaluate than to train. */
export const QUICK_STUDIES: readonly StudyId[] = STUDY_IDS.filter((id) => !isLarge(id));

/** A study as it is trained on a scale. */
export function studyAt(id: StudyId, { share, moves }: ClaimScale): Study {
  const study = STUDIES[id];
  return { ...study, steps: Math.max(10, Math.round(study.steps * share)), moves: Math.min(study.moves, moves) };
}
