import { matricesOf } from "../../nn/graph/matrices";
import { type GraphDescription, planGraph } from "../../nn/graph/plan";

const product = (shape: readonly number[]): number => shape.reduce((total, n) => total * n, 1);

/** Numbers that a network learns. */
export const weightCount = (graph: GraphDescription): number =>
  planGraph(graph).reduce(
    (total, { matrices }) => total + matrices.reduce((sum, { shape }) => sum + product(shape), 0),
    0,
  );

/**
 * Multiplications and additions of one forward pass of one example, in the products of convolutions, dense layers and attention; what
 * else there is, biases, norms and activations, is not counted, as usual.
 */
export function forwardOperations(graph: GraphDescription): number {
  return planGraph(graph).reduce((total, { spec, shape, inputShapes }) => {
    if (spec.kind === "attention") {
      const [query = 0, memory = 0] = inputShapes.map(([length = 0]) => length);
      const projections = 2 * spec.width * spec.width * (query + memory);
      return total + 2 * (projections + 2 * query * memory * spec.width);
    }
    if (spec.kind === "dense") return total + 2 * spec.inputs * product(shape);
    if (spec.kind !== "conv") return total;
    const places = product(shape) / spec.outputs;
    const [{ fanIn } = { fanIn: 0 }] = matricesOf(spec);
    const unpooled = spec.pool > 1 ? spec.pool * spec.pool : 1;
    return total + 2 * fanIn * spec.outputs * places * unpooled;
  }, 0);
}
