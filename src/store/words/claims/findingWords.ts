import type { Bill, ClaimComparison, Finding, Response } from "../../../config/claims/findings/finding";
import { isFalling } from "../../../config/claims/findings/judge";
import { HELD_OUT_SEEDS } from "../../../config/claims/rules";
import { STUDIES } from "../../../config/claims/studies";
import { type SeedValue, seedRange } from "../../../config/claims/verdict";
import { OPTIMIZERS } from "../../../config/tables/optimizers";
import { settingSymbol } from "../../../config/tables/settingWords";
import { formatNumber } from "../format";
import { entrantName } from "./entrantWords";
import { type VerdictLabel, verdictLabel } from "./verdictWords";

const SEEDS = HELD_OUT_SEEDS.length;

/** What a finding is of: "LeNet-5 on CIFAR-10, APO-η on SGDm". */
export function findingTitle(finding: Finding): string {
  if (finding.kind === "proof") return "Tests of this program";
  const { name } = STUDIES[finding.study];
  if (finding.kind === "bill") return name;
  if (finding.kind === "response") return `${name}, ${OPTIMIZERS[finding.optimizer].name}, ${symbolOf(finding)}`;
  return `${name}, ${subjectText(finding)}`;
}

const symbolOf = ({ optimizer, price }: Pick<Response, "optimizer" | "price">): string =>
  settingSymbol(optimizer, price);

function subjectText({ claim, subject, entrants }: ClaimComparison): string {
  if (claim === 2) {
    const base = subject.replace("start-", "") as "sgd" | "sgdm" | "rmsprop" | "adam";
    return `APO-η on ${OPTIMIZERS[base].name}`;
  }
  if (claim === 5) return OPTIMIZERS[subject as "sgdm" | "kfac" | "apo-p"].name;
  const ours = entrants.find(({ name }) => name === subject);
  return ours ? entrantName(ours) : subject;
}

/** Whether there is anything of it to show. */
export function isBegun(finding: Finding): boolean {
  switch (finding.kind) {
    case "comparison":
      return finding.entrants.some(({ end, settings }) => end.length > 0 || settings !== null);
    case "bill":
      return finding.methods.length > 0;
    case "response":
      return finding.seeds.length > 0;
    case "proof":
      return true;
  }
}

/** What of a claim is planned and not there: "Not run yet: LeNet-5 on CIFAR-10, APO-P."; null where all is begun. */
export function missingText(findings: readonly Finding[]): string | null {
  if (findings.length === 0) return "Not run yet.";
  const missing = findings.filter((finding) => !isBegun(finding)).map(findingTitle);
  return missing.length === 0 ? null : `Not run yet: ${missing.join("; ")}.`;
}

/** The verdict of a finding in a few words. */
export function findingLabel(finding: Finding): VerdictLabel {
  switch (finding.kind) {
    case "comparison":
      return verdictLabel(finding);
    case "response":
      return responseLabel(finding);
    case "bill":
      return { verdict: "open", text: isBegun(finding) ? "measured" : "not run yet" };
    case "proof":
      return { verdict: "open", text: `${finding.tests.length} tests` };
  }
}

/** On how many seeds each step up of the price lowered what it is paid for, while the weights stand still. */
function responseLabel({ seeds }: Response): VerdictLabel {
  const falling = seeds.filter(({ still }) => isFalling(still)).length;
  if (seeds.length < SEEDS)
    return { verdict: "open", text: `${falling} of ${seeds.length} seeds so far fall at every step` };
  const verdict = falling === SEEDS ? "ahead" : falling === 0 ? "behind" : "level";
  return { verdict, text: `falls at every step on ${falling} of ${SEEDS} seeds` };
}

/** What a response is of: "function change (FSD)", "step length". */
export const responseWord = ({ price }: Pick<Response, "price">): string =>
  price === "lambdaFsd" ? "function change (FSD)" : "step length";

/** What more of a price does, in sentences: with the weights still, and while they train. */
export function responseSentences(response: Response): string[] {
  const { values, seeds } = response;
  if (seeds.length === 0) return [];
  const [low, high] = [values[0], values.at(-1)];
  return (["still", "training"] as const).map((part) => {
    const falling = seeds.filter((one) => isFalling(one[part])).length;
    const factors = seeds.map((one): SeedValue => {
      const [first, last] = [one[part][0] ?? null, one[part].at(-1) ?? null];
      return { seed: one.seed, value: first !== null && last !== null && last > 0 ? first / last : null };
    });
    const middle = seedRange(factors.map(({ value }) => value))?.median;
    const fall =
      middle === undefined
        ? ""
        : `; from ${symbolOf(response)} ${low} to ${high} it is divided by ${formatNumber(middle, 2)} (median)`;
    const words = part === "still" ? "With the weights still" : "In training";
    return `${words} the ${responseWord(response)} falls at every step of the price on ${falling} of ${seeds.length} seeds${fall}`;
  });
}

/** What each method of a bill with meta-updates pays above SGDm, in sentences. */
export function billSentences({ methods }: Bill): string[] {
  const plain = methods.find(({ name }) => name === "sgdm");
  if (!plain) return [];
  return methods.flatMap(({ name, optimizer, metaUpdateInterval: k, ...cost }) => {
    if (k === null) return [];
    const per = (pass: "forwardPasses" | "backwardPasses") => formatNumber(k * (cost[pass] - plain[pass]), 3);
    const times = (value: number, by: number) => formatNumber(value / by, 3);
    return (
      `${entrantName({ name, optimizer, settings: null })} (K = ${k}): ${per("forwardPasses")} forward and ` +
      `${per("backwardPasses")} backward passes a meta-update above SGDm, ${times(cost.msPerStep, plain.msPerStep)} times its time a step, ` +
      `${times(cost.tensorBytes, plain.tensorBytes)} times its bytes kept, ${times(cost.peakBytes, plain.peakBytes)} times at the peak`
    );
  });
}
