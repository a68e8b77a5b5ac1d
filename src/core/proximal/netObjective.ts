import type { ProximalProblem } from "../../config/formulas/proximalProblem";
import { addScaledInPlace, dot } from "../linalg/hostVector";
import { backward, type DenseNet, denseNet, forward, type NetPass, weightedSum } from "./denseNet";
import { outputTerms } from "./outputTerms";

/** The proximal objective of a network at a point u. */
interface NetObjectivePoint {
  value: number;
  /** ∇Q(u). */
  gradient: Float64Array;
  pass: NetPass;
  /** Rows along the outputs whose squares are the Gauss-Newton curvature of loss and FSD. */
  root: Float64Array;
}

export interface NetObjective {
  net: DenseNet;
  lambdaWsd: number;
  /** ∇J_B(θ). */
  lossGradient: Float64Array;
  at(u: Float64Array): NetObjectivePoint;
  /** δ of the Gauss-Newton root's rows for each layer. */
  rootDeltas(u: Float64Array, point: NetObjectivePoint): Float64Array[];
}

/** Q(u) = J_B(u) + λ_FSD·mean_{B′} ρ(f(u), f(θ)) + (λ_WSD/2)‖u − θ‖² from θ, B and B′ in one pass. */
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
    net,
    lambdaWsd,
    lossGradient: weightedSum(net, start, backward(net, theta, start, lossSeeds, 1), null),
    at(u) {
      const pass = forward(net, u, joined, total);
      const loss = terms.loss(pass.outputs.subarray(0, cut), y, 1);
      const fsd = terms.discrepancy(pass.outputs.subarray(cut), reference, lambdaFsd);
      const seeds = new Float64Array(total * net.outputs);
      seeds.set(loss.gradient);
      seeds.set(fsd.gradient, cut);
      const root = new Float64Array(total * terms.seeds * net.outputs);
      root.set(loss.root);
      root.set(fsd.root, seedCut);
      const move = u.map((value, i) => value - (theta[i] as number));
      const gradient = weightedSum(net, pass, backward(net, u, pass, seeds, 1), null);
      addScaledInPlace(gradient, lambdaWsd, move);
      return { value: loss.value + fsd.value + 0.5 * lambdaWsd * dot(move, move), gradient, pass, root };
    },
    rootDeltas: (u, { pass, root }) => backward(net, u, pass, root, terms.seeds),
  };
}
