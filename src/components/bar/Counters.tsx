import { selectTransport } from "../../store/bar/barSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { TEST_IDS } from "../ui/testIds";
import "./counters.css";

/** Steps taken, where the race ends (`hasEnd`), and meta-updates made so far. */
export function Counters({ hasEnd = false }: { hasEnd?: boolean }) {
  const { step, steps, metaStep } = useExperiment(selectTransport);
  return (
    <dl className="count">
      <div>
        <dt>step</dt>
        <dd data-testid={TEST_IDS.step} translate="no">
          {step}
        </dd>
        {hasEnd ? <dd className="end">{`of ${steps}`}</dd> : null}
      </div>
      {metaStep === null ? null : (
        <div className="meta">
          <dt>
            meta<span className="hidden">-step</span>
          </dt>
          <dd data-testid={TEST_IDS.metaStep} translate="no">
            {metaStep}
          </dd>
        </div>
      )}
    </dl>
  );
}
