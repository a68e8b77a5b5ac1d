import { expect, test } from "vitest";
import { testState } from "../testing/testState";
import { selectPresented } from "./presentedSelectors";

test("a presentation of the page has its figures and the views that are open; one of an embed the embed's charts", () => {
  const state = testState(["apo-p"]);
  const present = (part: Partial<typeof state.display>) =>
    selectPresented({ ...state, display: { ...state.display, ...part } });
  const figures = ["loss", "q", "rate", "spectrum", "fit"];
  expect(present({ openViews: [] })).toEqual(figures);
  expect(present({ openViews: ["lookahead", "gap", "sweepMap"] })).toEqual([...figures, "lookahead", "gap"]);
  expect(present({ openViews: [], lossSplit: "accuracy" })).toEqual(figures); // the sine has none
  const embed = { ...state.display.embed, charts: ["rate", "table"] as const };
  expect(present({ layout: "embed", openViews: ["gap"], embed })).toEqual(["rate", "table"]);
});
