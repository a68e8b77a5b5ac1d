import { addN, type Tensor, type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import type { LayerCache } from "../../nn/layer";
import type { NodeLayer, NodeStatistics } from "../../nn/node";
import { movedAverages } from "../../training/runningAverages";
import {
  type FileTensor,
  loneNode,
  resultIn,
  resultOut,
  valueIn,
  valueOut,
  weightsIn,
  weightsOut,
} from "../graph/graphCases";
import { expectClose, type NodeCase } from "../graph/graphFile";
import { readEach } from "../numeric";

/** A node's value, gradients and directional derivative, and what batch norm keeps. */
export async function testNode(one: NodeCase, limit: number): Promise<void> {
  const { inputs, params, pick = inputs.map((_, i) => i) } = one;
  const lone = loneNode(
    one.node,
    pick.map((i) => inputs[i] as FileTensor),
    pick.length,
  );
  const { spec } = lone;
  const first = inputs[0] as FileTensor;
  const weights = (files: readonly FileTensor[]) => files.map((file) => weightsIn(spec, first, file));
  const keyTokens = (): Tensor[] => {
    if (spec.kind !== "attention") return [];
    const memory = inputs[pick[1] as number] as FileTensor;
    const [count = 1, length = 1] = memory.shape;
    return [tensor2d(one.keyMask?.values ?? new Array<number>(count * length).fill(1), [count, length])];
  };
  const given = () => [...pick.map((i) => valueIn(inputs[i] as FileTensor)), ...keyTokens()];
  const pass = () => lone.forward(weights(params), given());

  const [output] = await readEach(tidy(() => [pass().output]));
  expectClose(resultOut(spec, first, output as number[], one.output), one.output.values, limit, "output");

  const grads = await readEach(
    tidy(() => {
      const { inputGrads, weightGrads } = lone.backward(
        weights(params),
        pass().caches,
        resultIn(spec, first, one.outputGradient),
      );
      // an input that two edges take has the sum of their gradients
      const perInput = one.inputGradients.map((_, i) =>
        addN(pick.flatMap((picked, edge) => (picked === i ? [inputGrads[edge] as Tensor] : []))),
      );
      return [...perInput, ...weightGrads];
    }),
  );
  one.inputGradients.forEach((file, i) => {
    expectClose(valueOut(grads[i] as number[], file), file.values, limit, `gradient of input ${i}`);
  });
  one.paramGradients.forEach((file, i) => {
    const actual = grads[one.inputGradients.length + i] as number[];
    const theirs = weightsOut(spec, first, actual, file);
    expectClose(theirs, file.values, limit, `gradient of matrix ${i}`);
  });

  const [tangent] = await readEach(
    tidy(() => {
      const along = pick.map((i) => (one.inputTangents[i] ? valueIn(one.inputTangents[i]) : null));
      return [lone.jvp(weights(params), pass().caches, along, weights(one.paramTangents))];
    }),
  );
  expectClose(
    resultOut(spec, first, tangent as number[], one.outputTangent),
    one.outputTangent.values,
    limit,
    "tangent",
  );
  if (one.evaluationOutput) await testAverages(one, limit);
}

/** Batch norm alone: the statistics of its batch, the averages they move, and its value by those. */
async function testAverages(one: NodeCase, limit: number): Promise<void> {
  const lone = loneNode(one.node, one.inputs, 1);
  const layer = lone.layers[0] as NodeLayer;
  const before = () => {
    const [mean, variance] = one.runningBefore as [FileTensor, FileTensor];
    return tensor2d([mean.values, variance.values]);
  };
  const input = one.inputs[0] as FileTensor;
  const weights = () => one.params.map((file) => weightsIn(lone.spec, input, file));
  const cacheOf = () => lone.forward(weights(), [valueIn(input)]).caches[0] as LayerCache;
  const [mean, variance, after, output] = await readEach(
    tidy(() => {
      const cache = cacheOf();
      const { of, moments } = layer.statistics as NodeStatistics;
      const [statistics] = of([moments(cache)]) as [Tensor2D];
      const evaluated = lone.forward(weights(), [valueIn(input)], movedAverages([before()], [statistics])[0]);
      return [
        cache.mean as Tensor,
        cache.variance as Tensor,
        movedAverages([before()], [statistics])[0] as Tensor,
        evaluated.output,
      ];
    }),
  );
  expectClose(mean as number[], (one.batchMean as FileTensor).values, limit, "batch mean");
  expectClose(variance as number[], (one.batchVariance as FileTensor).values, limit, "batch variance");
  const expected = (one.runningAfter as FileTensor[]).flatMap(({ values }) => values);
  expectClose(after as number[], expected, limit, "running averages");
  const file = one.evaluationOutput as FileTensor;
  expectClose(valueOut(output as number[], file), file.values, limit, "output by the running averages");
}
