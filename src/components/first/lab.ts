import type { Root } from "react-dom/client";
import type { Recording } from "../../store/charts/recording";
import type { HeldHost } from "../../store/embed/host";
import type { PressedControl } from "../embed/doFirstAct";

/** What a figure has that was painted before the lab was here. */
interface PaintedFigure {
  /** What was pressed there at last. */
  act(): PressedControl | null;
  host: HeldHost;
}

/** What takes the first page's place. */
export interface Lab {
  /**
   * Starts training's workers; what it returns draws the page. In the place of a painted figure it waits until it has more to show,
   * does what was pressed, and obeys the host that had spoken there.
   */
  openLab(painted?: PaintedFigure): (root: Root, recording: Recording | null) => Promise<void>;
}
