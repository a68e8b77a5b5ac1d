import { expect, it } from "vitest";
import { reconstructionError } from "./reconstruction";

it("the error of a reconstruction is the root mean square over the images shown, not those beyond", () => {
  const picture = { width: 2, height: 1, inputs: Float32Array.of(0, 1, 0.5, 0.5) };
  const values = Float32Array.of(0.3, 0.6, 9, 9);
  expect(reconstructionError(picture, values, 1)).toBeCloseTo(Math.sqrt((0.09 + 0.16) / 2), 6);
  expect(reconstructionError(picture, picture.inputs, 2)).toBe(0);
  expect(reconstructionError(picture, values, 1, 1)).toBeCloseTo(8.5, 6);
});
