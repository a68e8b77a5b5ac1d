import { layerName } from "../../config/formulas/layerWords";
import type { Model } from "../nn/model";
import { TaskError } from "../taskError";

/** Layers that are named; more are counted. */
const NAMED = 3;

/** Throws `TaskError` for a network with layers of which no Kronecker factors are known: embeddings, layer norm, attention. */
export function requireCurvature(method: string, model: Model): void {
  const without = model.layers.filter(({ lacksCurvature }) => lacksCurvature);
  if (without.length === 0) return;
  const names = without.slice(0, NAMED).map(({ name }) => layerName(name));
  const others = without.length - names.length;
  throw new TaskError(
    `${method} is not offered for this network`,
    `It has no curvature for ${names.join("; ")}${others > 0 ? `; and ${others} more` : ""}: embeddings, layer norm and attention.`,
    "Choose SGDm, Adam, APO-η or APO-P.",
  );
}
