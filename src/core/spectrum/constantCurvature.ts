import type { LayerCurvature } from "../../config/tables/metrics";
import { allNumbers } from "../data/inputs";
import { symmetricEigenvalues } from "../linalg/symmetricEigen";
import type { TaskData } from "../tasks/task";

/** Up to this many inputs the moment is formed; no task comes near it. */
const MOST_INPUTS = 512;

/**
 * Eigenvalues of H = G over the training split, layer by layer, where they are the same at every θ: for one linear layer under
 * the loss ½‖f − y‖², E[x̄x̄ᵀ] ⊗ I with x̄ = (x, 1) where there is a bias. Null for any other model: its curvature moves with θ.
 */
export function constantCurvature({ layers, loss, train }: TaskData): LayerCurvature[] | null {
  const [layer] = layers;
  if (layers.length !== 1 || layer?.kind !== "dense" || layer.activation !== "linear") return null;
  const columns = layer.inputs + (layer.bias ? 1 : 0);
  if (loss !== "squaredError" || columns > MOST_INPUTS) return null;
  const moment = new Float64Array(columns * columns);
  const row = new Float64Array(columns).fill(1);
  const x = allNumbers(train.x);
  for (let n = 0; n < train.count; n++) {
    row.set(x.subarray(n * layer.inputs, (n + 1) * layer.inputs));
    for (let i = 0; i < columns; i++) {
      const xi = (row[i] as number) / train.count;
      for (let j = 0; j <= i; j++)
        moment[i * columns + j] = (moment[i * columns + j] as number) + xi * (row[j] as number);
    }
  }
  const eigenvalues = [...symmetricEigenvalues(moment, columns)].map((value) => Math.max(0, value));
  return [
    { name: "dense1", eigenvalues: eigenvalues.flatMap((value) => new Array<number>(layer.outputs).fill(value)) },
  ];
}
