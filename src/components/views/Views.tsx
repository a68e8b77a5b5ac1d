import { useEffect, useRef } from "react";
import { VIEW_IDS, VIEWS } from "../../config/tables/views";
import { PAGE_PARTS } from "../../config/tables/walk";
import { useExperiment } from "../../store/experiment/experimentStore";
import { unsetText } from "../../store/words/unsetText";
import { OnScreen } from "../charts/figure/OnScreen";
import { Boundary } from "../states/Boundary";
import { useActions } from "../ui/actionsContext";
import { Roving } from "../ui/Roving";
import { viewTestId } from "../ui/testIds";
import { usePointedAt } from "../ui/usePointedAt";
import { ViewPanel } from "./ViewPanel";
import { ViewStopped } from "./ViewStopped";
import "./views.css";

/** What the optimizer weighs, what it learned and what a slider did: a bar of views, and those that are open. */
export function Views() {
  const actions = useActions();
  const openViews = useExperiment((state) => state.display.openViews);
  const isPointedAt = usePointedAt("views");
  const open = useRef<HTMLDivElement>(null);
  const isWalking = useExperiment((state) => state.display.walkStage !== null);
  useEffect(() => {
    // begun by a link or by the article: the view of the walk, which is the first, is drawn once it is near
    if (isWalking && !document.getElementById(PAGE_PARTS.picture.anchor ?? "")) open.current?.scrollIntoView();
  }, [isWalking]);
  return (
    <section className="views" aria-labelledby="views-heading">
      <div className="views-bar" data-pointed={isPointedAt}>
        <h2 id="views-heading">Inside the optimizer</h2>
        <Roving label="Views" className="view-toggles">
          {VIEW_IDS.map((id, index) => (
            <button
              key={id}
              type="button"
              data-testid={viewTestId(id)}
              aria-pressed={openViews.includes(id)}
              title={unsetText(VIEWS[id].summary)}
              data-roving
              tabIndex={index === 0 ? 0 : -1}
              onClick={() => actions.toggleView(id)}
            >
              {VIEWS[id].title}
            </button>
          ))}
        </Roving>
      </div>
      <div ref={open} className="open-views">
        {openViews.map((id) => (
          <Boundary key={id} around="figure">
            <ViewStopped view={id} />
            <OnScreen>
              <ViewPanel view={id} />
            </OnScreen>
          </Boundary>
        ))}
      </div>
    </section>
  );
}
