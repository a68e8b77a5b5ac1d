import { fetchReader } from "../data/fetchReader";
import { chainIn } from "../nn/layerSpec";
import type { TaskData } from "./task";

/** A task as a message between workers carries it: without functions. */
export function sendable({ createModel: _, tokenLoss: __, translator: ___, ...data }: TaskData): TaskData {
  return data;
}

/** The task that was sent, with the functions of its network. Throws `TaskError` where their script does not come. */
export async function received(data: TaskData): Promise<TaskData> {
  if (chainIn(data.layers)) return data;
  const { withNetwork } = await fetchReader("The network", () => import("./networks/withNetwork"));
  return withNetwork(data);
}
