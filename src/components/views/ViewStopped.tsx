import type { ViewId } from "../../config/tables/views";
import { useExperiment } from "../../store/experiment/experimentStore";
import { isViewStopped } from "../../store/experiment/stoppedViews";
import { useActions } from "../ui/actionsContext";
import "./views.css";

/** Says where a view stands whose worker is gone, and tries again. */
export function ViewStopped({ view }: { view: ViewId }) {
  const isStopped = useExperiment((state) => isViewStopped(state, view));
  const actions = useActions();
  if (!isStopped) return null;
  return (
    <p className="view-stopped" role="status">
      <span>What computes this view stopped. Training goes on without it. </span>
      <button type="button" className="btn" onClick={() => actions.reviveView(view)}>
        Try again
      </button>
    </p>
  );
}
