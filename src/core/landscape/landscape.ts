import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { Point } from "../../config/tables/landscape";
import type { Problem } from "../optimizers/optimizer";
import type { LeastSquares } from "../proximal/leastSquares";

/** A problem of two parameters, twice: as float64 functions for drawing, and as the `Problem`, tensors and weights that the optimizers take. */
export interface Landscape extends LeastSquares {
  readonly problem: Problem;
  /** All examples, as tensors that the caller owns. */
  batch(): { input: Tensor; target: Tensor2D };
  /** θ as the model's weights, as tensors that the caller owns. */
  paramsOf(theta: Point): Tensor2D[];
}
