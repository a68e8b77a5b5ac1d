/** What share of Q a term is, in whole percent with a thin space: "27 %"; "under 1 %" of one that is paid but rounds to nothing. */
export function shareOfQ(term: number, total: number): string {
  const percent = Math.round((100 * term) / total);
  return percent === 0 && term > 0 ? "under 1\u2009%" : `${percent}\u2009%`;
}
