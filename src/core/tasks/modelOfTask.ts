import type { ExampleLossId } from "../../config/tables/losses";
import { createModel } from "../nn/chain";
import { chainIn, type LayerSpec } from "../nn/layerSpec";
import type { Loss } from "../nn/loss";
import { LOSSES } from "../nn/losses";
import type { Model } from "../nn/model";
import type { TaskData } from "./task";

/** The layers of a task whose network is a chain of dense layers and convolutions; throws where it is not. */
export function chainOf({ layers }: Pick<TaskData, "layers">): readonly LayerSpec[] {
  const chain = chainIn(layers);
  if (!chain) throw new Error("This network is no chain of dense layers and convolutions.");
  return chain;
}

/** The task's loss. */
export const lossOfTask = ({ loss, tokenLoss }: TaskData): Loss => tokenLoss ?? LOSSES[loss as ExampleLossId];

/** The task's model. Throws an error that names the layer where shapes do not fit. */
export function modelOfTask(task: Pick<TaskData, "layers" | "inputShape" | "sequences" | "createModel">): Model {
  if (task.createModel) return task.createModel(task);
  return createModel(chainOf(task), task.inputShape);
}
