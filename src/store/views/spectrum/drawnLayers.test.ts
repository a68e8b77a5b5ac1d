import { expect, it } from "vitest";
import type { LayerShape } from "../../../config/formulas/preconditionerState";
import { drawnLayers } from "./drawnLayers";

const layers = Array.from({ length: 40 }, (_, at): LayerShape => {
  const isNorm = at % 2 === 1 && at < 39;
  return { name: `${isNorm ? "norm" : "conv"}${at}`, shape: [4, 4], ...(isNorm ? { factors: "none" } : {}) };
});
const names = (chosen: string | null) => drawnLayers(layers, chosen).map(({ name }) => name);

it("draws every layer of a small network", () => {
  expect(drawnLayers(layers.slice(0, 7), null)).toEqual(layers.slice(0, 7));
});

it("draws of a large one seven with factors, from the first to the last, and the chosen one whatever it is", () => {
  const even = names(null);
  expect(even).toHaveLength(7);
  expect([even[0], even.at(-1)]).toEqual(["conv0", "conv39"]);
  expect(even.every((name) => name.startsWith("conv"))).toBe(true);
  expect(names("norm17")).toContain("norm17");
  expect(names("norm17")).toHaveLength(7);
  expect(names("no layer")).toEqual(even);
});
