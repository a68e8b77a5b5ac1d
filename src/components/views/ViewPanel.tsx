import { useState } from "react";
import type { ViewId } from "../../config/tables/views";
import { Later } from "../ui/Later";
import { PANELS } from "./panels";
import { useWanted } from "./useWanted";
import { ViewAbsent } from "./ViewFigure";

const LATE = "Its script is still on its way: a slow line can do that. Wait, or close the view and open it again.";

/** What draws a view, fetched where it is not here yet. */
export function ViewPanel({ view }: { view: ViewId }) {
  const [place, setPlace] = useState<Element | null>(null);
  const isWanted = useWanted(place);
  if (!isWanted) return <div ref={setPlace} className="view-to-come" />;
  return <Later fetchPart={PANELS[view]} late={<ViewAbsent view={view} why={LATE} />} />;
}
