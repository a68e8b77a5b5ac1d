import { expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { OPTIMIZER_IDS, type OptimizerId } from "../../config/tables/optimizers";
import { rounded } from "../kernels/rounding/round16";
import { forEachBackend } from "../testing/forEachBackend";
import { tinyTask } from "../testing/tinyTasks";
import { createRace } from "../training/race";

/** A few steps of one method on the tiny regression: rows, weights, and every array of its preconditioner. */
async function train(optimizer: OptimizerId, changed: Partial<Hyperparams>, steps = 5) {
  const hyperparams = { ...hyperparamDefaults(optimizer), ...changed };
  const runs = [{ run: "it", optimizer, hyperparams }];
  const race = createRace(tinyTask("regression"), { seed: 5, batchSize: 16, steps, runs });
  for (let step = 0; step < steps; step++) await race.takeStep();
  const [rows] = await race.readRows();
  const weights = (await race.weights("it")).flatMap((layer) => [...layer]);
  const state = rows?.status === "running" ? await race.preconditionerState("it") : null;
  race.dispose();
  return { rows, weights, state };
}

const isRounded = (values: ArrayLike<number>, format: "bf16" | "fp16") => {
  const list = Float32Array.from(values);
  expect([...rounded(list, format)]).toEqual([...list]);
};

/** The entries of a square matrix beside its diagonal. */
const offDiagonal = (matrix: Float32Array) => matrix.filter((_, i) => i % (Math.sqrt(matrix.length) + 1) !== 0);

forEachBackend(() => {
  it.each(OPTIMIZER_IDS)("%s trains in bf16 and in fp16 with every weight a number of the format", async (id) => {
    const exact = await train(id, {});
    for (const precision of ["bf16", "fp16"] as const) {
      const { rows, weights } = await train(id, { precision });
      expect(rows?.status, rows?.message).toBe("running");
      isRounded(weights, precision);
      expect(weights).not.toEqual(exact.weights);
    }
  });

  it("keeps KFAC's factors and what APO-P learns in the format, too", async () => {
    const kfac = (await train("kfac", { precision: "bf16", damping: 0.01 })).state;
    if (kfac?.kind !== "kfac") throw new Error("KFAC has no factors.");
    for (const layer of kfac.layers) {
      if ("blocks" in layer) throw new Error("The network has no norm.");
      const { inputFactor, outputFactor } = layer;
      // as they are inverted: with jitter on their diagonals
      isRounded(offDiagonal(inputFactor), "bf16");
      isRounded(offDiagonal(outputFactor), "bf16");
    }
    const learned = (await train("apo-p", { precision: "fp16", scaleParameterization: "raw" })).state;
    if (learned?.kind !== "eigenbasis") throw new Error("APO-P has no factors.");
    for (const { A, B, S } of learned.layers) for (const values of [A, B, S]) isRounded(values, "fp16");
  });

  it("shows an overflow of fp16 as what it is, where bf16 goes on", async () => {
    const loud = { learningRate: 2e5 };
    const { rows } = await train("sgd", { ...loud, precision: "fp16" }, 2);
    expect(rows?.status).toBe("diverged");
    expect(rows?.message).toMatch(
      /^\d+ numbers? of the weights and the optimizer's state went beyond fp16's largest, 65504, at step 0\./,
    );
    const other = await train("sgd", { ...loud, precision: "bf16" }, 1);
    expect(other.rows?.status).toBe("running");
  });
});
