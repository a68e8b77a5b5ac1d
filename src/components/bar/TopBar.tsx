import { Counters } from "./Counters";
import { PageTools } from "./PageTools";
import { Setup } from "./Setup";
import { Transport } from "./Transport";
import "./bar.css";

interface TopBarProps {
  isPhone: boolean;
  drawerButton: React.ReactNode;
  onHelp: () => void;
}

/** Name, transport, counters, set-up and tools. On a phone the transport is pinned to the bottom by the styles. */
export function TopBar({ isPhone, drawerButton, onHelp }: TopBarProps) {
  return (
    <header className="bar">
      <div className="brand">
        <h1>APO Lab</h1>
      </div>
      <Transport>{isPhone ? drawerButton : null}</Transport>
      <Counters />
      {isPhone ? null : <Setup />}
      <PageTools onHelp={onHelp} />
    </header>
  );
}
