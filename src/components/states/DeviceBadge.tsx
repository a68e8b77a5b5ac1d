import { selectBadge } from "../../store/bar/barSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { useActions } from "../ui/actionsContext";
import "./deviceBadge.css";

/** What the race runs on, and why there; of a recording, where it was made, and the way to train it here. */
export function DeviceBadge() {
  const badge = useExperiment(selectBadge);
  const isRecorded = useExperiment((state) => state.recorded !== null);
  const actions = useActions();
  if (!badge) return <p className="badge" />;
  const { text, reason } = badge;
  return (
    <>
      <p className={isRecorded ? "badge of-log" : "badge"} title={reason}>
        <b>{text}</b> <span>{reason}</span>
      </p>
      {isRecorded ? (
        <button type="button" className="btn train-here" onClick={actions.trainHere}>
          Train it here
        </button>
      ) : null}
    </>
  );
}
