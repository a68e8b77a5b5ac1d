import { CANDIDATES, CANDIDATES_PER_MOVE, HELD_OUT_SEEDS } from "../../config/claims/rules";
import { STUDIES, type Study, type StudyId } from "../../config/claims/studies";

/** How much of the whole is trained. */
export interface Scale {
  /** Of the steps of each study. */
  share: number;
  candidates: number;
  perMove: number;
  /** At most so many of a box. */
  moves: number;
  seeds: readonly number[];
}

export const FULL: Scale = {
  share: 1,
  candidates: CANDIDATES,
  perMove: CANDIDATES_PER_MOVE,
  moves: Number.POSITIVE_INFINITY,
  seeds: HELD_OUT_SEEDS,
};

/** Every kind of run in minutes, to see that all works: of no use as a result. */
export const QUICK: Scale = { share: 0.02, candidates: 2, perMove: 0, moves: 0, seeds: [1, 2] };

/** A study as it is trained on a scale. */
export function studyAt(id: StudyId, { share, moves }: Scale): Study {
  const study = STUDIES[id];
  return { ...study, steps: Math.max(10, Math.round(study.steps * share)), moves: Math.min(study.moves, moves) };
}
