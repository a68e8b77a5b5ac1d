import type { Bill, ClaimComparison, Finding, Response } from "../../../config/claims/findings/finding";
import { isFalling } from "../../../config/claims/findings/judge";
import { HELD_OUT_SEEDS } from "../../../config/claims/rules";
import { STUDIES } from "../../../config/claims/studies";
import { type SeedValue, seedRange } from "../../../config/claims/verdict";
import { OPTIMIZERS } from "../../../config/tables/optimizers";
import { settingSymbol } from "../../../config/tables/settingWords";
import { formatNumber } from "../format";
import { rangeText } from "./claimValues";
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

/** What the first table says of a claim, line by line; of prices how many findings have each verdict. */
export function overviewLines(findings: readonly Finding[]): string[] {
  const begun = findings.filter(isBegun);
  if (begun.length === 0) return ["not run yet"];
  const missing = findings.length - begun.length;
  const lines = begun.some(({ kind }) => kind === "response") ? tally(begun) : begun.map(overviewLine);
  return missing === 0 ? lines : [...lines, `${missing} not run yet`];
}

/** "falls at every step on 5 of 5 seeds: 6 of 12 prices" */
function tally(findings: readonly Finding[]): string[] {
  const texts = findings.map((finding) => findingLabel(finding).text);
  return [...new Set(texts)]
    .toSorted()
    .map((text) => `${text}: ${texts.filter((one) => one === text).length} of ${texts.length} prices`);
}

/** "LeNet-5 on CIFAR-10, APO-P: ahead, 45.0 % (44.1 % to 46.0 %)" */
function overviewLine(finding: Finding): string {
  const told = `${findingTitle(finding)}: ${findingLabel(finding).text}`;
  if (finding.kind !== "comparison") return told;
  const ours = finding.entrants.find(({ name }) => name === finding.subject);
  return ours && ours.end.length > 0 ? `${told}, ${rangeText(finding, ours.end)}` : told;
}

/** The verdict of a finding in a few words. */
export function findingLabel(finding: Finding): VerdictLabel {
  switch (finding.kind) {
    case "comparison":
      return verdictLabel(finding);
    case "response":
      return responseLabel(finding);
    case "bill":
      return { verdict: "open", text: billText(finding) };
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

/** What a value of a price came to: median and range over the seeds. */
export const responseText = ({ study, seeds }: Response, part: "still" | "training", index: number): string =>
  rangeText(
    { study, quantity: "trainLoss" },
    seeds.map((one) => ({ seed: one.seed, value: one[part][index] ?? null })),
  );

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
    const what = responseWord(response);
    const told =
      part === "still"
        ? `With the weights still the ${what} falls at every step of the price on ${falling} of ${seeds.length} seeds`
        : `In training the ${what} falls at every step of the price on ${falling} of ${seeds.length} seeds`;
    if (middle === undefined) return told;
    return `${told}; from ${symbolOf(response)} ${low} to ${high} it is divided by ${formatNumber(middle, 2)} (median)`;
  });
}

/** What a method pays above SGDm of the same bill: passes of a meta-update, and its time and bytes over SGDm's. */
function billOver(
  plain: Bill["methods"][number],
  { metaUpdateInterval: k, ...cost }: Bill["methods"][number],
): Record<"forward" | "backward" | "time" | "kept" | "peak", string> {
  const per = (pass: "forwardPasses" | "backwardPasses") => formatNumber((k ?? 1) * (cost[pass] - plain[pass]), 3);
  return {
    forward: per("forwardPasses"),
    backward: per("backwardPasses"),
    time: formatNumber(cost.msPerStep / plain.msPerStep, 3),
    kept: formatNumber(cost.tensorBytes / plain.tensorBytes, 3),
    peak: formatNumber(cost.peakBytes / plain.peakBytes, 3),
  };
}

/** The bill of APO-P in a few words, or that there is none. */
function billText({ methods }: Bill): string {
  const plain = methods.find(({ name }) => name === "sgdm");
  const ours = methods.find(({ name }) => name === "apo-p") ?? methods.find((one) => one.metaUpdateInterval !== null);
  if (!plain || !ours) return methods.length > 0 ? "measured" : "not run yet";
  const { forward, backward, kept } = billOver(plain, ours);
  const paid = `${entrantName({ ...ours, settings: null })} ${forward}`;
  return `${paid} forward and ${backward} backward, ${kept} times SGDm's bytes`;
}

/** What each method of a bill with meta-updates pays above SGDm, in sentences. */
export function billSentences({ methods }: Bill): string[] {
  const plain = methods.find(({ name }) => name === "sgdm");
  if (!plain) return [];
  return methods
    .filter(({ metaUpdateInterval }) => metaUpdateInterval !== null)
    .map((method) => {
      const { forward, backward, time, kept, peak } = billOver(plain, method);
      return (
        `${entrantName({ ...method, settings: null })} (K = ${method.metaUpdateInterval}): ${forward} forward and ` +
        `${backward} backward passes a meta-update above SGDm, ${time} times its time a step, ` +
        `${kept} times its bytes kept, ${peak} times at the peak`
      );
    });
}
