import { expect, it } from "vitest";
import { read } from "./documents";
import { equationsModule, mathOf, WRITTEN } from "./equations/build.mjs";
import { TEX } from "./equations/tex.mjs";

it("the page's equations are those of the TeX, as Temml sets it", () => {
  expect(read("src/components/article/equations/mathml.ts")).toBe(equationsModule());
  expect(WRITTEN).toMatch(/equations\/mathml\.ts$/);
});

it("an equation is elements, attributes that lay out, and text", () => {
  expect(mathOf("a_2")).toEqual([["msub", {}, ["mi", {}, "a"], ["mn", {}, "2"]]]);
  expect(mathOf("a'")[0]).toEqual(["mrow", {}, ["mi", {}, "a"], ["mo", { lspace: "0em", rspace: "0em" }, "′"]]);
  expect(() => mathOf("\\frac{1}")).toThrow();
});

it("no equation has a style or a class, which would need the sheet of Temml", () => {
  const attributes = (node: unknown): string[] =>
    Array.isArray(node) ? [...Object.keys(node[1]), ...node.slice(2).flatMap(attributes)] : [];
  const all = new Set(Object.values(TEX).flatMap((tex) => mathOf(tex).flatMap(attributes)));
  expect(all.size).toBeGreaterThan(4);
  expect([...all].filter((name) => ["style", "class", "className", "href"].includes(name))).toEqual([]);
});
