import { expect, test } from "vitest";
import { setUpActions } from "../testing/testActions";
import { lookaheadModelOf, rested, withSettings } from "../testing/testLookahead";
import { walkCaption } from "../views/lookahead/walkCaptions";
import { selectPointedAt } from "../views/lookahead/walkSelectors";
import { applyEvent } from "./applyEvent";

test("each stage of the walk speaks with the numbers of the very step to come", () => {
  const model = lookaheadModelOf(withSettings(rested(4), { lambdaFsd: 2, lambdaWsd: 0, metaUpdateInterval: 2 }));
  expect(walkCaption(1, "apo-p", model)).toContain("Step 4 reads the 2 examples of B. Their loss is 1.25");
  expect(walkCaption(2, "apo-p", model)).toContain("length ‖θ′ − θ‖ = 2.00 and takes the loss on B from 1.25 to 1.00");
  expect(walkCaption(3, "apo-p", model)).toBe(
    "On the 3 inputs of B′ the outputs move by FSD 0.0625; at λ_FSD 2.0 that costs 0.125.",
  );
  // −0.5 + 2·0.125 = −0.25 per e-fold, times ln 2
  expect(walkCaption(4, "apo-p", model)).toContain("if the step were longer: its slope is −0.173 per doubling, so");
  expect(walkCaption(4, "apo-lr", model)).toContain("pushes η up");
  expect(walkCaption(4, "apo-lr", { ...model, slope: 0.25 })).toMatch(/were shorter: its slope is \+0\.173.* η down/);
  expect(walkCaption(5, "apo-p", model)).toContain("First φ moves, then θ takes its step");
});

test("in a step without a meta-update the walk says that φ stays, and until when", () => {
  const model = lookaheadModelOf(
    withSettings(rested(7), { metaUpdateInterval: 5, metaIntervalWarmup: 0, metaOnlySteps: 0 }),
  );
  for (const stage of [3, 4] as const)
    expect(walkCaption(stage, "apo-lr", model)).toContain(
      "With K 5 step 7 makes no meta-update: φ stays until step 10.",
    );
  expect(walkCaption(5, "apo-lr", model)).toContain("φ stays; θ takes the step that was tried out");
});

test("a walk points at parts of the page, takes the real step at its end, and goes on with the next", () => {
  const { store, sent, actions } = setUpActions(rested(4));
  actions.walkTo(2);
  expect(selectPointedAt(store.getState())).toEqual(["spectrum", "learningRate"]);
  actions.walkTo(5);
  expect(selectPointedAt(store.getState())).toEqual(["step"]);
  actions.walkOn();
  expect(sent).toEqual([{ type: "step", experiment: "e1" }]);
  expect(store.getState().display.walkStage).toBe(1);
});

test("a walk begins at rest only, at the latest step, and ends with Play, the scrubber, its view and a restart", () => {
  const { store, actions } = setUpActions(rested(4));
  const stage = () => store.getState().display.walkStage;
  const ends: (() => void)[] = [
    () =>
      store.setState(applyEvent(store.getState(), { type: "status", experiment: "e1", status: "running", step: 4 })),
    () => actions.scrubTo(2),
    () => actions.toggleView("lookahead"),
    () => actions.reset(),
  ];
  for (const end of ends) {
    store.setState({ ...rested(4), display: { ...rested(4).display, scrubStep: 3 } });
    actions.walkTo(3);
    expect([stage(), store.getState().display.scrubStep]).toEqual([3, null]);
    end();
    expect(stage()).toBeNull();
  }
  store.setState({ status: "running" });
  actions.walkTo(1);
  expect(stage()).toBeNull();
  store.setState({ status: "paused", picture: { kind: "none" } }); // nothing that it could be shown on
  actions.walkTo(1);
  expect(stage()).toBeNull();
});
