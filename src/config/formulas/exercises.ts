import type { Lambdas } from "../tables/lambdas";
import { idealEigenvalues } from "./ideal";
import { amortizedPasses, META_STEP_PASSES, STEP_PASSES } from "./passes";

/** An answer to an exercise of the article, judged, with a sentence that helps on. */
export interface Mark {
  isRight: boolean;
  says: string;
}

/** An answer may be off by so much of what is right: for what was rounded on the way. */
const TOLERANCE = 0.02;

const isNear = (answer: number, right: number): boolean => Math.abs(answer - right) <= TOLERANCE * Math.abs(right);

const right = (says: string): Mark => ({ isRight: true, says });
const wrong = (says: string): Mark => ({ isRight: false, says });

/** The ideal's eigenvalue along a direction of curvature h = H = G. Throws where the ideal does not exist. */
export function idealAt(curvature: number, lambdas: Lambdas, form: "exact" | "linearised" = "exact"): number {
  const [value] = idealEigenvalues([curvature], lambdas, form) ?? [];
  if (value === undefined) throw new Error(`There is no ideal at curvature ${curvature} and these prices.`);
  return value;
}

/** Exercise 1: the ideal's eigenvalue where H and G have the same curvature. */
export function judgeIdeal(answer: number, curvature: number, lambdas: Lambdas): Mark {
  const ideal = idealAt(curvature, lambdas);
  if (isNear(answer, ideal)) return right("It is one over the sum of the loss’s curvature and both prices’.");
  if (isNear(answer, 1 / ideal)) return wrong("This is how much the bill bends. P is one over it.");
  if (lambdas.lambdaFsd > 0 && isNear(answer, 1 / (curvature * (1 + lambdas.lambdaFsd))))
    return wrong("The price of moving the weights bends the bill, too: add λ_WSD.");
  if (lambdas.lambdaFsd + lambdas.lambdaWsd > 0 && isNear(answer, idealAt(curvature, lambdas, "linearised")))
    return wrong("This is the linearised form. Algorithm 1 keeps the loss as it is: its own curvature is missing.");
  if (isNear(answer, 1 / curvature))
    return wrong("This is the step without prices. Each price bends the bill further.");
  return wrong("Add what bends the bill: the loss’s curvature, λ_FSD times it, and λ_WSD. Then take one over the sum.");
}

/** Exercise 2: forward passes of a step on average, with a meta-update at every K-th. */
export function judgePasses(answer: number, interval: number): Mark {
  const passes = STEP_PASSES.forward + amortizedPasses(interval).forward;
  if (isNear(answer, passes)) return right("The step’s own pass, and the meta-update’s passes shared by K steps.");
  if (isNear(answer, amortizedPasses(interval).forward))
    return wrong("Each step has a forward pass of its own as well.");
  if (isNear(answer, STEP_PASSES.forward))
    return wrong("This is a step without a meta-update. Share its passes out, and add them.");
  if (isNear(answer, STEP_PASSES.forward + META_STEP_PASSES.forward))
    return wrong("This is a step with a meta-update. Only one step of K has one.");
  return wrong("Divide the forward passes of a meta-update by K, and add those of the step itself.");
}

export const EXERCISE_DIRECTIONS = ["bent", "flat", "alike"] as const;
export type ExerciseDirection = (typeof EXERCISE_DIRECTIONS)[number];

/** The direction in which the ideal's eigenvalue shrinks by the larger factor as λ_FSD grows by `factor`, of two curvatures. */
export function shrinksMost(bent: number, flat: number, lambdas: Lambdas, factor: number): ExerciseDirection {
  const after = { ...lambdas, lambdaFsd: lambdas.lambdaFsd * factor };
  const [ofBent, ofFlat] = [bent, flat].map((curvature) => idealAt(curvature, after) / idealAt(curvature, lambdas)) as [
    number,
    number,
  ];
  if (Math.abs(ofBent - ofFlat) < 1e-9) return "alike";
  return ofBent < ofFlat ? "bent" : "flat";
}

/** Exercise 3: which of two directions a higher λ_FSD shortens by the larger factor. */
export function judgeDirection(answer: ExerciseDirection, most: ExerciseDirection, { lambdaWsd }: Lambdas): Mark {
  if (answer === most)
    return right(
      most === "alike"
        ? "With λ_WSD at 0 every part of the bill is a multiple of the curvature, so all directions shrink by one factor."
        : "Where the curvature is large, λ_FSD times it is most of the bill. Where it is small, λ_WSD is, and stays.",
    );
  if (answer === "alike")
    return wrong(
      "λ_WSD bends all directions by the same amount, and does not change. Ask where it is most of the sum.",
    );
  return wrong(
    lambdaWsd === 0
      ? "With λ_WSD at 0 nothing in the sum stays as it is. Write both ratios out."
      : "What grows is λ_FSD times the curvature. Ask in which direction that is most of the sum.",
  );
}
