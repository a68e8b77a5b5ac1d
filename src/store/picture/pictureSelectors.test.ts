import { expect, test } from "vitest";
import { PICTURE } from "../../config/tables/quadratics";
import { chooseFocusRun } from "../experiment/initialState";
import { readLink } from "../link/readLink";
import { testState } from "../testing/testState";
import { selectPicture } from "./pictureSelectors";

test("the picture opens with the prices of the run whose sliders the first view shows", () => {
  const { config } = readLink("");
  const focus = config.optimizers.find(({ run }) => run === chooseFocusRun(config, null));
  expect(focus?.hyperparams).toMatchObject(PICTURE.lambdas);
});

test("its prices are those of the focus run, as far as that run has them, and else its own", () => {
  const state = testState(["apo-p", "gradient-descent", "sgdm"]);
  const [apo, descent] = state.runs;
  expect(selectPicture(state)).toMatchObject({
    lambdaFsd: apo?.hyperparams.lambdaFsd,
    lambdaWsd: apo?.hyperparams.lambdaWsd,
    say: expect.stringContaining("both act on the race"),
  });
  const onDescent = selectPicture({ ...state, focusRun: "gradient-descent" });
  expect(onDescent).toMatchObject({
    lambdaFsd: PICTURE.lambdas.lambdaFsd,
    lambdaWsd: descent?.hyperparams.lambdaWsd,
    say: expect.stringContaining("λ_WSD acts on the race"),
  });
  expect(onDescent.prices.lambdaWsd.knob.max).toBe(1000);
  const none = testState(["sgdm"]);
  expect(selectPicture(none)).toMatchObject({ ...PICTURE.lambdas, say: expect.stringContaining("no λ") });
});

test("it is the same picture as long as nothing of it has changed", () => {
  const state = testState();
  expect(selectPicture({ ...state, step: 5 })).toBe(selectPicture(state));
});
