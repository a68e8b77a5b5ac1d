import { type Note, quote } from "../../config/experiment/notes";
import { LANDSCAPE_IDS, LANDSCAPE_STEPS, LANDSCAPES } from "../../config/tables/landscape";
import {
  clampLandscapeStep,
  clampTheta,
  DEFAULT_LANDSCAPE,
  type LandscapeChoice,
  landscapeFrom,
} from "../experiment/plane/landscapeState";

/** Reads "rosenbrock:-1.2,1" or "rosenbrock:-1.2,1,40": problem, θ, and the step that paths are drawn up to. */
export function parseLandscape(text: string | null, notes: Note[]): LandscapeChoice {
  if (text === null) return DEFAULT_LANDSCAPE;
  const [name = "", rest] = text.trim().split(":");
  const problem = LANDSCAPE_IDS.find((id) => id === name);
  const numbers =
    rest === undefined ? [] : rest.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const isUsable = [0, 2, 3].includes(numbers.length) && numbers.every(Number.isFinite);
  if (!problem || !isUsable) {
    const [a, b] = LANDSCAPES.rosenbrock.start;
    notes.push({
      title: `land is ${quote(text)}`,
      detail: `Allowed: ${LANDSCAPE_IDS.join(", ")}, then a colon, two numbers and a step up to ${LANDSCAPE_STEPS} where wished. Using the default.`,
      remedy: `Write land=rosenbrock:${a},${b}, say.`,
    });
    return DEFAULT_LANDSCAPE;
  }
  const view = landscapeFrom(problem, clampLandscapeStep(numbers[2] ?? DEFAULT_LANDSCAPE.step));
  const [a, b] = numbers;
  if (a === undefined || b === undefined) return view;
  const theta = clampTheta(problem, [a, b]);
  if (Math.hypot(theta[0] - a, theta[1] - b) > 1e-3) {
    const [[left, right], [bottom, top]] = LANDSCAPES[problem].domain;
    notes.push({
      title: `land is ${quote(text)}`,
      detail: `Allowed: ${left} to ${right} and ${bottom} to ${top}. Using ${theta.join(",")}.`,
      remedy: "Choose a point inside the picture.",
    });
  }
  return { ...view, theta };
}

/** The inverse of `parseLandscape`; null for the default. */
export function formatLandscape({ problem, theta, step }: LandscapeChoice): string | null {
  const end = step === DEFAULT_LANDSCAPE.step ? "" : `,${step}`;
  const text = `${problem}:${theta.join(",")}${end}`;
  return text === `${DEFAULT_LANDSCAPE.problem}:${DEFAULT_LANDSCAPE.theta.join(",")}` ? null : text;
}
