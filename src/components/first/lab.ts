import type { Root } from "react-dom/client";
import type { Lambdas } from "../../config/tables/lambdas";
import type { Point } from "../../config/tables/landscape";
import type { Recording } from "../../store/charts/recording";
import type { HeldHost } from "../../store/embed/host";
import type { PressedControl } from "../embed/doFirstAct";

/** What a figure has that was painted before the lab was here. */
interface PaintedFigure {
  /** What was pressed there at last. */
  act(): PressedControl | null;
  host: HeldHost;
}

/** What was moved in the picture of the first page. */
export interface PictureHandover {
  /** Prices that were moved. */
  moved: Partial<Lambdas>;
  /** null: where it was. */
  theta: Point | null;
  isFolded: boolean | null;
  /** Test id of what had the focus. */
  focus: string | null;
}

/** What takes the first page's place. */
export interface Lab {
  /**
   * Starts training's workers; what it returns draws the page. In the place of a painted figure it waits until it has more to show,
   * does what was pressed, and obeys the host that had spoken there. In the place of the first page it goes on with what was moved there.
   */
  openLab(
    painted?: PaintedFigure,
  ): (root: Root, recording: Recording | null, picture?: PictureHandover) => Promise<void>;
}
