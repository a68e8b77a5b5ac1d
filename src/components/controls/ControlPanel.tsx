import { useEffect, useRef } from "react";
import { Setup } from "../bar/Setup";
import { ControlsAside } from "./ControlsAside";
import { FilePanel, type FilePanelProps } from "./FilePanel";
import { KnobPanel } from "./KnobPanel";
import { RestartPanel } from "./RestartPanel";
import "./controls.css";
import "./controlPanel.css";

interface ControlPanelProps extends FilePanelProps {
  isPhone: boolean;
  /** On a phone: shown as a drawer, which takes the focus. */
  isOpen: boolean;
}

/** What can be moved while it trains, apart from what restarts the run. A drawer on a phone. */
export function ControlPanel({ isPhone, isOpen, ...files }: ControlPanelProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) panel.current?.focus({ preventScroll: true });
  }, [isOpen]);
  return (
    <ControlsAside ref={panel} id="controls" tabIndex={-1}>
      <div className="stay">
        <KnobPanel />
        <hr className="rule" />
        <RestartPanel>
          <FilePanel {...files} />
        </RestartPanel>
        {isPhone ? <Setup /> : null}
      </div>
    </ControlsAside>
  );
}
