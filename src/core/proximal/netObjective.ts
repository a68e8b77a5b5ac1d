import type { ProximalProblem } from "../../config/formulas/proximalProblem";
import { backward, denseNet, forward, weightedSum } from "./denseNet";
import { gaussNewton } from "./gaussNewton";
import { hostObjective } from "./hostObjective";
import type { MinimisedPoint } from "./minimisedPoint";
import { outputTerms } from "./outputTerms";

interface NetObjective {
  /** ∇J_B(θ). */
  lossGradient: Float64Array;
  /** Q at a point; its curvature needs λ_WSD or damping above 0. */
  at(u: Float64Array): MinimisedPoint;
}

/** Q of a network of dense layers from θ, in float64 on the host: B and B′ in one pass. */
export function netObjective(problem: ProximalProblem, theta: Float64Array): NetObjective {
  const net = denseNet(problem.layers);
  const { x, y, fsdX, lambdaFsd, lambdaWsd } = problem;
  const count = x.length / net.inputs;
  const total = count + fsdX.length / net.inputs;
  const joined = new Float32Array(x.length + fsdX.length);
  joined.set(x);
  joined.set(fsdX, x.length);
  const terms = outputTerms(problem, net.outputs);
  const cut = count * net.outputs;
  const start = forward(net, theta, joined, total);
  const reference = start.outputs.slice(cut);
  const seedCut = cut * terms.seeds;

  const lossSeeds = new Float64Array(total * net.outputs);
  lossSeeds.set(terms.loss(start.outputs.subarray(0, cut), y, 1).gradient);
  return {
    lossGradient: weightedSum(net, start, backward(net, theta, start, lossSeeds, 1), null),
    at: hostObjective(theta, lambdaWsd, (u) => {
      const pass = forward(net, u, joined, total);
      const loss = terms.loss(pass.outputs.subarray(0, cut), y, 1);
      const fsd = terms.discrepancy(pass.outputs.subarray(cut), reference, lambdaFsd);
      const seeds = new Float64Array(total * net.outputs);
      seeds.set(loss.gradient);
      seeds.set(fsd.gradient, cut);
      return {
        value: loss.value + fsd.value,
        gradient: weightedSum(net, pass, backward(net, u, pass, seeds, 1), null),
        curvature() {
          const root = new Float64Array(total * terms.seeds * net.outputs);
          root.set(loss.root);
          root.set(fsd.root, seedCut);
          const { solve, trace } = gaussNewton(net, pass, backward(net, u, pass, root, terms.seeds));
          return { solve: (v, damping) => solve(v, lambdaWsd + damping), trace };
        },
      };
    }),
  };
}
