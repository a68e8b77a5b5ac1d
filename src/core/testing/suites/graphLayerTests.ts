import { type Tensor, type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { describe, it } from "vitest";
import { applyPreconditioners, preconditionerGrads, totalTrace } from "../../kernels/preconditioner";
import { LOSSES } from "../../nn/losses";
import { tokenCrossEntropy } from "../../nn/tokenCrossEntropy";
import { tokenRows } from "../../training/rows";
import { type FileTensor, valueIn } from "../graph/graphCases";
import { expectClose, type LayersFile, type LossCase, type PreconditionerCase } from "../graph/graphFile";
import { readEach } from "../numeric";
import { testKfac } from "./graphKfacTests";
import { testNode } from "./graphNodeTests";

/** Tests of every node kind, loss, preconditioner and KFAC factor of the file, on the active backend. */
export function testGraphLayers({ cases, losses, preconditioner, kfac }: LayersFile, limit: number): void {
  describe("nodes", () => it.each(cases)("$name", (one) => testNode(one, limit)));
  describe("losses", () => it.each(losses)("$loss", (one) => testLoss(one, limit)));
  describe("preconditioners", () =>
    it.each(preconditioner)("$factors, $scaleParameterization", (one) => testPreconditioner(one, limit)));
  describe("KFAC", () => it.each(kfac)("$name", (one) => testKfac(one, limit)));
}

async function testLoss(one: LossCase, limit: number): Promise<void> {
  const loss = one.loss === "tokenCrossEntropy" ? tokenCrossEntropy : LOSSES[one.loss];
  const outputs = () => valueIn(one.outputs) as Tensor2D;
  const old = () => valueIn(one.oldOutputs) as Tensor2D;
  const targets = (): { target: Tensor2D; rowShares?: Tensor2D } => {
    const { shape, values } = one.y;
    if (one.loss === "tokenCrossEntropy") {
      const [count = 1, length = 1] = shape;
      const rows = Array.from({ length: count }, (_, i) => i);
      const sequences = { source: 0, target: length, padding: one.padding ?? 0 };
      return tokenRows({ x: new Float32Array(0), y: Int32Array.from(values), count }, rows, sequences);
    }
    if (one.loss === "squaredError") return { target: valueIn(one.y) as Tensor2D };
    const [, classes = 1] = one.outputs.shape;
    return { target: tensor2d(values.map((y) => Array.from({ length: classes }, (_, k) => (k === y ? 1 : 0)))) };
  };
  const measured = async (directions: readonly ("old-new" | "new-old")[]) =>
    readEach(
      tidy(() => {
        const { target, rowShares } = targets();
        const { loss: value, outputGrad } = loss.lossAndGrad(outputs(), target, rowShares);
        const rhos = directions.flatMap((direction) => {
          const rho = loss.discrepancyAndGrad(outputs(), old(), direction, rowShares);
          return [rho.discrepancy, rho.outputGrad];
        });
        return [value, outputGrad, ...rhos];
      }),
    );
  const [value, gradient, fsd, fsdGradient, back, backGradient] = await measured(["old-new", "new-old"]);
  expectClose(value as number[], [one.value], limit, "loss");
  expectClose(gradient as number[], one.gradient.values, limit, "gradient");
  expectClose(fsd as number[], [one.fsd], limit, "FSD");
  expectClose(fsdGradient as number[], one.fsdGradient.values, limit, "gradient of the FSD");
  if (one.fsdNewOld === undefined) return;
  expectClose(back as number[], [one.fsdNewOld], limit, "FSD the other way");
  expectClose(backGradient as number[], (one.fsdNewOldGradient as FileTensor).values, limit, "its gradient");
}

async function testPreconditioner(one: PreconditionerCase, limit: number): Promise<void> {
  const scale = one.scaleParameterization;
  const matrix = ({ shape, values }: FileTensor) => tensor2d(values, shape as [number, number]);
  const factors = () => [{ ...(one.A && { A: matrix(one.A) }), ...(one.B && { B: matrix(one.B) }), S: matrix(one.s) }];
  const names = ["ds", "dA", "dB"] as const;
  const [PG, trace, ...grads] = await readEach(
    tidy(() => {
      const applied = applyPreconditioners([matrix(one.G)], factors(), scale);
      const [meta] = preconditionerGrads([matrix(one.G)], [matrix(one.R)], factors(), applied, scale);
      const made = { ds: meta?.S, dA: meta?.A, dB: meta?.B };
      return [
        applied[0]?.D as Tensor,
        totalTrace(factors(), scale),
        ...names.flatMap((name) => (one[name] ? [made[name] as Tensor] : [])),
      ];
    }),
  );
  expectClose(PG as number[], one.PG.values, limit, "P g");
  expectClose(trace as number[], [one.trace], limit, "trace");
  names
    .filter((name) => one[name])
    .forEach((name, i) => {
      expectClose(grads[i] as number[], (one[name] as FileTensor).values, limit, name);
    });
}
