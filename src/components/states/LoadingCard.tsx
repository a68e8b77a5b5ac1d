import { type CSSProperties, useEffect, useState } from "react";
import { selectLoadStages } from "../../store/bar/barSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { Icon } from "../ui/Icon";
import "./loadingCard.css";

/** How long each stage usually takes, as shares of the bar. */
const WIDTHS = [8, 32, 20, 40];
/** Short loads come and go unseen. */
const DELAY_MS = 250;

/** The named stages of a load over the charts, with one bar; nothing when loaded. */
export function LoadingCard() {
  const isLoading = useExperiment((state) => state.status === "loading");
  const isLate = useLater(isLoading);
  return isLoading && isLate ? <Stages /> : null;
}

function useLater(isOn: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!isOn) return;
    const timer = setTimeout(() => setLate(true), DELAY_MS);
    return () => clearTimeout(timer);
  }, [isOn]);
  return isLate;
}

function Stages() {
  const stages = useExperiment(selectLoadStages);
  const total = stages.reduce((sum, { fraction }, index) => sum + fraction * (WIDTHS[index] ?? 0), 0);
  const doing = stages.find(({ fraction }) => fraction < 1) ?? stages.at(-1);
  return (
    <div className="loading-card">
      <h2>Getting ready to train</h2>
      <div
        className="stage-bar"
        role="progressbar"
        aria-label="Loading"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(total)}
        aria-valuetext={`${doing?.label ?? ""}: ${doing?.detail ?? ""}`}
      >
        {stages.map(({ stage, fraction }, index) => (
          <i key={stage} style={{ flex: WIDTHS[index], "--done": `${Math.round(100 * fraction)}%` } as CSSProperties} />
        ))}
      </div>
      <ol className="stages">
        {stages.map(({ stage, label, fraction, detail }) => (
          <li key={stage} className={fraction >= 1 ? "done" : stage === doing?.stage ? "doing" : "todo"}>
            {fraction >= 1 ? <Icon name="check" className="good" /> : null}
            {fraction < 1 && stage === doing?.stage ? <Icon name="doing" /> : null}
            <span>{label}</span>
            <span>{detail}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
