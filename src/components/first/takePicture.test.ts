import { expect, test } from "vitest";
import { PICTURE } from "../../config/tables/quadratics";
import { hyperparamsOf, setUpActions } from "../../store/testing/testActions";
import { takePicture } from "./takePicture";

const UNTOUCHED = { moved: {}, theta: null, isFolded: null, focus: null };

test("a price that was moved before the page was here is set as the sidebar's slider sets it", () => {
  const { actions, state, sent } = setUpActions();
  const bySlider = setUpActions();
  takePicture(actions, { ...UNTOUCHED, moved: { lambdaFsd: 7 } });
  bySlider.actions.setHyperparam(state().focusRun ?? "", "lambdaFsd", 7);
  expect(sent).toEqual(bySlider.sent);
  expect(sent).toEqual([{ type: "setHyperparam", experiment: "e1", run: "apo-p", name: "lambdaFsd", value: 7 }]);
  expect(hyperparamsOf(state(), "apo-p").lambdaFsd).toBe(7);
  expect(state().config).toEqual(bySlider.state().config);
});

test("θ and the fold are taken over, and what was not moved stays", () => {
  const { actions, state, sent } = setUpActions();
  takePicture(actions, UNTOUCHED);
  expect(state().display.picture).toMatchObject({ theta: PICTURE.theta, isFolded: false });
  takePicture(actions, { ...UNTOUCHED, theta: [9, -9], isFolded: true });
  expect(state().display.picture).toMatchObject({
    theta: [PICTURE.domain[0][1], PICTURE.domain[1][0]],
    isFolded: true,
  });
  expect(sent).toEqual([]);
});

test("where no run has a price, the picture keeps it to itself", () => {
  const { actions, state, sent } = setUpActions({}, { optimizers: [{ id: "sgdm" }] });
  takePicture(actions, { ...UNTOUCHED, moved: { lambdaFsd: 7, lambdaWsd: 0 } });
  expect(state().display.picture.own).toEqual({ lambdaFsd: 7, lambdaWsd: 0 });
  expect(sent).toEqual([]);
});
