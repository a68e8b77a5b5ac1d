import type { Tensor2D } from "@tensorflow/tfjs-core";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { OptimizerId } from "../../config/tables/optimizers";
import { CREATE_OPTIMIZER } from "../methods";
import type { Problem } from "../optimizers/optimizer";
import type { ApoProblem } from "./apoProblem";
import { read } from "./numeric";

/** One step of a method on a problem: θ − θ⁺, with its stats and the network calls it made. */
export async function stepOn(apo: ApoProblem, id: OptimizerId, changed: Partial<Hyperparams>) {
  const calls = { forward: 0, jvp: 0, backward: 0 };
  const { model } = apo.problem;
  const counted: Problem = {
    ...apo.problem,
    model: {
      ...model,
      forward(...args) {
        calls.forward++;
        return model.forward(...args);
      },
      jvp(...args) {
        calls.jvp++;
        return model.jvp(...args);
      },
      backward(...args) {
        calls.backward++;
        return model.backward(...args);
      },
    },
  };
  const optimizer = CREATE_OPTIMIZER[id](counted);
  const hyperparams = { ...hyperparamDefaults(id), ...changed, steps: 1 };
  const params = apo.params();
  const state = optimizer.init(params, hyperparams);
  const result = await optimizer.step(params, state, apo.batch(), apo.fsdBatch, hyperparams);
  const before = await read(apo.params());
  const after = await read(result.params as Tensor2D[]);
  return {
    step: before.map((value, i) => value - (after[i] as number)),
    params: after,
    state: result.state,
    stats: result.stats,
    calls,
  };
}
