import type { Root } from "react-dom/client";
import type { Recording } from "../../store/charts/recording";
import type { PressedControl } from "../embed/doFirstAct";

/** What takes the first page's place. */
export interface Lab {
  /**
   * Starts training's workers; what it returns draws the page. In the place of a painted figure (`pressed`) it waits until it has
   * more to show, and does what was pressed.
   */
  openLab(): (root: Root, recording: Recording | null, pressed?: () => PressedControl | null) => Promise<void>;
}
