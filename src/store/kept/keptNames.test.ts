import { expect, it } from "vitest";
import { setUpActions } from "../testing/testActions";
import { keptList, keptSizeText } from "./keptListSelectors";
import { KeptSaver } from "./keptSaver";

const record = (id: string, input: object, name: string | null = null) => {
  const { state } = setUpActions({ step: 12 }, input);
  return { ...new KeptSaver({ id, createdAt: 0 }).next(state(), null, 0).record, name };
};

it("a kept run is named by its task and what differs from the one before, or as a person called it", () => {
  const runs = [
    record("a", {}),
    record("b", { seed: 3 }),
    record("c", { task: "spirals" }),
    record("d", { seed: 3 }),
    record("e", { seed: 3, optimizers: [{ id: "apo-p" }] }, "Only one"),
  ];
  expect(keptList(runs, "b").map(({ name, isHere }) => [name, isHere])).toEqual([
    ["Only one", false],
    ["Noisy sine, again", false],
    ["Two spirals", false],
    ["Noisy sine, seed 3", true],
    ["Noisy sine", false],
  ]);
  expect(keptList(runs, null)[0]).toMatchObject({ steps: expect.stringMatching(/^12 of \d+ steps$/), size: "0 KB" });
  expect(
    keptSizeText(
      runs.map((run) => ({ ...run, bytes: 500_000 })),
      200_000_000,
    ),
  ).toBe("2.5 MB of at most 200 MB");
});
