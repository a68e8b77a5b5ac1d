import type { Model } from "../nn/model";
import { TaskError } from "../taskError";

/** Throws `TaskError` for a network with layers of which no Kronecker factors are known: embeddings, layer norm, attention. */
export function requireCurvature(method: string, model: Model): void {
  const without = model.layers.filter(({ lacksCurvature }) => lacksCurvature);
  if (without.length === 0) return;
  const names = without.map(({ name }) => name).join(", ");
  throw new TaskError(
    `${method} is not offered for this network`,
    `It has no curvature for ${names}: embeddings, layer norm and attention.`,
    "Choose SGDm, Adam, APO-η or APO-P.",
  );
}
