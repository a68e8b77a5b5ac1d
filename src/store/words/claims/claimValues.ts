import type { ClaimComparison } from "../../../config/claims/findings/finding";
import { STUDIES } from "../../../config/claims/studies";
import { type SeedValue, seedRange } from "../../../config/claims/verdict";
import { type Metric, TASKS } from "../../../config/tables/tasks";
import { formatNumber } from "../format";
import { METRIC_WORDS } from "../metricWords";

type Measured = Pick<ClaimComparison, "study" | "quantity">;

const metricOfStudy = ({ study }: Pick<Measured, "study">): Metric => TASKS[STUDIES[study].task].metric;

const TEST_WORDS: Record<Metric, string> = {
  rmse: "test RMSE",
  accuracy: "test accuracy",
  bleu: "test BLEU",
};

const TEST_TITLES: Record<Metric, string> = {
  rmse: "Test RMSE",
  accuracy: "Test accuracy",
  bleu: "Test BLEU",
};

/** What is compared: "test accuracy", "train loss". */
export const quantityWord = (measured: Measured): string =>
  measured.quantity === "trainLoss" ? "train loss" : TEST_WORDS[metricOfStudy(measured)];

/** The same at the head of a figure. */
export const quantityTitle = (measured: Measured): string =>
  measured.quantity === "trainLoss" ? "Train loss" : TEST_TITLES[metricOfStudy(measured)];

/** A value as a person reads it: "44.1 %", "31.4", "0.00123". */
export function claimValueText(measured: Measured, value: number): string {
  return measured.quantity === "trainLoss" ? formatNumber(value, 3) : METRIC_WORDS[metricOfStudy(measured)].text(value);
}

/** Median and range over the seeds, and how many diverged: "44.1 % (43.0 % to 44.2 %)"; "not run yet". */
export function rangeText(measured: Measured, values: readonly SeedValue[]): string {
  if (values.length === 0) return "not run yet";
  const range = seedRange(values.map(({ value }) => value));
  const lost = values.filter(({ value }) => value === null).length;
  const lostText = lost > 0 ? `${lost} of ${values.length} without a value` : "";
  if (!range) return lostText;
  const [median, low, high] = [range.median, range.low, range.high].map((value) => claimValueText(measured, value));
  const text = values.length === 1 ? `${median} (1 seed)` : `${median} (${low} to ${high})`;
  return lostText === "" ? text : `${text}; ${lostText}`;
}

/** What a difference is counted in: hundredths of accuracy, points of BLEU, else the quantity itself. */
const unitOf = (measured: Measured): "percent" | "bleu" | "number" => {
  const metric = metricOfStudy(measured);
  if (measured.quantity === "trainLoss" || metric === "rmse") return "number";
  return metric === "bleu" ? "bleu" : "percent";
};

/** The size of a difference without its sign: "1.2", "0.00123". */
function sizeText(measured: Measured, difference: number): string {
  const unit = unitOf(measured);
  const size = Math.abs(difference);
  if (!Number.isFinite(size)) return "all";
  return unit === "number" ? formatNumber(size, 2) : (unit === "percent" ? 100 * size : size).toFixed(1);
}

/** From the smallest to the largest of finite differences: "by 0.8 to 1.2 points"; "" where there is none. */
export function sizesText(measured: Measured, differences: readonly number[]): string {
  const sizes = differences.filter(Number.isFinite).map(Math.abs);
  if (sizes.length === 0) return "";
  const [low, high] = [sizeText(measured, Math.min(...sizes)), sizeText(measured, Math.max(...sizes))];
  const arePoints = unitOf(measured) !== "number";
  if (low === high) return arePoints ? `by ${low} points` : `by ${low}`;
  return arePoints ? `by ${low} to ${high} points` : `by ${low} to ${high}`;
}

/** Each difference with its sign, in the order of the seeds: "+0.8, −0.2, 0.0 points". */
export function signedText(measured: Measured, differences: readonly number[]): string {
  const texts = differences.map((difference) => {
    const sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
    return `${sign}${Number.isFinite(difference) ? sizeText(measured, difference) : "∞"}`;
  });
  const all = texts.join(", ");
  return unitOf(measured) === "number" ? all : `${all} points`;
}
