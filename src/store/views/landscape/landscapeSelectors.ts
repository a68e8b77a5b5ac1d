import type { Lambdas } from "../../../config/tables/lambdas";
import { LANDSCAPES, type LandscapeInfo, type LandscapePath, type Point } from "../../../config/tables/landscape";
import type { LandscapeSurfaces } from "../../../protocol/landscape";
import type { SeriesModel } from "../../charts/chartModels";
import { selectSeries } from "../../charts/seriesSelectors";
import { createSelector } from "../../experiment/memo";
import type { ExperimentState } from "../../experiment/state";
import { formatNumber, formatPoint, formatSettingValue } from "../../words/format";
import { landscapeLambdas } from "./questionSelectors";

/** Where each price alone is all there is to gain, J(θ) − min J; null for a price of 0, whose ball is the whole plane. */
export interface LandscapeBalls {
  /** J(θ) − min J. */
  gain: number;
  /** FSD(u; θ) on the edge of its ball: gain / λ_FSD. */
  fsdLevel: number | null;
  /** ‖u − θ‖ on the edge of its ball: √(2·gain / λ_WSD). */
  wsdRadius: number | null;
}

/** A method of the race on the landscape. */
export interface LandscapeMethodModel extends SeriesModel {
  /** θ and the points after each step drawn. */
  path: readonly Point[];
  /** Of the first step, whatever is drawn; null where it takes none. */
  first: { point: Point; loss: number } | null;
  /** Where the drawn path ends. */
  end: { point: Point; loss: number };
  /** Why it takes no more steps than it does. */
  stopped: string | null;
}

/** The landscape as drawn. */
export interface LandscapeModel extends Lambdas {
  info: LandscapeInfo;
  theta: Point;
  step: number;
  /** null until the worker has answered for this problem; of an earlier θ for a moment in a drag. */
  surfaces: LandscapeSurfaces | null;
  balls: LandscapeBalls | null;
  /** The exact proximal point θ*. */
  proximalPoint: Point | null;
  methods: readonly LandscapeMethodModel[];
  /** Why a ball is not drawn. */
  remarks: readonly string[];
  summary: string;
}

/** The balls around θ for these weights. */
function ballsAt({ lossAtTheta, leastLoss }: LandscapeSurfaces, { lambdaFsd, lambdaWsd }: Lambdas): LandscapeBalls {
  const gain = Math.max(0, lossAtTheta - leastLoss);
  return {
    gain,
    fsdLevel: lambdaFsd > 0 ? gain / lambdaFsd : null,
    wsdRadius: lambdaWsd > 0 ? Math.sqrt((2 * gain) / lambdaWsd) : null,
  };
}

/** What the view draws and says. Balls follow the λ sliders at once; steps and θ* once the worker has answered. */
export const selectLandscape = createSelector(
  (state: ExperimentState) => ({
    choice: state.display.landscape,
    result: state.landscape,
    series: selectSeries(state),
    ...landscapeLambdas(state),
  }),
  ({ choice, result, series, lambdaFsd, lambdaWsd }): LandscapeModel => {
    const info = LANDSCAPES[choice.problem];
    const surfaces = result.surfaces?.problem === choice.problem ? result.surfaces : null;
    const steps = result.steps?.problem === choice.problem ? result.steps : null;
    const balls = surfaces && ballsAt(surfaces, { lambdaFsd, lambdaWsd });
    const methods = series.flatMap((identity) => {
      const path = steps?.paths.find(({ run }) => run === identity.run);
      return path && identity.visibility === "shown" ? [methodOf(identity, path, choice.step)] : [];
    });
    const shown = { info, theta: choice.theta, step: choice.step, lambdaFsd, lambdaWsd, surfaces, balls, methods };
    const model = { ...shown, proximalPoint: steps?.proximalPoint ?? null, remarks: remarksOf(shown) };
    return { ...model, summary: summaryOf(model) };
  },
);

function methodOf(identity: SeriesModel, path: LandscapePath, step: number): LandscapeMethodModel {
  const { points, losses, stopped } = path;
  const last = Math.min(step, points.length - 1);
  const at = (index: number) => ({ point: points[index] as Point, loss: losses[index] as number });
  return {
    ...identity,
    path: points.slice(0, last + 1),
    first: points.length > 1 ? at(1) : null,
    end: at(last),
    stopped,
  };
}

function remarksOf(shown: Pick<LandscapeModel, "info" | "lambdaFsd" | "lambdaWsd" | "surfaces" | "balls">): string[] {
  const { lambdaFsd, lambdaWsd } = shown;
  const large = largerThanPicture(shown);
  return [
    ...(lambdaFsd > 0 ? [] : ["λ_FSD is 0: outputs may change for nothing, and the FSD ball is the whole plane."]),
    ...(lambdaWsd > 0 ? [] : ["λ_WSD is 0: weights may move for nothing, and the WSD ball is the whole plane."]),
    ...large.map(
      (ball) => `The ${ball} ball is larger than the picture: in all of it that price is less than the gain.`,
    ),
  ];
}

/** The balls whose edge lies outside the drawn part altogether. */
function largerThanPicture({ info, surfaces, balls }: Pick<LandscapeModel, "info" | "surfaces" | "balls">): string[] {
  if (!surfaces || !balls) return [];
  const { fsdLevel, wsdRadius } = balls;
  const [a, b] = surfaces.theta;
  const corners = info.domain[0].flatMap((x) => info.domain[1].map((y) => Math.hypot(x - a, y - b)));
  return [
    ...(fsdLevel !== null && surfaces.fsd.every((value) => value < fsdLevel) ? ["FSD"] : []),
    ...(wsdRadius !== null && Math.max(...corners) < wsdRadius ? ["WSD"] : []),
  ];
}

function summaryOf(model: Omit<LandscapeModel, "summary">): string {
  const { info, theta, step, surfaces, balls, proximalPoint, methods, remarks, lambdaFsd, lambdaWsd } = model;
  if (!surfaces || !balls) return `${info.name}: being computed.`;
  const { lossAtTheta, leastLoss } = surfaces;
  const sentences = [
    `${info.name}, θ = ${formatPoint(theta)}: loss ${formatNumber(lossAtTheta)}, least loss ${formatNumber(leastLoss)}.`,
    ...(balls.wsdRadius === null
      ? []
      : [`With λ_WSD ${formatSettingValue(lambdaWsd)} the WSD ball has radius ${formatNumber(balls.wsdRadius)}.`]),
    ...(balls.fsdLevel === null
      ? []
      : [
          `With λ_FSD ${formatSettingValue(lambdaFsd)} the FSD ball ends where FSD is ${formatNumber(balls.fsdLevel)}.`,
        ]),
    ...remarks,
    ...(proximalPoint ? [`The exact proximal point is ${formatPoint(proximalPoint)}.`] : []),
    ...methods.map(({ name, path, end, stopped }) => {
      const taken = path.length - 1;
      const why = stopped !== null && taken < step ? ` ${stopped}` : "";
      return `${name} after ${taken} steps: ${formatPoint(end.point)}, loss ${formatNumber(end.loss)}.${why}`;
    }),
  ];
  return sentences.join(" ");
}
