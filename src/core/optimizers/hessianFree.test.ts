import { describe, expect, it } from "vitest";
import { APO_PROBLEMS, type ApoProblem } from "../testing/apoProblem";
import { forEachBackend } from "../testing/forEachBackend";
import { relativeError } from "../testing/numeric";
import { stepOn } from "../testing/stepOn";
import type { HessianFreeState } from "./hessianFree";

const [mlp] = APO_PROBLEMS as [ApoProblem];
const norm = (v: readonly number[]) => Math.hypot(...v);

forEachBackend(() => {
  describe("Hessian-free", () => {
    it("takes shorter steps the higher its damping is, towards −g/damping", async () => {
      const steps: number[][] = [];
      for (const damping of [0.01, 1, 1e4])
        steps.push((await stepOn(mlp, "hessian-free", { damping, backtracking: "off" })).step);
      const [loose, middle, tight] = steps as [number[], number[], number[]];
      expect(norm(loose)).toBeGreaterThan(norm(middle));
      expect(norm(middle)).toBeGreaterThan(norm(tight));
      const { step: descent } = await stepOn(mlp, "gradient-descent", { lambdaWsd: 1e4 });
      expect(relativeError(tight, descent)).toBeLessThan(5e-3);
    });

    it("has the damping of λ_WSD + damping in its step, wherever the sum comes from", async () => {
      const bare = { damping: 0, backtracking: "off", lambdaWsd: 0.5 } as const;
      const { step } = await stepOn(mlp, "hessian-free", bare);
      const { step: split } = await stepOn(mlp, "hessian-free", { ...bare, lambdaWsd: 0.2, damping: 0.3 });
      expect(relativeError(split, step)).toBeLessThan(1e-5);
    });

    it.each([
      ["lowers its damping by a third where the model keeps its promise", 1e3, 2e3 / 3],
      ["raises its damping by half where the step of an almost bare model disappoints", 1e-6, 1.5e-6],
    ])("%s", async (_, damping, expected) => {
      const { state } = await stepOn(mlp, "hessian-free", { damping });
      expect((state as HessianFreeState).damping).toBeCloseTo(expected, 9);
    });

    it("leaves a damping of 0 off", async () => {
      const { state } = await stepOn(mlp, "hessian-free", { damping: 0, lambdaWsd: 0.1 });
      expect(state).toEqual({ damping: 0 });
    });

    it("counts products as a forward and a backward pass, and each trial of backtracking as a forward pass", async () => {
      for (const backtracking of ["on", "off"] as const) {
        const { stats, calls } = await stepOn(mlp, "hessian-free", { damping: 1e-6, backtracking });
        expect(stats.forwardPasses).toBe(calls.forward + calls.jvp);
        expect(stats.backwardPasses).toBe(calls.backward);
        expect(calls.backward).toBe(1 + calls.jvp);
      }
    });

    it("shortens a step that would raise the loss, along the same direction", async () => {
      const bold = { damping: 0, lambdaWsd: 1e-6 } as const;
      const whole = await stepOn(mlp, "hessian-free", { ...bold, backtracking: "off" });
      const shortened = await stepOn(mlp, "hessian-free", { ...bold, backtracking: "on" });
      const share = norm(shortened.step) / norm(whole.step);
      expect(shortened.calls.forward).toBeGreaterThan(2);
      expect(share).toBeLessThan(0.9);
      expect(share).toBeCloseTo(0.8 ** (shortened.calls.forward - 2), 4);
      const scaled = whole.step.map((value) => value * share);
      expect(relativeError(shortened.step, scaled)).toBeLessThan(1e-3);
    });
  });
});
