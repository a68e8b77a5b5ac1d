import type { ClaimComparison, ClaimEntrant } from "../../../config/claims/findings/finding";
import { POSTER_SCORES, POSTER_SCORES_16, type PosterMethod } from "../../../config/claims/posterClaims";

/** What the poster reports of an entrant of claims 3 and 5, with its own digits; null where it reports nothing. */
export function posterScore(comparison: ClaimComparison, { name, optimizer }: ClaimEntrant): string | null {
  const { claim, study } = comparison;
  if (claim !== 3 && claim !== 5) return null;
  const isShort = claim === 5 && name !== "fp32";
  const score = (isShort ? POSTER_SCORES_16 : POSTER_SCORES)[study]?.[optimizer as PosterMethod];
  if (score === undefined) return null;
  return `${score.toFixed(2)}${study === "translation" ? "" : " %"}`;
}
