import type { ViewId } from "../../config/tables/views";
import { LaterView } from "./LaterView";
import { PANELS } from "./panels";

/** What draws a view, fetched where it is not here yet. */
export function ViewPanel({ view }: { view: ViewId }) {
  const panel = PANELS[view];
  return "View" in panel ? <panel.View /> : <LaterView view={view} fetchView={panel.fetchView} />;
}
