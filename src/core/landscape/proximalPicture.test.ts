import { expect, test } from "vitest";
import {
  ellipseReach,
  levelEllipse,
  proximalPicture,
  quadraticFsd,
  quadraticLoss,
} from "../../config/formulas/proximalPicture";
import type { Point } from "../../config/tables/landscape";
import { LANDSCAPE_QUADRATIC, PICTURE, PICTURE_QUADRATIC, type Quadratic } from "../../config/tables/quadratics";
import { wsdAt } from "../proximal/hostObjective";
import { fsdAt, leastSquaresAt, lossAt } from "../proximal/leastSquares";
import { exactProximalPoint } from "../proximal/planeStep";
import { quadratic } from "./quadratic";

const PLACES: readonly Point[] = [PICTURE.theta, [-3.1, 2.2], [0.4, -1.7], [2.9, 1.1]];
const PRICES = [0, 0.01, 0.9, 4, 100];
const LAMBDAS = PRICES.flatMap((lambdaFsd) => PRICES.map((lambdaWsd) => ({ lambdaFsd, lambdaWsd })));
const QUADRATICS: readonly (readonly [string, Quadratic])[] = [
  ["the landscape", LANDSCAPE_QUADRATIC],
  ["the picture", PICTURE_QUADRATIC],
];

/** Points on an ellipse around a centre. */
function edgeOf({ angle }: Quadratic, [a, b]: readonly [number, number], [x, y]: Point): Point[] {
  return Array.from({ length: 12 }, (_, index) => {
    const [across, along] = [a * Math.cos(index), b * Math.sin(index)];
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    return [x + cos * across - sin * along, y + sin * across + cos * along];
  });
}

test.each(QUADRATICS)("on the quadratic of %s loss, FSD and WSD are those of its examples, to 1e-9", (_, shape) => {
  const problem = quadratic(shape);
  for (const theta of PLACES) {
    expect(quadraticLoss(shape, theta)).toBeCloseTo(lossAt(problem, theta), 9);
    for (const u of PLACES)
      expect(quadraticFsd(shape, u, theta)).toBeCloseTo(fsdAt(problem, u, problem.outputs(theta)), 9);
    const { gaussNewton } = leastSquaresAt(problem, theta, problem.targets);
    const [cos, sin] = [Math.cos(shape.angle), Math.sin(shape.angle)];
    const across =
      cos * (cos * gaussNewton[0] + sin * gaussNewton[1]) + sin * (cos * gaussNewton[1] + sin * gaussNewton[2]);
    expect(across).toBeCloseTo(shape.curvatures[0], 9);
  }
});

/** The exact step is found by going down until no step lowers Q: there Q is level to rounding, and u to its root. */
const TO_THE_ROOT = 1e-7;

test.each(QUADRATICS)(
  "on the quadratic of %s θ⁺ is where Q's gradient is gone, to 1e-9, with Q's terms there",
  (_, shape) => {
    const problem = quadratic(shape);
    for (const theta of PLACES)
      for (const lambdas of LAMBDAS) {
        const { lambdaFsd, lambdaWsd } = lambdas;
        const { next, terms, objective, length } = proximalPicture(shape, theta, lambdas);
        const exact = exactProximalPoint(problem, theta, lambdas);
        const what = JSON.stringify({ theta, lambdas });
        expect(Math.hypot(next[0] - exact[0], next[1] - exact[1]), what).toBeLessThan(TO_THE_ROOT);
        const reference = problem.outputs(theta);
        const onLoss = leastSquaresAt(problem, next, problem.targets).gradient;
        const onFsd = leastSquaresAt(problem, next, reference).gradient;
        for (const axis of [0, 1] as const)
          expect(onLoss[axis] + lambdaFsd * onFsd[axis] + lambdaWsd * (next[axis] - theta[axis]), what).toBeCloseTo(
            0,
            9,
          );
        const fsd = fsdAt(problem, next, reference);
        const wsd = wsdAt(Float64Array.from(next), Float64Array.from(theta));
        expect(terms.objectiveLoss).toBeCloseTo(lossAt(problem, next), 9);
        expect(terms.fsd).toBeCloseTo(fsd, 9);
        expect(terms.wsd).toBeCloseTo(wsd, 9);
        expect(objective).toBeCloseTo(lossAt(problem, next) + lambdaFsd * fsd + lambdaWsd * wsd, 9);
        expect(length).toBeCloseTo(Math.sqrt(2 * wsd), 9);
      }
  },
);

test("on a ball's edge that price alone is all there is to gain, and a price of 0 has no ball", () => {
  const problem = quadratic(PICTURE_QUADRATIC);
  const { theta } = PICTURE;
  const gain = lossAt(problem, theta) - lossAt(problem, PICTURE_QUADRATIC.minimum);
  for (const lambdas of LAMBDAS) {
    const { fsdBall, wsdRadius } = proximalPicture(PICTURE_QUADRATIC, theta, lambdas);
    expect(fsdBall === null).toBe(lambdas.lambdaFsd === 0);
    expect(wsdRadius === null).toBe(lambdas.lambdaWsd === 0);
    for (const u of fsdBall ? edgeOf(PICTURE_QUADRATIC, fsdBall, theta) : [])
      expect((lambdas.lambdaFsd * fsdAt(problem, u, problem.outputs(theta))) / gain).toBeCloseTo(1, 9);
    if (wsdRadius !== null) expect((lambdas.lambdaWsd * wsdRadius ** 2) / 2 / gain).toBeCloseTo(1, 9);
  }
});

test("more of either price makes a shorter step and a smaller ball", () => {
  const { theta, lambdas } = PICTURE;
  for (const name of ["lambdaFsd", "lambdaWsd"] as const) {
    const lengths = [0, 0.1, 1, 10, 100].map(
      (price) => proximalPicture(PICTURE_QUADRATIC, theta, { ...lambdas, [name]: price }).length,
    );
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    expect(new Set(lengths).size).toBe(lengths.length);
  }
});

test("with the prices it opens with, both balls, the minimum and a step that is seen lie in the drawn part", () => {
  const { theta, lambdas, domain } = PICTURE;
  const { fsdBall, wsdRadius, length } = proximalPicture(PICTURE_QUADRATIC, theta, lambdas);
  const reaches = [
    ellipseReach(PICTURE_QUADRATIC, fsdBall ?? [9, 9]),
    [wsdRadius ?? 9, wsdRadius ?? 9],
    [0, 0],
  ] as const;
  for (const reach of reaches)
    for (const axis of [0, 1] as const) {
      expect(theta[axis] - reach[axis]).toBeGreaterThan(domain[axis][0]);
      expect(theta[axis] + reach[axis]).toBeLessThan(domain[axis][1]);
    }
  expect(length / (domain[0][1] - domain[0][0])).toBeGreaterThan(0.05);
});

test("the box around a level line touches it", () => {
  const halves = levelEllipse(PICTURE_QUADRATIC, 3);
  const [x, y] = ellipseReach(PICTURE_QUADRATIC, halves);
  const edge = Array.from({ length: 3600 }, (_, index) => {
    const [across, along] = [halves[0] * Math.cos(index / 570), halves[1] * Math.sin(index / 570)];
    const [cos, sin] = [Math.cos(PICTURE_QUADRATIC.angle), Math.sin(PICTURE_QUADRATIC.angle)];
    return [cos * across - sin * along, sin * across + cos * along] as const;
  });
  expect(Math.max(...edge.map(([at]) => at))).toBeCloseTo(x, 4);
  expect(Math.max(...edge.map(([, at]) => at))).toBeCloseTo(y, 4);
});
