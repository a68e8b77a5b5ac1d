import type { ClaimComparison, Pairing } from "../../../config/claims/findings/finding";
import { type Judgement, judge, type Moment, seedsInCommon } from "../../../config/claims/findings/judge";
import { HELD_OUT_SEEDS } from "../../../config/claims/rules";
import type { Verdict } from "../../../config/claims/verdict";
import { signedText, sizesText } from "./claimValues";
import { entrantName, listText } from "./entrantWords";

const SEEDS = HELD_OUT_SEEDS.length;

/** What stands beside a finding in a word or two, and what it is by rule. */
export interface VerdictLabel {
  verdict: Verdict;
  text: string;
}

/** The verdict of a comparison in a few words; of one that is open how much there is. */
export function verdictLabel(comparison: ClaimComparison): VerdictLabel {
  const all = comparison.pairings.map((pairing) => judge(comparison, pairing, "end")?.verdict ?? "open");
  if (all.length === 0 || all.includes("open")) return { verdict: "open", text: progressText(comparison) };
  if (comparison.claim === 2) return startsLabel(all);
  if (comparison.claim !== 5) return { verdict: all[0] as Verdict, text: VERDICTS.names[all[0] as Verdict] };
  const text = comparison.pairings.map(({ ours }, i) => standsText(ours, all[i] as Verdict)).join(", ");
  return { verdict: (["behind", "level", "ahead"] as const).find((one) => all.includes(one)) ?? "open", text };
}

const VERDICTS: { names: Record<Verdict, string> } = {
  names: { ahead: "ahead", level: "level", behind: "behind", open: "open" },
};

/** "bf16 level" */
function standsText(name: string, verdict: Verdict): string {
  if (verdict === "ahead") return `${name} ahead`;
  return verdict === "behind" ? `${name} behind` : `${name} level`;
}

/** Of starts, which are held against the best of them: how many are not behind it. */
function startsLabel(verdicts: readonly Verdict[]): VerdictLabel {
  const level = 1 + verdicts.filter((verdict) => verdict !== "behind").length;
  const count = verdicts.length + 1;
  return { verdict: level === count ? "level" : "behind", text: `${level} of ${count} starts level` };
}

/** "3 of 5 seeds so far", "not run yet". */
function progressText(comparison: ClaimComparison): string {
  const common = seedsInCommon(comparison).length;
  if (common > 0) return `${common} of ${SEEDS} seeds so far`;
  const isChosen = comparison.entrants.some(({ end, settings }) => end.length > 0 || settings !== null);
  return isChosen ? "no seed of all methods yet" : "not run yet";
}

/** Whom we are held against: "SGDm"; of several "the best of SGDm, Adam and KFAC in each seed". */
function rivalText({ entrants }: ClaimComparison, { rivals }: Pairing): string {
  const names = rivals.flatMap((name) => entrants.find((one) => one.name === name) ?? []).map(entrantName);
  return names.length === 1 ? `${names[0]}` : `the best of ${listText(names)} in each seed`;
}

/**
 * A pairing in words that follow from the signs of its differences: "APO-P is behind KFAC on all 5 seeds, by 0.4 to 2.1 points"; null where no
 * seed has both.
 */
function pairingSentence(comparison: ClaimComparison, pairing: Pairing, moment: Moment): string | null {
  const found = judge(comparison, pairing, moment);
  const ours = comparison.entrants.find(({ name }) => name === pairing.ours);
  if (!found || !ours || found.differences.length === 0) return null;
  return standingText(comparison, entrantName(ours), rivalText(comparison, pairing), found);
}

function standingText(
  comparison: ClaimComparison,
  ours: string,
  rival: string,
  { verdict, differences }: Judgement,
): string {
  const sizes = differences.map(({ difference }) => difference);
  const ahead = sizes.filter((one) => one > 0).length;
  const behind = sizes.filter((one) => one < 0).length;
  const seeds = verdict === "open" ? `${sizes.length} of ${SEEDS} seeds so far` : `all ${SEEDS} seeds`;
  const by = sizesText(comparison, sizes);
  const lost = sizes.filter((one) => !Number.isFinite(one)).length;
  if (ahead === sizes.length || behind === sizes.length) {
    const standing =
      ahead === sizes.length ? `${ours} is ahead of ${rival} on ${seeds}` : `${ours} is behind ${rival} on ${seeds}`;
    const told = by === "" ? standing : `${standing}, ${by}`;
    return lost > 0 ? `${told}; on ${lost} one of the two has no value` : told;
  }
  const signed = signedText(comparison, sizes);
  const those = verdict === "open" ? seeds : `${SEEDS} seeds`;
  return `${ours} is level with ${rival}: ahead on ${ahead}, behind on ${behind} of ${those} (${signed})`;
}

const MOMENT_WORDS: Record<Moment, string> = {
  end: "At the end",
  best: "At its best",
  inTime: "In the time that the cheapest of them takes",
};

/** What one moment shows of a whole comparison, one sentence for each pairing; empty where nothing is there. */
export function momentSentences(comparison: ClaimComparison, moment: Moment): { words: string; sentences: string[] } {
  const sentences = comparison.pairings.flatMap((pairing) => pairingSentence(comparison, pairing, moment) ?? []);
  return { words: MOMENT_WORDS[moment], sentences };
}
