import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { grads, slice, sum, type Tensor2D, tidy } from "@tensorflow/tfjs-core";
import { Matrix } from "ml-matrix";
import type { Loss } from "../nn/loss";
import type { ApoProblem } from "./apoProblem";
import { onCpu, read, readEach } from "./numeric";

/**
 * G = Σ Jᵀ H J / N of a problem's B or B′ in float64, [n, n]: J row by row from `tf.grads` of the network written a second
 * time, H from the outputs by its formula. It shares nothing with src/core/nn.
 */
export function denseCurvature(problem: ApoProblem, on: "batch" | "fsdBatch"): Promise<Matrix> {
  return onCpu(async () => {
    const f = await readEach([tidy(() => problem.outputs(problem.params(), on))]);
    const [count, outputs] = tidy(() => problem.outputs(problem.params(), on).shape);
    const rows: number[][] = [];
    for (let n = 0; n < count; n++)
      for (let k = 0; k < outputs; k++)
        rows.push(
          await read(
            tidy(() =>
              grads((...W) => sum(slice(problem.outputs(W as Tensor2D[], on), [n, k], [1, 1])))(problem.params()),
            ),
          ),
        );
    const J = new Matrix(rows);
    const H = Matrix.zeros(count * outputs, count * outputs);
    for (let n = 0; n < count; n++) {
      const own = outputHessian(problem.problem.loss.kind, (f[0] as number[]).slice(n * outputs, (n + 1) * outputs));
      H.setSubMatrix(own.div(count), n * outputs, n * outputs);
    }
    return J.transpose().mmul(H).mmul(J);
  });
}

/** Hessian of one example's loss along its outputs: I, diag p(1 − p), or diag p − ppᵀ. */
function outputHessian(kind: Loss["kind"], f: readonly number[]): Matrix {
  if (kind === "squaredError") return Matrix.eye(f.length);
  if (kind === "sigmoidCrossEntropy")
    return Matrix.diag(f.map((value) => 1 / (2 + Math.exp(value) + Math.exp(-value))));
  const exponentials = f.map((value) => Math.exp(value - Math.max(...f)));
  const total = exponentials.reduce((sum, value) => sum + value, 0);
  const p = Matrix.columnVector(exponentials.map((value) => value / total));
  return Matrix.diag(p.to1DArray()).sub(p.mmul(p.transpose()));
}
