import { expect, test } from "vitest";
import { WALK_STAGES, WALK_WORDS } from "../../config/tables/walk";
import { configured } from "../experiment/configure";
import { initialState } from "../experiment/initialState";
import { linkOf } from "./linkSelectors";
import { readLink } from "./readLink";

test("a walk through a step is in the link, by the word of its stage, with the view that it needs", () => {
  const base = readLink("?task=sine&opt=apo-lr");
  for (const stage of WALK_STAGES) {
    const state = initialState(base.config, { ...base.display, walkStage: stage });
    const { link } = linkOf({ ...state, focusRun: base.focusRun });
    expect(link).toBe(`?v=1&task=sine&opt=apo-lr&walk=${WALK_WORDS[stage]}`);
    const { notes, display } = readLink(link);
    expect([notes, display.walkStage, display.openViews]).toEqual([[], stage, base.display.openViews]);
  }
  const asked = readLink("?task=sine&opt=apo-lr&walk=fsd&views=gap&look=30");
  expect(asked.display).toMatchObject({ walkStage: 3, openViews: ["lookahead", "gap"], scrubStep: null });
  expect(readLink("?task=sine&opt=apo-lr&walk=fsd&embed=1").display.walkStage).toBeNull();
});

test("a walk of a link waits for the race; any other start ends one", () => {
  const link = readLink("?task=sine&opt=apo-lr&walk=meta-gradient");
  const opened = configured(initialState(link.config, link.display, link.speed), link);
  expect([opened.status, opened.display.walkStage]).toEqual(["loading", 4]);
  expect(configured(opened, link).display.walkStage).toBeNull();
});
