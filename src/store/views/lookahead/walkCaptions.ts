import { OPTIMIZERS, type OptimizerId } from "../../../config/tables/optimizers";
import type { WalkStage } from "../../../config/tables/walk";
import { formatNumber, formatSettingValue } from "../../words/format";
import type { LookaheadModel } from "./lookaheadSelectors";

/** Three digits, and no line break within "6.28e−7". */
const short = (value: number) => formatNumber(value, 3).replace("e-", "e\u2212");

/** dQ per doubling of the step, from dQ/d ln of its length: the slope of Q over log₂. */
export const perDoubling = (slope: number): number => slope * Math.LN2;

/** With its sign, as a change is written: "+0.0041", "−0.0041". */
export function formatChange(value: number): string {
  return (value < 0 ? "\u2212" : "+") + short(Math.abs(value));
}

/** What a stage of the walk says of the very step to come, with its numbers. */
export function walkCaption(stage: WalkStage, optimizer: OptimizerId, model: LookaheadModel): string {
  const captions: Record<WalkStage, () => string> = {
    1: () => gradientCaption(model),
    2: () => lookaheadCaption(optimizer, model),
    3: () => fsdCaption(model),
    4: () => metaGradientCaption(optimizer, model),
    5: () => updateCaption(model),
  };
  return captions[stage]();
}

const isMeta = ({ step, nextMetaStep }: LookaheadModel) => step === nextMetaStep;

/** Why φ stays in this step. */
const stays = ({ step, metaUpdateInterval, nextMetaStep }: LookaheadModel) =>
  `With K ${metaUpdateInterval} step ${step} makes no meta-update: φ stays until step ${nextMetaStep}.`;

function gradientCaption({ step, ahead }: LookaheadModel): string {
  return (
    `Step ${step} reads the ${ahead.batch.length} examples of B. Their loss is ${short(ahead.batchLoss)}, ` +
    `the next point of the training loss, and its gradient has length ‖g‖ = ${short(ahead.gradientNorm)}.`
  );
}

const learnsP = (optimizer: OptimizerId) => OPTIMIZERS[optimizer].learns === "preconditioner";

function lookaheadCaption(optimizer: OptimizerId, { ahead }: LookaheadModel): string {
  const rate = short(ahead.learningRate);
  const how = learnsP(optimizer)
    ? `P, as learned so far, turns g into the step θ′ − θ = −P g; the mean eigenvalue of P is ${rate}.`
    : `η, as learned so far, is ${rate}: it scales the base optimizer's direction d to the step θ′ − θ = −η d.`;
  return `${how} Tried out, it has length ‖θ′ − θ‖ = ${short(ahead.stepLength)} and takes the loss on B from ${short(ahead.batchLoss)} to ${short(ahead.objectiveLoss)}.`;
}

function fsdCaption(model: LookaheadModel): string {
  const { ahead, lambdas } = model;
  const moved = `the outputs move by FSD ${short(ahead.fsd)}; at λ_FSD ${formatSettingValue(lambdas.lambdaFsd)} that costs ${short(lambdas.lambdaFsd * ahead.fsd)}.`;
  const on = `the ${ahead.fsdBatch.length} inputs of B′`;
  return isMeta(model) ? `On ${on} ${moved}` : `${stays(model)} So B′ is not read; if it were, on ${on} ${moved}`;
}

function metaGradientCaption(optimizer: OptimizerId, model: LookaheadModel): string {
  const { slope, metaLearningRate } = model;
  const isFalling = slope < 0;
  const pull = `Q would fall if the step were ${isFalling ? "longer" : "shorter"}: its slope is ${formatChange(perDoubling(slope))} per doubling, `;
  const noPush = `${pull}and nothing acts on it yet.`;
  if (!isMeta(model)) return `${stays(model)} ${noPush}`;
  const isWhole = learnsP(optimizer);
  const [up, down] = isWhole ? ["the scale of P up", "the scale of P down"] : ["η up", "η down"];
  const pace = `at a pace that α ${formatSettingValue(metaLearningRate)} sets.`;
  const push = `${pull}so the meta-update pushes ${isFalling ? up : down}, ${pace}`;
  return isWhole ? `${push} ${TURNED}` : push;
}

const TURNED = "Its directions are turned and rescaled along with it.";

function updateCaption(model: LookaheadModel): string {
  if (model.end === "race") return "The race is over: this step is not taken any more.";
  if (model.end === "run") return "This run has stopped: it does not take this step any more.";
  const inertia = model.momentum > 0 ? `, and ${formatSettingValue(model.momentum)} of the step before` : "";
  return isMeta(model)
    ? `First φ moves, then θ takes its step on the same B with the new φ${inertia}. Take it, and the walk goes on with step ${model.step + 1}.`
    : `φ stays; θ takes the step that was tried out${inertia}. Take it, and the walk goes on with step ${model.step + 1}.`;
}
