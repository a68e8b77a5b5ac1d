import type { ViewId } from "../../config/tables/views";
import { Later } from "../ui/Later";
import { PANELS } from "./panels";
import { ViewAbsent } from "./ViewFigure";

const LATE = "Its script is still on its way: a slow line can do that. Wait, or close the view and open it again.";

/** What draws a view, fetched where it is not here yet. */
export function ViewPanel({ view }: { view: ViewId }) {
  const panel = PANELS[view];
  if ("View" in panel) return <panel.View />;
  return <Later fetchPart={panel.fetchView} late={<ViewAbsent view={view} why={LATE} />} />;
}
