import { tidy } from "@tensorflow/tfjs-core";
import { isBlocks, type LayerCache, type MatrixCurvature } from "../../nn/layer";
import { invertFactors, preconditionWith } from "../../optimizers/kfacDamping";
import { type FileTensor, factorOut, loneNode, valueIn, weightsIn, weightsOut } from "../graph/graphCases";
import { expectClose, type KfacCase } from "../graph/graphFile";
import { readEach } from "../numeric";

/** What KFAC keeps of a node, and its direction in both forms of damping. */
export async function testKfac(one: KfacCase, limit: number): Promise<void> {
  const { input, damping } = one;
  const lone = loneNode(one.node, [input], 1);
  const weights = (file: FileTensor) => weightsIn(lone.spec, input, file);
  const curvature = tidy(() => {
    const { caches } = lone.forward([weights(one.params)], [valueIn(input)]);
    const { outputGrad } = lone.backward([weights(one.params)], caches, valueIn(one.outputGradient));
    const place = lone.layers.findIndex(({ matrices }) => matrices.length > 0);
    return lone.layers[place]?.kroneckerFactors?.(caches[place] as LayerCache, outputGrad) as never;
  }) as MatrixCurvature;
  const update = async (dampingForm: "pi" | "tikhonov") => {
    const [inverse] = await invertFactors([curvature], { damping, dampingForm });
    const direction = tidy(() => preconditionWith(inverse as never, weights(one.gradient)));
    const [values] = await readEach([direction]);
    for (const tensor of Object.values(inverse ?? {})) if (typeof tensor === "object") tensor.dispose();
    return weightsOut(lone.spec, input, values as number[], one.gradient);
  };
  const [pi, tikhonov] = [await update("pi"), await update("tikhonov")];
  if (isBlocks(curvature)) {
    const [blocks] = await readEach([curvature.blocks]);
    const file = one.blocks as FileTensor;
    const [channels = 0] = file.shape;
    const whole = Array.from({ length: channels }, (_, c) => {
      const [a, b, d] = (blocks as number[]).slice(3 * c, 3 * c + 3) as [number, number, number];
      return [a, b, b, d];
    });
    expectClose(whole.flat(), file.values, limit, "blocks");
    for (const values of [pi, tikhonov]) expectClose(values, (one.update as FileTensor).values, limit, "update");
    return;
  }
  const [A, G] = await readEach([curvature.inputFactor, curvature.outputFactor]);
  const file = one.inputFactor as FileTensor;
  expectClose(factorOut(lone.spec, input, A as number[], file), file.values, limit, "input factor");
  expectClose(G as number[], (one.outputFactor as FileTensor).values, limit, "output factor");
  expectClose(pi, (one.updatePi as FileTensor).values, limit, "update, π");
  expectClose(tikhonov, (one.updateTikhonov as FileTensor).values, limit, "update, Tikhonov");
}
