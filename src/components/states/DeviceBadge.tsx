import { selectBadge } from "../../store/bar/barSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import "./deviceBadge.css";

/** What the race runs on, and why there. */
export function DeviceBadge() {
  const badge = useExperiment(selectBadge);
  if (!badge) return <p className="badge" />;
  const { text, reason } = badge;
  return (
    <p className="badge" title={reason}>
      <b>{text}</b> <span>{reason}</span>
    </p>
  );
}
