import { expect, it } from "vitest";
import { shardOf } from "./shard";

it("the shards of a list are all of it, each once", () => {
  const list = Array.from({ length: 10 }, (_, index) => index);
  const parts = ["1/3", "2/3", "3/3"].map((shard) => shardOf(list, shard));
  expect(parts.map((part) => part.length)).toEqual([4, 3, 3]);
  expect(parts.flat().toSorted((a, b) => a - b)).toEqual(list);
  expect(shardOf(list, undefined)).toEqual(list);
  expect(shardOf(list, "12/12")).toEqual([]);
});

it.each(["0/3", "4/3", "x", "1/0", "1", "-1/3"])("the shard %s is refused", (shard) => {
  expect(() => shardOf([1], shard)).toThrow(`--shard is "${shard}". Allowed: PART/PARTS`);
});
