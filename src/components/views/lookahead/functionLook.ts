import type { TaskPicture } from "../../../config/tables/taskPicture";
import type { SeriesIdentity } from "../../../store/charts/chartModels";
import type { LookaheadSnapshot } from "../../../store/experiment/state";
import type { BoxSize, Margins } from "../../charts/geometry/geometry";
import type { DrawnParts } from "./drawnParts";

export type FunctionPicture = Extract<TaskPicture, { kind: "function" }>;

/** What both panels draw: the functions, and how far they are apart. */
export interface FunctionAheadProps {
  size: BoxSize;
  picture: FunctionPicture;
  series: SeriesIdentity;
  ahead: LookaheadSnapshot;
  drawn: DrawnParts;
}

/** Both panels have one x-axis. */
export const MARGINS: Margins = { left: 52, right: 84, top: 20, bottom: 22 };

/** The area between the functions: what FSD measures at the inputs of B′. */
export const FSD_AREA = { fill: "var(--fsd)", fillOpacity: 0.45 };
