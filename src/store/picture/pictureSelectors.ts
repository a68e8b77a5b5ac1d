import { hyperparamRange, readsHyperparam } from "../../config/tables/hyperparamRange";
import { LAMBDA_RANGES } from "../../config/tables/lambdaRanges";
import { createSelector } from "../experiment/memo";
import type { ExperimentState } from "../experiment/state";
import { type PictureModel, PRICE_NAMES, type PriceName, pictureModel } from "./pictureModel";

/** Where not both prices act on the race. */
function sayOf([only]: readonly PriceName[]): string {
  return only === undefined
    ? "Move a price, watch the step. This race has no λ: its sliders move the picture alone."
    : `Move a price, watch the step, then play: ${LAMBDA_RANGES[only].symbol} acts on the race too.`;
}

const focusOf = ({ runs, focusRun }: ExperimentState) => runs.find(({ run }) => run === focusRun);

/** The picture with the prices of the run whose sliders are shown, where it has them, else with its own. */
export const selectPicture = createSelector(
  (state: ExperimentState) => {
    const focus = focusOf(state);
    const { theta, own } = state.display.picture;
    const price = (name: keyof typeof own) =>
      focus && readsHyperparam(focus.optimizer, name) ? focus.hyperparams[name] : own[name];
    return {
      optimizer: focus?.optimizer ?? null,
      theta,
      lambdaFsd: price("lambdaFsd"),
      lambdaWsd: price("lambdaWsd"),
    };
  },
  ({ optimizer, theta, lambdaFsd, lambdaWsd }): PictureModel => {
    const acting = PRICE_NAMES.filter((name) => optimizer !== null && readsHyperparam(optimizer, name));
    return pictureModel({
      theta,
      lambdas: { lambdaFsd, lambdaWsd },
      acting,
      ...(acting.length < PRICE_NAMES.length && { say: sayOf(acting) }),
      ...(optimizer !== null && {
        optimizer,
        ranges: {
          lambdaFsd: hyperparamRange(optimizer, "lambdaFsd"),
          lambdaWsd: hyperparamRange(optimizer, "lambdaWsd"),
        },
      }),
    });
  },
);
