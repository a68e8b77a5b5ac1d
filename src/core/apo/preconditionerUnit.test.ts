import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tensor2d, tidy } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { forEachBackend } from "../testing/forEachBackend";
import { readEach, relativeError } from "../testing/numeric";
import { applyPreconditioner, preconditionerGrad, preconditionerTrace } from "../testing/onePreconditioner";

type MatrixRows = number[][];

/** One layer worked out by an independent program in float64; `P_colmajor` acts on vec of the columns of [out, in]. */
const unit: Record<"A" | "B" | "S" | "G" | "R" | "PG" | "dA" | "dB" | "dS" | "P_colmajor", MatrixRows> = JSON.parse(
  readFileSync(join(import.meta.dirname, "../training/fixtures/preconditioner-unit.json"), "utf8"),
);

const [OUT, IN] = [3, 4];
const factors = () => ({ A: tensor2d(unit.A), B: tensor2d(unit.B), S: tensor2d(unit.S) });

forEachBackend(() => {
  it("P·G and the gradients of A, B and S are those of the float64 program", async () => {
    const values = await readEach(
      tidy(() => {
        const G = tensor2d(unit.G);
        const applied = applyPreconditioner(G, factors(), "raw");
        const grads = preconditionerGrad(G, tensor2d(unit.R), factors(), applied, "raw");
        return [applied.D, grads.A, grads.B, grads.S];
      }),
    );
    for (const [i, expected] of [unit.PG, unit.dA, unit.dB, unit.dS].entries())
      expect(relativeError(values[i] as number[], expected.flat())).toBeLessThan(1e-5);
  });

  it("applied to each unit matrix it is P = (A ⊗ B) diag(vec S)² (A ⊗ B)ᵀ, on vectors of stacked columns", async () => {
    const columns: number[][] = [];
    for (let j = 0; j < IN; j++)
      for (let i = 0; i < OUT; i++) {
        const unitMatrix = new Float32Array(OUT * IN);
        unitMatrix[i * IN + j] = 1;
        const [D] = await readEach(
          tidy(() => [applyPreconditioner(tensor2d(unitMatrix, [OUT, IN]), factors(), "raw").D]),
        );
        columns.push(
          Array.from({ length: OUT * IN }, (_, k) => (D as number[])[(k % OUT) * IN + Math.floor(k / OUT)] as number),
        );
      }
    // P is symmetric, so that its columns are its rows
    expect(relativeError(columns.flat(), unit.P_colmajor.flat())).toBeLessThan(1e-5);
    const trace = unit.P_colmajor.reduce((sum, row, k) => sum + (row[k] as number), 0);
    const [actual] = await readEach(tidy(() => [preconditionerTrace(factors(), "raw")]));
    expect(relativeError(actual as number[], [trace])).toBeLessThan(1e-5);
  });

  it("exponentiates log S: the same step and the same trace, and ∂Q/∂log S = S ∘ ∂Q/∂S", async () => {
    const positive = unit.S.map((row) => row.map(Math.abs));
    const raw = { ...factors(), S: tensor2d(positive) };
    const exp = { ...factors(), S: tensor2d(positive.map((row) => row.map(Math.log))) };
    const of = (f: typeof raw, scale: "raw" | "exp") => {
      const applied = applyPreconditioner(tensor2d(unit.G), f, scale);
      const grads = preconditionerGrad(tensor2d(unit.G), tensor2d(unit.R), f, applied, scale);
      return [applied.D, grads.A, grads.B, grads.S, preconditionerTrace(f, scale)];
    };
    const expected = await readEach(tidy(() => of(raw, "raw")));
    const actual = await readEach(tidy(() => of(exp, "exp")));
    expected[3] = (expected[3] as number[]).map((grad, k) => grad * (positive.flat()[k] as number));
    for (const [i, values] of expected.entries())
      expect(relativeError(actual[i] as number[], values)).toBeLessThan(1e-5);
  });
});
