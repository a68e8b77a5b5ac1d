import type { ReactNode } from "react";
import "./menuSection.css";

/** A sentence between the buttons of a figure's menu; `status` where it tells what has become of a press. */
export function MenuWords({ role, children }: { role?: "status"; children: ReactNode }) {
  return (
    <span className="menu-words" role={role}>
      {children}
    </span>
  );
}
