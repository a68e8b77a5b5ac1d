import {
  ellipseReach,
  type ProximalPicture,
  proximalPicture,
  quadraticFsd,
} from "../../config/formulas/proximalPicture";
import { LAMBDA_RANGES } from "../../config/tables/lambdaRanges";
import type { Lambdas } from "../../config/tables/lambdas";
import type { Point } from "../../config/tables/landscape";
import type { OptimizerId } from "../../config/tables/optimizers";
import { PICTURE, PICTURE_QUADRATIC } from "../../config/tables/quadratics";
import type { KnobModel } from "../controls/knobModels";
import { plainKnob } from "../controls/plainKnob";
import type { SliderRange } from "../controls/scale";
import { formatNumber, formatPoint } from "../words/format";

const { domain } = PICTURE;

/** The names of both prices, in order. */
export const PRICE_NAMES = ["lambdaFsd", "lambdaWsd"] as const satisfies readonly (keyof Lambdas)[];
export type PriceName = (typeof PRICE_NAMES)[number];

/** Ends and scale of a price's slider. */
type PriceRange = SliderRange & { symbol: string };

/** A term of Q at θ⁺ with its price, as the read-out shows it. */
interface PictureTerm {
  id: "loss" | "fsd" | "wsd";
  /** With its symbols: "λ_FSD FSD". */
  name: string;
  text: string;
  /** Of Q before the step, 0 to 1. */
  share: number;
}

/** The proximal picture as drawn. */
export interface PictureModel extends Lambdas {
  theta: Point;
  shape: ProximalPicture;
  prices: Record<PriceName, { knob: KnobModel; range: PriceRange }>;
  terms: readonly PictureTerm[];
  objectiveText: string;
  /** The prices that act on the race. */
  acting: readonly PriceName[];
  /** What to do. */
  say: string;
  /** What the balls mean, or why one is not seen whole. */
  remark: string;
  /** All of it in words. */
  summary: string;
}

const SAY = "Move a price, watch the step, then play: both act on the race too.";

interface PictureInputs {
  theta: Point;
  lambdas: Lambdas;
  /** Of the run whose prices these are. */
  ranges?: Record<PriceName, PriceRange>;
  optimizer?: OptimizerId;
  /** The prices that act on the race, and what is said to do with them. */
  acting?: readonly PriceName[];
  say?: string;
}

/** The picture at θ for two prices, its sliders and its words. */
export function pictureModel(inputs: PictureInputs): PictureModel {
  const { theta, lambdas, ranges = LAMBDA_RANGES, optimizer = "apo-lr", acting = PRICE_NAMES, say = SAY } = inputs;
  const shape = proximalPicture(PICTURE_QUADRATIC, theta, lambdas);
  const price = (name: PriceName) => {
    const knob = plainKnob(ranges[name], { name, optimizer, value: lambdas[name] });
    return { knob: { ...knob, label: `${knob.symbol} in the picture` }, range: ranges[name] };
  };
  const drawn = {
    theta,
    ...lambdas,
    shape,
    terms: termsOf(shape, lambdas),
    objectiveText: formatNumber(shape.objective, 3),
  };
  const remarks = remarksOf(drawn);
  return {
    ...drawn,
    prices: { lambdaFsd: price("lambdaFsd"), lambdaWsd: price("lambdaWsd") },
    acting,
    say,
    remark: remarks.length > 0 ? remarks.join(" ") : "Inside a ball, that price alone is less than there is to gain.",
    summary: summaryOf(drawn, remarks),
  };
}

function termsOf({ gain, terms }: ProximalPicture, { lambdaFsd, lambdaWsd }: Lambdas): readonly PictureTerm[] {
  const term = (id: PictureTerm["id"], name: string, value: number): PictureTerm => ({
    id,
    name,
    text: formatNumber(value, 3),
    share: gain > 0 ? value / gain : 0,
  });
  return [
    term("loss", "loss", terms.objectiveLoss),
    term("fsd", "λ_FSD FSD", lambdaFsd * terms.fsd),
    term("wsd", "λ_WSD WSD", lambdaWsd * terms.wsd),
  ];
}

type Drawn = Pick<PictureModel, "theta" | "shape" | "lambdaFsd" | "lambdaWsd" | "terms" | "objectiveText">;

function remarksOf({ theta, shape, lambdaFsd }: Drawn): string[] {
  const { fsdBall, wsdRadius, gain } = shape;
  const corners = domain[0].flatMap((x) => domain[1].map((y): Point => [x, y]));
  return [
    ...(fsdBall === null
      ? ["λ_FSD is 0: outputs may change for nothing, and the FSD ball is the whole plane."]
      : beyond("FSD", {
          holdsAll: corners.every((corner) => lambdaFsd * quadraticFsd(PICTURE_QUADRATIC, corner, theta) < gain),
          theta,
          reach: ellipseReach(PICTURE_QUADRATIC, fsdBall),
        })),
    ...(wsdRadius === null
      ? ["λ_WSD is 0: weights may move for nothing, and the WSD ball is the whole plane."]
      : beyond("WSD", {
          holdsAll: corners.every(([x, y]) => Math.hypot(x - theta[0], y - theta[1]) < wsdRadius),
          theta,
          reach: [wsdRadius, wsdRadius],
        })),
  ];
}

function beyond(ball: string, { holdsAll, theta, reach }: { holdsAll: boolean; theta: Point; reach: Point }): string[] {
  if (holdsAll) return [`The ${ball} ball is larger than the picture.`];
  const isWhole = ([0, 1] as const).every((axis) => {
    const [low, high] = domain[axis];
    return theta[axis] - reach[axis] >= low && theta[axis] + reach[axis] <= high;
  });
  return isWhole ? [] : [`The ${ball} ball reaches beyond the picture.`];
}

function summaryOf(
  { theta, shape, terms, objectiveText, lambdaFsd, lambdaWsd }: Drawn,
  remarks: readonly string[],
): string {
  const { next, length, fsdBall, wsdRadius } = shape;
  return [
    `θ = ${formatPoint(theta)}, where the loss is ${formatNumber(shape.gain, 3)} above its least.`,
    `With λ_FSD ${formatNumber(lambdaFsd, 2)} and λ_WSD ${formatNumber(lambdaWsd, 2)} the step leads to θ⁺ = ${formatPoint(next)}, a length of ${formatNumber(length, 3)}.`,
    `Q there is ${objectiveText}: ${terms.map(({ name, text }) => `${name} ${text}`).join(", ")}.`,
    ...(fsdBall
      ? [`The FSD ball is ${formatNumber(2 * fsdBall[0], 3)} wide and ${formatNumber(2 * fsdBall[1], 3)} long.`]
      : []),
    ...(wsdRadius === null ? [] : [`The WSD ball has radius ${formatNumber(wsdRadius, 3)}.`]),
    ...remarks,
  ].join(" ");
}
