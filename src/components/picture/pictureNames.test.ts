import { expect, test } from "vitest";
import { PICTURE } from "../../config/tables/quadratics";
import { pictureModel } from "../../store/picture/pictureModel";
import { textWidth } from "../charts/geometry/textWidth";
import { pictureFrame } from "./pictureFrame";
import { placeNames } from "./pictureNames";

const SIZES = [
  { width: 468, height: 300, unit: 1 },
  { width: 288, height: 140, unit: 1 },
  { width: 748, height: 490, unit: 16 / 13 },
];
const PRICES = [0, 0.01, 0.1, 0.9, 4, 30, 100];

test("one unit is as long on both axes, and a place leads back to its point", () => {
  for (const size of SIZES) {
    const frame = pictureFrame(size);
    expect(frame.x(1) - frame.x(0)).toBeCloseTo(frame.y(0) - frame.y(1), 9);
    expect(frame.left).toBeGreaterThanOrEqual(0);
    expect(frame.bottom).toBeLessThanOrEqual(size.height + 1e-9);
    expect(frame.pointAt(frame.x(-0.5), frame.y(0.2))).toEqual([expect.closeTo(-0.5, 9), expect.closeTo(0.2, 9)]);
  }
});

test("names lie in the drawn part and on no other, for every price, place and size", () => {
  let both = 0;
  for (const size of SIZES)
    for (const theta of [PICTURE.theta, [-3.9, 2.5], [3, -2.1], [1.5, -0.5]] as const)
      for (const lambdaFsd of PRICES)
        for (const lambdaWsd of PRICES) {
          const frame = pictureFrame(size);
          const names = placeNames(frame, pictureModel({ theta, lambdas: { lambdaFsd, lambdaWsd } }));
          const boxes = names.map(({ text, x, y }) => ({ x, y, half: (frame.unit * textWidth(text, "label")) / 2 }));
          for (const [index, { x, y, half }] of boxes.entries()) {
            expect(x - half).toBeGreaterThanOrEqual(frame.left);
            expect(x + half).toBeLessThanOrEqual(frame.right);
            expect(y).toBeLessThanOrEqual(frame.bottom);
            for (const other of boxes.slice(index + 1)) {
              const isApart = Math.abs(other.x - x) >= half + other.half || Math.abs(other.y - y) >= 14 * frame.unit;
              expect(isApart, JSON.stringify({ size, theta, lambdaFsd, lambdaWsd })).toBe(true);
            }
          }
          if (names.some(({ id }) => id === "fsd") && names.some(({ id }) => id === "wsd")) both += 1;
        }
  expect(both).toBeGreaterThan(100);
});

test("with the prices it opens with, every name has its place at every size", () => {
  for (const size of SIZES) {
    const names = placeNames(pictureFrame(size), pictureModel({ theta: PICTURE.theta, lambdas: PICTURE.lambdas }));
    expect(names.map(({ id }) => id).sort()).toEqual(["fsd", "minimum", "next", "theta", "wsd"]);
  }
});
