import { expect, test } from "vitest";
import { fitting } from "./fitting";

const keys = ["sgd", "adam", "apo-p", "kfac"].map((run) => ({ run, token: run, width: run === "adam" ? 90 : 40 }));
const share = (room: number, pointed: string | null = null) => {
  const { drawn, rest } = fitting(keys, pointed, room, ({ width }) => width, 50);
  return [drawn, rest].map((some) => some.map(({ run }) => run).join());
};

test("with room for all there is no rest, and no room is kept for it", () => {
  expect(share(210)).toEqual(["sgd,adam,apo-p,kfac", ""]);
});

test("without it the one being taught comes first, then those in order that fit beside the rest's own words", () => {
  expect(share(209)).toEqual(["sgd,apo-p,kfac", "adam"]); // 159: 40 + 40, then 90 is too wide, then 40
  expect(share(130)).toEqual(["sgd,apo-p", "adam,kfac"]);
  expect(share(90)).toEqual(["apo-p", "sgd,adam,kfac"]);
  expect(share(60)).toEqual(["", "sgd,adam,apo-p,kfac"]);
});

test("the one pointed at takes its place before others", () => {
  expect(share(180, "adam")).toEqual(["adam,apo-p", "sgd,kfac"]);
});
