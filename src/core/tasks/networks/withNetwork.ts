import { createGraphModel } from "../../nn/graph/build";
import { createDecoder } from "../../nn/graph/decoder";
import { tokenCrossEntropy } from "../../nn/tokenCrossEntropy";
import type { TaskData } from "../task";
import { createTranslator } from "../translation/translator";

/** A task of a graph with the functions that its network needs, which no message carries. */
export function withNetwork(task: Omit<TaskData, "createModel" | "tokenLoss" | "translator">): TaskData {
  const { layers, inputShape, sequences, test, picture } = task;
  const built = { ...task, createModel: createGraphModel, ...(sequences && { tokenLoss: tokenCrossEntropy }) };
  if (picture.kind !== "translations" || !sequences) return built;
  const decoder = createDecoder({ layers, inputShape, sequences });
  return { ...built, translator: createTranslator({ decoder, split: test, sequences }, picture) };
}
