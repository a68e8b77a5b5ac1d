import type { ReactNode } from "react";
import "./bar.css";

interface TopBarProps {
  transport: ReactNode;
  /** Right of the transport. */
  children?: ReactNode;
}

/** Name, transport and what follows. On a phone the transport is pinned to the bottom by the styles. */
export function TopBar({ transport, children }: TopBarProps) {
  return (
    <header className="bar">
      <div className="brand">
        <h1>APO Lab</h1>
      </div>
      {transport}
      {children}
    </header>
  );
}
