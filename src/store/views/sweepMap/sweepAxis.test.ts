import { expect, test } from "vitest";
import { cellBeside, cellOfLambda, lambdaAtPlace, placeOfLambda } from "./sweepAxis";

const LAMBDAS = [0, 0.01, 1, 100];

test("a price stands at its cell, between cells by its logarithm, and 0 has a cell of its own", () => {
  expect(LAMBDAS.map((lambda) => placeOfLambda(LAMBDAS, lambda))).toEqual([0, 1, 2, 3]);
  expect(placeOfLambda(LAMBDAS, 0.1)).toBeCloseTo(1.5, 12); // log₁₀: −1 is half way from −2 to 0
  expect(placeOfLambda(LAMBDAS, 10)).toBeCloseTo(2.5, 12);
  expect(placeOfLambda(LAMBDAS, 1e-6)).toBe(0.5);
  expect(placeOfLambda(LAMBDAS, 1e6)).toBe(3);
});

test("a place gives the price that stands there, to two digits, and none beyond the ends", () => {
  for (const lambda of [0, 0.01, 0.025, 0.1, 1, 3.2, 100])
    expect(lambdaAtPlace(LAMBDAS, placeOfLambda(LAMBDAS, lambda))).toBe(lambda);
  expect([-2, 0.49, 0.5, 0.9, 7].map((place) => lambdaAtPlace(LAMBDAS, place))).toEqual([0, 0, 0.01, 0.01, 100]);
  expect(lambdaAtPlace([1, 100], -0.4)).toBe(1);
});

test("the nearest cell of a small price is the first that is not 0", () => {
  expect([0, 1e-6, 0.09, 0.11, 5, 500].map((lambda) => cellOfLambda(LAMBDAS, lambda))).toEqual([0, 1, 1, 2, 2, 3]);
});

test("a move leads from between two cells to the next one in its direction, and never off the axis", () => {
  expect(cellBeside(LAMBDAS, 0.1, 1)).toBe(2);
  expect(cellBeside(LAMBDAS, 0.1, -1)).toBe(1);
  expect(cellBeside(LAMBDAS, 1, 1)).toBe(3);
  expect(cellBeside(LAMBDAS, 1, -1)).toBe(1);
  expect(cellBeside(LAMBDAS, 0, -1)).toBe(0);
  expect(cellBeside(LAMBDAS, 1, Number.NEGATIVE_INFINITY)).toBe(0);
  expect(cellBeside(LAMBDAS, 1, Number.POSITIVE_INFINITY)).toBe(3);
});
