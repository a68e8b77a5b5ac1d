import { selectTransport } from "../../store/bar/barSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import "./counters.css";

/** Steps taken and meta-updates made so far. */
export function Counters() {
  const { step, metaStep } = useExperiment(selectTransport);
  return (
    <dl className="count">
      <div>
        <dt>step</dt>
        <dd data-testid="step" translate="no">
          {step}
        </dd>
      </div>
      {metaStep === null ? null : (
        <div className="meta">
          <dt>
            meta<span className="hidden">-step</span>
          </dt>
          <dd data-testid="meta-step" translate="no">
            {metaStep}
          </dd>
        </div>
      )}
    </dl>
  );
}
