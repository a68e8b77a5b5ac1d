import { createGraphModel } from "../../nn/graph/build";
import { createDecoder } from "../../nn/graph/decoder";
import { tokenCrossEntropy } from "../../nn/tokenCrossEntropy";
import type { TaskData } from "../task";
import { createTranslator } from "../translation/translator";
import { limitInputs, mostInputsHere } from "./limitInputs";

/** The model as the device at hand affords it. */
const createLimited: TaskData["createModel"] = (task) =>
  createGraphModel({ ...task, layers: limitInputs(task.layers, mostInputsHere()) });

/** A task of a graph with the functions that its network needs, which no message carries. */
export function withNetwork(task: Omit<TaskData, "createModel" | "tokenLoss" | "translator">): TaskData {
  const { layers, inputShape, sequences, test, picture, limitsInputs } = task;
  const createModel: TaskData["createModel"] = limitsInputs ? createLimited : createGraphModel;
  const built = { ...task, createModel, ...(sequences && { tokenLoss: tokenCrossEntropy }) };
  if (picture.kind !== "translations" || !sequences) return built;
  const decoder = createDecoder({ layers, inputShape, sequences });
  return { ...built, translator: createTranslator({ decoder, split: test, sequences }, picture) };
}
