import { tidy } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { hyperparamDefaults } from "../../../config/tables/hyperparamRange";
import { proximalObjective, proximalObjectiveFrom } from "../../proximal/deviceObjective";
import { type GraphFile, graphProblem } from "../graph/graphTask";
import { readEach } from "../numeric";

/**
 * At θ′ = θ every pass on B′ takes its statistics from the same batch under the same weights, so that ρ is 0 to the last bit, whichever
 * way KL is taken and however the passes are made.
 */
export function testNoDiscrepancy(file: GraphFile): void {
  it.each(["old-new", "new-old"] as const)("has no discrepancy from itself, KL %s", async (klDirection) => {
    const { problem, params, batch, fsdBatch } = graphProblem(file);
    const settings = { ...hyperparamDefaults("apo-p"), lambdaFsd: 1, lambdaWsd: 0, klDirection };
    const values = await readEach(
      tidy(() => {
        const [theta, B, fsdB] = [params(), batch(), fsdBatch()];
        const once = proximalObjective(problem, theta, theta, B, fsdB, settings);
        const again = proximalObjectiveFrom(problem, theta, B, fsdB, settings)(theta);
        return [once.fsd, once.wsd, again.fsd, again.wsd];
      }),
    );
    for (const value of values.flat()) expect(Math.abs(value)).toBe(0);
  });
}
