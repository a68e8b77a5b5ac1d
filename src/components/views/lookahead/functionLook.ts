import type { TaskPicture } from "../../../config/tables/taskPicture";
import type { SeriesModel } from "../../../store/charts/chartModels";
import type { LookaheadSnapshot } from "../../../store/experiment/state";
import type { BoxSize } from "../../charts/geometry/geometry";
import type { DrawnParts } from "./drawnParts";

/** The picture of a task whose output is a function of one input. */
export type FunctionPicture = Extract<TaskPicture, { kind: "function" }>;

/** What both panels draw: the functions, and how far they are apart. */
export interface FunctionAheadProps {
  size: BoxSize;
  picture: FunctionPicture;
  series: SeriesModel;
  ahead: LookaheadSnapshot;
  drawn: DrawnParts;
}

/** The area between the functions: what FSD measures at the inputs of B′. */
export const FSD_AREA = { fill: "var(--fsd)", fillOpacity: 0.45 };
