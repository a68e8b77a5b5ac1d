import { Setup } from "../bar/Setup";
import { KnobPanel } from "./KnobPanel";
import { RestartPanel } from "./RestartPanel";

interface ControlPanelProps {
  isPhone: boolean;
  onSettings: () => void;
}

/** What can be moved while it trains, apart from what restarts the run. A drawer on a phone. */
export function ControlPanel({ isPhone, onSettings }: ControlPanelProps) {
  return (
    <aside className="controls" id="controls" aria-label="Controls">
      <div className="stay">
        <KnobPanel />
        <hr className="rule" />
        <RestartPanel onSettings={onSettings} />
        {isPhone ? <Setup /> : null}
      </div>
    </aside>
  );
}
