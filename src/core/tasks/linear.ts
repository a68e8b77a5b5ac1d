import { CholeskyDecomposition, Matrix, QrDecomposition, solve } from "ml-matrix";
import { TASK_OPTIONS } from "../../config/tables/taskOptions";
import { TASKS } from "../../config/tables/tasks";
import type { LayerSpec } from "../nn/layerSpec";
import { stream } from "../random";
import { TaskError } from "../taskError";
import { initialParams } from "./init";
import { weightsPicture } from "./parityPicture";
import type { CreateTask, Split } from "./task";

const INPUTS = 8;
const TRAIN = 4096;
const TEST = 1024;

const LAYERS: LayerSpec[] = [{ kind: "dense", inputs: INPUTS, outputs: 1, activation: "linear", bias: false }];

/** Eigenvalues of E[xxᵀ], log-spaced from 1 down to 1/κ. */
export function linearEigenvalues(conditionNumber: number): number[] {
  return Array.from({ length: INPUTS }, (_, i) => conditionNumber ** (-i / (INPUTS - 1)));
}

function normalMatrix(seed: number, name: string, rows: number): Matrix {
  const { normal } = stream(seed, name);
  return new Matrix(Array.from({ length: rows }, () => Array.from({ length: INPUTS }, normal)));
}

/** Rows with second moment exactly I: Z L⁻ᵀ, where ZᵀZ/n = LLᵀ. */
function whiten(z: Matrix): Matrix {
  const moment = z.transpose().mmul(z).div(z.rows);
  const lower = new CholeskyDecomposition(moment).lowerTriangularMatrix;
  return solve(lower, z.transpose()).transpose();
}

/** Λ^½ Rᵀ with a random rotation R [8, 8]: turns white rows into rows of second moment RΛRᵀ. */
function coloring(seed: number, conditionNumber: number): Matrix {
  const rotation = new QrDecomposition(normalMatrix(seed, "linear.rotation", INPUTS)).orthogonalMatrix;
  const spread = Matrix.diag(linearEigenvalues(conditionNumber).map(Math.sqrt));
  return spread.mmul(rotation.transpose());
}

function toSplit(seed: number, split: "train" | "test", x: Matrix, solution: Matrix): Split {
  const { normal } = stream(seed, `linear.${split}.noise`);
  const y = x.mmul(solution);
  return {
    x: Float32Array.from(x.to1DArray()),
    y: Float32Array.from(y.to1DArray(), (value) => value + normal()),
    count: x.rows,
  };
}

/**
 * The weight along each eigenvector of H, the largest eigenvalue first and the smaller half open, against least squares: with
 * X = ZΛ^½Rᵀ and ZᵀZ/n = I that is Zᵀy/n over √λ.
 */
function weightsAlong(color: Matrix, white: Matrix, train: Split, conditionNumber: number) {
  const roots = linearEigenvalues(conditionNumber).map(Math.sqrt);
  const products = white
    .transpose()
    .mmul(Matrix.columnVector(Array.from(train.y)))
    .to1DArray();
  return weightsPicture({
    points: "eigenvectors",
    inputs: Float32Array.from(roots.flatMap((root, i) => color.getRow(i).map((entry) => entry / root))),
    targets: Float32Array.from(roots, (root, i) => (products[i] as number) / (train.count * root)),
    openFrom: INPUTS / 2,
  });
}

/**
 * y = w·x + N(0, 1) with 8 inputs and no bias, so that the closed forms are clean: for the loss ½(f − y)², the Hessian H
 * over the training split is E[xxᵀ] = RΛRᵀ, exactly, with eigenvalues `linearEigenvalues(κ)`. The test split is drawn from
 * the same law.
 */
export const createLinear: CreateTask = async (seed, { conditionNumber }) => {
  const { min, max } = TASK_OPTIONS.conditionNumber;
  if (!(conditionNumber >= min && conditionNumber <= max)) {
    throw new TaskError(
      `Condition number ${conditionNumber} is out of range`,
      `Allowed: ${min} to ${max}.`,
      `Set conditionNumber within that range.`,
    );
  }
  const color = coloring(seed, conditionNumber);
  const solution = normalMatrix(seed, "linear.solution", 1).transpose();
  const white = whiten(normalMatrix(seed, "linear.train", TRAIN));
  const train = toSplit(seed, "train", white.mmul(color), solution);
  const test = normalMatrix(seed, "linear.test", TEST).mmul(color);
  return {
    inputShape: [INPUTS],
    train,
    test: toSplit(seed, "test", test, solution),
    layers: LAYERS,
    loss: TASKS.linear.loss,
    initialParams: initialParams(seed, LAYERS),
    picture: weightsAlong(color, white, train, conditionNumber),
  };
};
