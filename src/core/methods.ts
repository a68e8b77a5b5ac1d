import type { OptimizerId } from "../config/tables/optimizers";
import { apoLearningRate } from "./apo/learningRate";
import { apoPreconditioner } from "./apo/preconditioner";
import { ekfac } from "./optimizers/ekfac";
import { adam, rmsprop, sgd, sgdm } from "./optimizers/firstOrder";
import { gradientDescent } from "./optimizers/gradientDescent";
import { hessianFree } from "./optimizers/hessianFree";
import { kfac } from "./optimizers/kfac";
import { naturalGradient } from "./optimizers/naturalGradient";
import type { Optimizer, Problem } from "./optimizers/optimizer";
import { shampoo } from "./optimizers/shampoo";
import { proximalPoint } from "./proximal/proximalPoint";

/** Every method by its id; a state goes only into the optimizer that made it, so the race may forget its type. */
export const CREATE_OPTIMIZER: Record<OptimizerId, (problem: Problem) => Optimizer<unknown>> = {
  "apo-p": (problem) => apoPreconditioner(problem) as Optimizer<unknown>,
  "apo-lr": (problem) => apoLearningRate(problem) as Optimizer<unknown>,
  sgd: (problem) => sgd(problem) as Optimizer<unknown>,
  sgdm: (problem) => sgdm(problem) as Optimizer<unknown>,
  rmsprop: (problem) => rmsprop(problem) as Optimizer<unknown>,
  adam: (problem) => adam(problem) as Optimizer<unknown>,
  kfac: (problem) => kfac(problem) as Optimizer<unknown>,
  ekfac: (problem) => ekfac(problem) as Optimizer<unknown>,
  shampoo: (problem) => shampoo(problem) as Optimizer<unknown>,
  "gradient-descent": (problem) => gradientDescent(problem) as Optimizer<unknown>,
  "natural-gradient": (problem) => naturalGradient(problem) as Optimizer<unknown>,
  "hessian-free": (problem) => hessianFree(problem) as Optimizer<unknown>,
  "proximal-point": (problem) => proximalPoint(problem) as Optimizer<unknown>,
};
