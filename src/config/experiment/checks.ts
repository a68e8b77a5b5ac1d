import type { Limits } from "../tables/hyperparamNames";
import { quote } from "./notes";

/** A value that cannot be taken as it is, and what is taken where a link must go on. */
export interface ConfigProblem {
  /** "λ_FSD of run apo-p is -3" */
  title: string;
  /** "Allowed: 0 to 1000000." */
  allowed: string;
  /** "Using 0." */
  taken: string;
  remedy: string;
}

/** Takes note of a problem; strict callers throw once all are known. */
export type Report = (problem: ConfigProblem) => void;

/** What a number must be, and the nearest values taken where an end itself is not allowed. */
export interface NumberRule extends Limits {
  integer: boolean;
  lowest?: number;
  highest?: number;
}

/** "Allowed: above 0, at most 1000000." */
function describeRule({ min, max, open, integer }: NumberRule): string {
  const low = open === "min" || open === "both" ? `above ${min}` : `at least ${min}`;
  const high = open === "max" || open === "both" ? `below ${max}` : `at most ${max}`;
  const range = open ? `${low}, ${high}` : `${min} to ${max}`;
  return `Allowed: ${integer ? "a whole number, " : ""}${range}.`;
}

function nearest(value: number, rule: NumberRule): number {
  const { min, max, open, integer } = rule;
  const whole = integer ? Math.round(value) : value;
  const belowMin = whole < min || (whole === min && (open === "min" || open === "both"));
  const aboveMax = whole > max || (whole === max && (open === "max" || open === "both"));
  if (belowMin) return rule.lowest ?? min;
  return aboveMax ? (rule.highest ?? max) : whole;
}

/** The number itself, or the nearest allowed one, or the fallback where it is no number, with the problem reported. */
export function checkNumber(thing: string, value: unknown, rule: NumberRule, fallback: number, report: Report): number {
  const usable = typeof value === "number" && !Number.isNaN(value);
  const taken = usable ? nearest(value, rule) : fallback;
  if (taken !== value) {
    const allowed = describeRule(rule);
    report({
      title: `${thing} is ${quote(value)}`,
      allowed,
      taken: `Using ${taken}.`,
      remedy: "Give a number in that range.",
    });
  }
  return taken;
}

/** The word itself if it is one of the choices, else the fallback, with the problem reported. */
export function checkChoice<T extends string>(
  thing: string,
  value: unknown,
  choices: readonly T[],
  fallback: T,
  report: Report,
): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    report({
      title: `${thing} is ${quote(value)}`,
      allowed: `Allowed: ${choices.join(", ")}.`,
      taken: `Using ${fallback}.`,
      remedy: "Choose one of these.",
    });
  }
  return found ?? fallback;
}

/** Whether a JSON object has no fields but these. */
export const hasOnly = (value: object, fields: readonly string[]): boolean =>
  Object.keys(value).every((field) => fields.includes(field));

/** Tells a JSON object from everything else. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
