import "../page.css";
import { Fragment, type ReactNode } from "react";
import { TopBar } from "../bar/TopBar";
import { FIGURE_IDS, type FigureId } from "../charts/figure/figures";

interface PageSkeletonProps {
  /** State of the page for the styles: "first", "drawer-open". */
  state: string;
  /** Before everything: the way past it for the keyboard. */
  skip?: ReactNode;
  transport: ReactNode;
  /** In the bar, right of the transport. */
  tools?: ReactNode;
  /** A `ControlsAside`. */
  controls: ReactNode;
  /** A strip over the charts, where there is something to say. */
  notices?: ReactNode;
  /** Before the charts: the proximal picture. */
  picture: ReactNode;
  figures: Record<FigureId, ReactNode>;
  /** Cards over the charts. */
  cards?: ReactNode;
  /** What follows under the charts. */
  children?: ReactNode;
  /** Dialogs, over all of it. */
  overlays?: ReactNode;
}

/** Where everything stands, the same before and after the page's script is there: bar, controls, picture, four charts, the rest. */
export function PageSkeleton({
  state,
  skip,
  transport,
  tools,
  controls,
  notices,
  picture,
  figures,
  cards,
  ...rest
}: PageSkeletonProps) {
  return (
    <div className={`app ${state}`}>
      {skip}
      <TopBar transport={transport}>{tools}</TopBar>
      {controls}
      <main>
        {notices}
        <div className="charts-box">
          <div className="charts">
            {picture}
            {FIGURE_IDS.map((id) => (
              <Fragment key={id}>{figures[id]}</Fragment>
            ))}
          </div>
          {cards}
        </div>
        {rest.children}
      </main>
      {rest.overlays}
    </div>
  );
}
